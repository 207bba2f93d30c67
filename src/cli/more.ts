import type { Action } from './declarations.ts';

/** All other commands, in a bundle that the quick ones do without. */
export const more = {} as const satisfies Readonly<Record<string, Action>>;
