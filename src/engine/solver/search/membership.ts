import { at, type Vector } from '../program/vectors.ts';
import type { LeveledSearch } from './first-step.ts';
import { type LiveAlternative, tradedFor } from './search-sets.ts';

/** By class: whether all of its members are in every set, and whether one of them is in some. */
export interface ClassMembership {
  readonly always: readonly boolean[];
  readonly sometimes: readonly boolean[];
  /** Whether the budget sufficed to prove all of `always`. */
  readonly complete: boolean;
}

/**
 * The membership of each class in the sets that meet one of some alternatives. A class of which nothing could be proved
 * is neither.
 *
 * @param known selections that meet one of the alternatives
 */
export function membershipBySearch(
  search: LeveledSearch,
  live: readonly LiveAlternative[],
  known: readonly Vector[],
): ClassMembership {
  const { program, budget } = search;
  const { sizes } = program;
  const always = Array.from(sizes, () => true);
  const sometimes = Array.from(sizes, () => false);
  const learn = (selection: Vector): void => {
    for (let index = 0; index < sizes.length; index += 1) {
      if (at(selection, index) < at(sizes, index)) always[index] = false;
      if (at(selection, index) > 0) sometimes[index] = true;
    }
  };
  for (const selection of known) learn(selection);

  /** A selection with at least, or at most, this many of a class. */
  const find = (index: number, least: number, most: number): Vector | undefined => {
    for (const { alternative, selection, bounds } of live) {
      if (budget.left < 0) return undefined;
      const { lower, upper, quotas } = bounds;
      if (least > at(upper, index) || most < at(lower, index)) continue;
      const may = (other: number, by: 1 | -1): boolean =>
        by < 0 ? at(selection, other) > at(lower, other) : at(selection, other) < at(upper, other);
      const found =
        tradedFor(search, alternative, selection, index, least, may) ??
        search.find(alternative, {
          quotas,
          lower: lower.with(index, Math.max(least, at(lower, index))),
          upper: upper.with(index, Math.min(most, at(upper, index))),
        });
      if (found !== undefined) return found;
    }
    return undefined;
  };
  let complete = true;
  for (const [index, members] of sizes.entries()) {
    if (!always[index]) continue;
    // A search given up proves nothing.
    if (budget.left < 0) [always[index], complete] = [false, false];
    const without = find(index, 0, members - 1);
    if (without !== undefined) learn(without);
    else if (budget.left < 0) [always[index], complete] = [false, false];
  }
  for (const [index, members] of sizes.entries()) {
    if (sometimes[index]) continue;
    const within = find(index, 1, members);
    if (within !== undefined) learn(within);
  }
  return { always, sometimes, complete };
}
