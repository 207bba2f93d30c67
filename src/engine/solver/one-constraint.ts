import type { Standing } from '../../model/snapshot.ts';
import { compareAmounts } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import { type OrderStatisticTree, orderStatisticTree } from './order-statistic-tree.ts';
import { isMet, isSettled } from './requirement.ts';
import { firstSets, mostSets, type PartialSet, type SmallestSets } from './smallest-sets.ts';
import { itemAt } from './vectors.ts';

interface Mover {
  readonly code: string;
  readonly gain: bigint;
  readonly settled: boolean;
}

const byGain = (a: Mover, b: Mover): number => compareAmounts(a.gain, b.gain);

/**
 * The smallest sets for a single constraint, by sorting: the members with the largest gains are one of them.
 *
 * @param movers members that all gain something, sorted by code; together they meet the constraint
 */
export function smallestSetsBySorting(movers: readonly Standing[], { gains, required }: Constraint): SmallestSets {
  const byCode = movers.map((standing): Mover => {
    const gain = gains.get(standing.code) as bigint;
    return { code: standing.code, gain, settled: isSettled(standing) };
  });
  const ranked = byCode.toSorted(byGain);
  let size = 0;
  let sum = 0n;
  for (; sum < required; size += 1) sum += itemAt(ranked, size).gain;
  const slack = sum - required;
  const last = itemAt(ranked, size - 1).gain;
  const next = ranked[size]?.gain;
  return {
    size,
    exact: true,
    sets: firstSetsOf(byCode, required, size),
    // One of the first is best replaced by the next; anybody else best replaces the last.
    necessary: new Set(codesOf(ranked.slice(0, size).filter(({ gain }) => next === undefined || gain - next > slack))),
    possible: new Set(codesOf(ranked.filter(({ gain }, rank) => rank < size || last - gain <= slack))),
    suffice: (need) => isMet(need, () => true),
  };
}

const codesOf = (movers: readonly Mover[]): string[] => movers.map(({ code }) => code);

/** The first sets in codes: those with the fewest settled members first, then in lexicographic order. */
function firstSetsOf(movers: readonly Mover[], required: bigint, size: number): string[][] {
  const pendingSums = partialSums(movers.filter(({ settled }) => !settled));
  const settledSums = partialSums(movers.filter(({ settled }) => settled));
  const sets: string[][] = [];
  for (let settled = 0; settled <= size && sets.length < mostSets; settled += 1) {
    const [ofPending, ofSettled] = [pendingSums[size - settled], settledSums[settled]];
    if (ofPending === undefined || ofSettled === undefined || ofPending + ofSettled < required) continue;
    const partial = partialSetByRank(movers, required, size - settled, settled);
    for (const set of firstSets(partial, size, mostSets - sets.length))
      sets.push(set.map((index) => itemAt(movers, index).code));
  }
  return sets;
}

/** The sums of the largest gains: of none, of one, of two, and so on. */
function partialSums(movers: readonly Mover[]): bigint[] {
  let sum = 0n;
  const sums = [sum];
  for (const { gain } of movers.toSorted(byGain)) {
    sum += gain;
    sums.push(sum);
  }
  return sums;
}

/** The pending or the settled members: how many are still to be taken, and what those taken gain. */
interface Pool {
  /** Those neither taken nor skipped. */
  readonly tree: OrderStatisticTree;
  readonly rankOf: ReadonlyMap<number, number>;
  gain: bigint;
  left: number;
}

function poolOf(movers: readonly Mover[], settled: boolean, left: number): Pool {
  const own = [...movers.entries()].filter(([, mover]) => mover.settled === settled);
  own.sort(([, a], [, b]) => byGain(a, b));
  const tree = orderStatisticTree(own.map(([, { gain }]) => gain));
  return { tree, rankOf: new Map(own.map(([index], rank) => [index, rank])), gain: 0n, left };
}

/** The empty set, to be completed with this many pending and settled members; a set that does must exist. */
function partialSetByRank(movers: readonly Mover[], required: bigint, pending: number, settled: number): PartialSet {
  const pools = [poolOf(movers, false, pending), poolOf(movers, true, settled)] as const;
  const canBeCompleted = (): boolean => {
    const [ofPending, ofSettled] = pools.map(({ tree, left }) => tree.sumOfLargest(left));
    if (ofPending === undefined || ofSettled === undefined) return false;
    return pools[0].gain + pools[1].gain + ofPending + ofSettled >= required;
  };
  const move = (index: number, taken: boolean, forward: boolean): void => {
    const { gain, settled: isOfSettled } = itemAt(movers, index);
    const pool = pools[isOfSettled ? 1 : 0];
    pool.tree.set(pool.rankOf.get(index) as number, !forward);
    if (!taken) return;
    pool.gain += forward ? gain : -gain;
    pool.left += forward ? -1 : 1;
  };
  const step = (index: number, taken: boolean): boolean => {
    move(index, taken, true);
    const possible = canBeCompleted();
    if (!possible) move(index, taken, false);
    return possible;
  };
  return {
    take: (index) => step(index, true),
    skip: (index) => step(index, false),
    undo: (index, taken) => move(index, taken, false),
  };
}
