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

/** The beginning of a set that can be completed: members are taken or left out one after the other. */
export interface Beginning {
  /** Takes the member at this index, the next one; false, with nothing changed, when no set goes on like that. */
  take(index: number): boolean;
  /** Leaves it out; the same. */
  leave(index: number): boolean;
  /** Takes back the last step. */
  back(index: number, taken: boolean): void;
}

/**
 * The first sets that can be completed, in the order of their members: as many as there are, or as the limit says.
 *
 * @param beginning at the empty set, which can be completed
 * @param size how many members a set has
 */
export function firstSets(beginning: Beginning, size: number, limit: number): number[][] {
  const sets: number[][] = [];
  const taken: number[] = [];
  let next = 0;
  const backToAnother = (): boolean => {
    while (next > 0) {
      next -= 1;
      const was = taken.at(-1) === next;
      if (was) taken.pop();
      beginning.back(next, was);
      if (!was || !beginning.leave(next)) continue;
      next += 1;
      return true;
    }
    return false;
  };
  do {
    for (; taken.length < size; next += 1) {
      if (beginning.take(next)) taken.push(next);
      else beginning.leave(next);
    }
    sets.push([...taken]);
  } while (sets.length < limit && backToAnother());
  return sets;
}
