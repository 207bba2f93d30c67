import type { Snapshot } from '../../model/snapshot.ts';
import { sortedByName } from '../../text/compare.ts';
import { yearOf } from '../words/dates.ts';
import { inSentence } from '../words/names.ts';

/** How members are named in a sentence. */
export interface Naming {
  readonly nameOf: (code: string) => string;
  /** The year that is left out of dates. */
  readonly year: string;
  /** Name all members, not only the first few. */
  readonly all: boolean;
}

/** How the members of a snapshot are named. */
export function namingFor({ members, asOf }: Snapshot, all: boolean): Naming {
  const names = new Map(members.map(({ code, name }) => [code, name]));
  return { nameOf: (code) => names.get(code) ?? code, year: yearOf(asOf), all };
}

/** The names of members as they stand in a sentence, in the order in which people look for them. */
export const namesOf = (codes: readonly string[], { nameOf }: Pick<Naming, 'nameOf'>): string[] =>
  sortedByName(codes.map(nameOf), (name) => name).map(inSentence);

/** More names than these are counted, unless all are asked for. */
export const mostNames = 8;

/** More undecided members than these are counted where they are all meant. */
export const mostUndecided = 3;

/** A name at the start of a sentence; a code in lower case stays as it is written. */
export const capital = (name: string): string => name.replace(/^the /, 'The ');
