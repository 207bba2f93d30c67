/*
 * The solver: the smallest sets of members that would, by moving to support, meet a rule.
 *
 * **The problem.** `requirement.ts` reduces a rule on a snapshot to covering constraints. Each member that may move
 * has a gain, a whole number; a set meets a constraint when its gains add up to what is required; the need is a tree
 * of `all` and `any` over the constraints. Every member costs the same, so this is an integer covering program with
 * unit costs. One constraint is solved by sorting (`one-constraint.ts`). Several are a hard problem, and are searched
 * (`many-constraints.ts`).
 *
 * **Symmetry classes.** Members with the same gain in every constraint are interchangeable (`symmetry.ts`), so the
 * search decides how many of each class to choose, not which. Nothing is lost: a set that trades a member for another
 * of its class meets the same constraints. Such numbers, one for each class, are a selection; a constraint over classes
 * is a row.
 *
 * **Two levels.** The outer level tries sizes from a lower bound upwards (`bounds.ts`); the first with a selection is
 * the smallest. The inner level asks whether a selection of one size, within bounds per class, meets the need
 * (`branch-and-bound.ts`). It branches on the bounds of one class, or on the parts of an `any`, until it knows.
 *
 * **Surrogate relaxation.** A node is decided by giving each of its rows a weight and adding them up
 * (`surrogate-relaxation.ts`). Whatever meets all rows meets the sum, and sorting finds the selection that gains most
 * by one sum. If even that one falls short, the node holds no solution and is dropped; if it meets all rows, it is the
 * answer. Otherwise weight is moved to the rows that it missed. Where no weights decide, the bounds are tightened by
 * reduced cost and the search branches.
 *
 * **Why it is exact.** A node is dropped only where the sum falls short by more than doubles can err. A selection is
 * accepted only if it meets the constraints: numbers below 2^50 are exact in doubles, larger ones are rounded so that
 * no solution is lost, and what is found is checked in bigints. Work is counted in steps, not in time, so every
 * machine gives the same answer. When the budget is used up, the smallest set known is returned as not proven.
 *
 * `count.ts` then counts the sets without listing them. The first sets are listed by the code below.
 */

import type { Need } from './requirement.ts';

/** The most sets that are listed. */
export const mostSets = 10;

/** The smallest sets of members that meet a need, as far as they are known without counting them. */
export interface SmallestSets {
  /** How many members each has. */
  readonly size: number;
  /** Whether all of this is proven: the budget sufficed. */
  readonly exact: boolean;
  /** At most ten, in codes: those with the fewest settled members first, then by code. Each is sorted. */
  readonly sets: readonly (readonly string[])[];
  /** Codes of the members in all of them. */
  readonly necessary: ReadonlySet<string>;
  /** Codes of the members in at least one of them. */
  readonly possible: ReadonlySet<string>;
  /** Whether one of them also meets another need over the same constraints. */
  readonly suffice: (need: Need) => boolean;
}

/** A set being built: members are taken or skipped one by one, by index, as long as the rest can complete it. */
export interface PartialSet {
  /** Takes the member at this index, the next one; false, with nothing changed, when no set continues like that. */
  take(index: number): boolean;
  /** Skips it; false, with nothing changed, when no set continues like that. */
  skip(index: number): boolean;
  /** Undoes the last step. */
  undo(index: number, taken: boolean): void;
}

/**
 * The first sets in lexicographic order, as ascending indexes: as many as there are, at most `limit`. Each member is
 * taken if it can be, and undone last first, so no step is in vain.
 *
 * @param partial the empty set; a set that completes it must exist
 * @param size how many members a set has
 */
export function firstSets(partial: PartialSet, size: number, limit: number): number[][] {
  const sets: number[][] = [];
  const taken: number[] = [];
  let next = 0;
  const backtrack = (): boolean => {
    while (next > 0) {
      next -= 1;
      const was = taken.at(-1) === next;
      if (was) taken.pop();
      partial.undo(next, was);
      if (!was || !partial.skip(next)) continue;
      next += 1;
      return true;
    }
    return false;
  };
  do {
    for (; taken.length < size; next += 1) {
      if (partial.take(next)) taken.push(next);
      else partial.skip(next);
    }
    sets.push([...taken]);
  } while (sets.length < limit && backtrack());
  return sets;
}
