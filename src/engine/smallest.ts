import type { Need } from './requirement.ts';

/** How many sets are listed. */
export const mostSets = 10;

/** The smallest sets of members that meet a need, as far as they are known without counting them. */
export interface Smallest {
  readonly size: number;
  /** Whether all of this is proven. */
  readonly exact: boolean;
  /** The first of them: those with the fewest settled members, then by code. Codes, sorted. */
  readonly sets: readonly (readonly string[])[];
  /** Members in all of them. */
  readonly necessary: ReadonlySet<string>;
  /** Members in at least one of them. */
  readonly possible: ReadonlySet<string>;
  /** Whether one of them meets another need of the same requirement too. */
  readonly suffice: (need: Need) => boolean;
}
