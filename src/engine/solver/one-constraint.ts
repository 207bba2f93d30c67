import { compareAmounts } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import { type OrderStatisticTree, orderStatisticTree } from './order-statistic-tree.ts';
import { firstSets, mostSets, type PartialSet } from './program/first-sets.ts';
import { isMet } from './program/need.ts';
import type { Mover } from './program/requirement.ts';
import { rowsOf, symmetryClasses } from './program/symmetry.ts';
import { itemAt, numberAt } from './program/vectors.ts';
import type { Costs, Frame, SmallestSets } from './smallest-sets.ts';

interface Member extends Mover {
  readonly gain: bigint;
}

const byGain = (a: Member, b: Member): number => compareAmounts(a.gain, b.gain);

/**
 * The cheapest sets for a single constraint, by sorting: the members with the largest gains are one of them.
 *
 * @param movers members that all gain something, sorted by code; together they meet the constraint
 */
export function smallestSetsBySorting(movers: readonly Mover[], constraint: Constraint, costs: Costs): SmallestSets {
  const { required } = constraint;
  const byCode = movers.map((mover): Member => ({ ...mover, gain: constraint.gains.get(mover.code) as bigint }));
  const levels = costs === 'members' ? [byCode] : [byCode.filter(isPending), byCode.filter(({ settled }) => settled)];
  const ranked = levels.map((members) => members.toSorted(byGain));
  const quotas = cheapestQuotas(ranked, required);
  const size = quotas.reduce((sum, quota) => sum + quota, 0);
  const gained = ranked.reduce(
    (sum, members, level) => sum + itemAt(partialSums(members), numberAt(quotas, level)),
    0n,
  );
  const slack = gained - required;
  const sets =
    size === byCode.length
      ? [codesOf(byCode)]
      : costs === 'members'
        ? firstSetsOf(byCode, required, size)
        : setsWith(byCode, required, quotas, mostSets);
  const first = new Set(sets[0]);
  const necessary = new Set<string>();
  const possible = new Set<string>();
  for (const [level, members] of ranked.entries()) {
    const quota = numberAt(quotas, level);
    const [last, next] = [members[quota - 1]?.gain, members[quota]?.gain];
    for (const [rank, { code, gain }] of members.entries()) {
      // One of the first is best replaced by the next; anybody else best replaces the last.
      if (rank < quota && (next === undefined || gain - next > slack)) necessary.add(code);
      if (rank < quota || (last !== undefined && last - gain <= slack)) possible.add(code);
    }
  }
  return {
    size,
    settled: byCode.filter(({ code, settled }) => settled && first.has(code)).length,
    exact: true,
    sets,
    complete: true,
    frame: frameOf(movers, constraint, costs, quotas, necessary, possible),
    membership: () => ({ necessary, possible, complete: true }),
    suffice: (need) => isMet(need, () => true),
    spent: () => 10 * movers.length,
  };
}

const isPending = ({ settled }: Member): boolean => !settled;

/** How many members of each level are needed: of the last level as few as can be, then of the one before. */
function cheapestQuotas(ranked: readonly (readonly Member[])[], required: bigint): number[] {
  const sums = ranked.map(partialSums);
  const quotas = ranked.map((members) => members.length);
  for (let level = ranked.length - 1; level >= 0; level -= 1) {
    const others = sums.reduce(
      (sum, own, which) => sum + (which === level ? 0n : itemAt(own, numberAt(quotas, which))),
      0n,
    );
    quotas[level] = itemAt(sums, level).findIndex((sum) => sum + others >= required);
  }
  return quotas;
}

/** The frame for counting: members in all of the sets are taken, those in none left out. */
function frameOf(
  movers: readonly Mover[],
  constraint: Constraint,
  costs: Costs,
  quotas: readonly number[],
  necessary: ReadonlySet<string>,
  possible: ReadonlySet<string>,
): Frame {
  const classes = symmetryClasses(movers, [constraint], ({ settled }) => settled);
  return {
    classes,
    rows: rowsOf([constraint], classes, true),
    levels: Float64Array.from(classes, ([{ settled }]) => (settled && costs === 'settled-first' ? 1 : 0)),
    quotas,
    lower: Float64Array.from(classes, (members) => (necessary.has(members[0].code) ? members.length : 0)),
    upper: Float64Array.from(classes, (members) => (possible.has(members[0].code) ? members.length : 0)),
  };
}

const codesOf = (members: readonly Member[]): string[] => members.map(({ code }) => code);

/** The first sets in codes: those with the fewest settled members first, then in lexicographic order. */
function firstSetsOf(movers: readonly Member[], required: bigint, size: number): string[][] {
  const pendingSums = partialSums(movers.filter(({ settled }) => !settled));
  const settledSums = partialSums(movers.filter(({ settled }) => settled));
  const sets: string[][] = [];
  for (let settled = 0; settled <= size && sets.length < mostSets; settled += 1) {
    const [ofPending, ofSettled] = [pendingSums[size - settled], settledSums[settled]];
    if (ofPending === undefined || ofSettled === undefined || ofPending + ofSettled < required) continue;
    sets.push(...setsWith(movers, required, [size - settled, settled], mostSets - sets.length));
  }
  return sets;
}

/** The first sets with this many pending and settled members, in lexicographic order; there must be one. */
function setsWith(
  movers: readonly Member[],
  required: bigint,
  [pending = 0, settled = 0]: readonly number[],
  most: number,
): string[][] {
  const partial = partialSetByRank(movers, required, pending, settled);
  return firstSets(partial, pending + settled, most).map((set) => codesOf(set.map((index) => itemAt(movers, index))));
}

/** The sums of the largest gains: of none, of one, of two, and so on. */
function partialSums(movers: readonly Member[]): bigint[] {
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

function poolOf(movers: readonly Member[], settled: boolean, left: number): Pool {
  const own = [...movers.entries()].filter(([, mover]) => mover.settled === settled);
  own.sort(([, a], [, b]) => byGain(a, b));
  const tree = orderStatisticTree(own.map(([, { gain }]) => gain));
  return { tree, rankOf: new Map(own.map(([index], rank) => [index, rank])), gain: 0n, left };
}

/** The empty set, to be completed with this many pending and settled members; a set that does must exist. */
function partialSetByRank(movers: readonly Member[], required: bigint, pending: number, settled: number): PartialSet {
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
