import type { Random } from '../random.ts';

/** A change to a text; the same text where there is nothing to change. */
export type Mutation = (text: string, random: Random) => string;
