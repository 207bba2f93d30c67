import type { Standing } from '../../model/snapshot.ts';
import { compareAmounts } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import { type RankTree, rankTreeOf } from './order-statistic-tree.ts';
import { isMet, isSettled } from './requirement.ts';
import { type Beginning, firstSets, mostSets, type Smallest } from './smallest-sets.ts';

interface Ranked {
  readonly code: string;
  readonly gain: bigint;
  readonly settled: boolean;
}

const byGain = (a: Ranked, b: Ranked): number => compareAmounts(a.gain, b.gain);

/**
 * The smallest sets for a single constraint: those who gain most come first, so that sorting is all it takes.
 *
 * @param movers who all gain something
 */
export function smallestByThreshold(movers: readonly Standing[], { gains, required }: Constraint): Smallest {
  const able = movers.map((standing): Ranked => {
    const gain = gains.get(standing.code) as bigint;
    return { code: standing.code, gain, settled: isSettled(standing) };
  });
  const ranked = able.toSorted(byGain);
  let size = 0;
  let sum = 0n;
  for (; sum < required; size += 1) sum += (ranked[size] as Ranked).gain;
  const spare = sum - required;
  const last = (ranked[size - 1] as Ranked).gain;
  const next = ranked[size]?.gain;
  return {
    size,
    exact: true,
    sets: listed(able, required, size),
    // Who is among the first is replaced best by the next one; who is not replaces the last one best.
    necessary: new Set(codesOf(ranked.slice(0, size).filter(({ gain }) => next === undefined || gain - next > spare))),
    possible: new Set(codesOf(ranked.filter(({ gain }, rank) => rank < size || last - gain <= spare))),
    suffice: (need) => isMet(need, () => true),
  };
}

const codesOf = (members: readonly Ranked[]): string[] => members.map(({ code }) => code);

/** The first sets: those with the fewest settled members come first. */
function listed(able: readonly Ranked[], required: bigint, size: number): string[][] {
  const [pending, settled] = [false, true].map((hard) => partialSums(able.filter(({ settled }) => settled === hard)));
  const sets: string[][] = [];
  for (let hard = 0; hard <= size && sets.length < mostSets; hard += 1) {
    const [easy, difficult] = [pending?.[size - hard], settled?.[hard]];
    if (easy === undefined || difficult === undefined || easy + difficult < required) continue;
    const beginning = completedByRank(able, required, size - hard, hard);
    for (const set of firstSets(beginning, size, mostSets - sets.length))
      sets.push(set.map((index) => (able[index] as Ranked).code));
  }
  return sets;
}

/** What the largest gains add up to, by their number. */
function partialSums(members: readonly Ranked[]): bigint[] {
  const sums = [0n];
  for (const { gain } of members.toSorted(byGain)) sums.push((sums.at(-1) as bigint) + gain);
  return sums;
}

/** Members of whom so many are still to be taken, and what those taken gain. */
interface Pool {
  readonly tree: RankTree;
  readonly rankOf: ReadonlyMap<number, number>;
  gain: bigint;
  left: number;
}

function poolOf(able: readonly Ranked[], settled: boolean, left: number): Pool {
  const own = [...able.entries()].filter(([, member]) => member.settled === settled);
  own.sort(([, a], [, b]) => byGain(a, b));
  const tree = rankTreeOf(own.map(([, { gain }]) => gain));
  return { tree, rankOf: new Map(own.map(([index], rank) => [index, rank])), gain: 0n, left };
}

/** Sets of so many pending and so many settled members; there must be one. */
function completedByRank(able: readonly Ranked[], required: bigint, pending: number, settled: number): Beginning {
  const pools = [poolOf(able, false, pending), poolOf(able, true, settled)] as const;
  const canEnd = (): boolean => {
    const [more, harder] = pools.map(({ tree, left }) => tree.largest(left));
    if (more === undefined || harder === undefined) return false;
    return pools[0].gain + pools[1].gain + more + harder >= required;
  };
  const shift = (index: number, taken: boolean, forward: boolean): void => {
    const { gain, settled: isHard } = able[index] as Ranked;
    const pool = pools[isHard ? 1 : 0];
    pool.tree.set(pool.rankOf.get(index) as number, !forward);
    if (!taken) return;
    pool.gain += forward ? gain : -gain;
    pool.left += forward ? -1 : 1;
  };
  const go = (index: number, taken: boolean): boolean => {
    shift(index, taken, true);
    const can = canEnd();
    if (!can) shift(index, taken, false);
    return can;
  };
  return {
    take: (index) => go(index, true),
    leave: (index) => go(index, false),
    back: (index, taken) => shift(index, taken, false),
  };
}
