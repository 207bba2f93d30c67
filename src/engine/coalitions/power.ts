import type { MemberPower, Power } from '../../model/path.ts';
import type { Criterion } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { compareAmounts, compareText } from '../../text/compare.ts';
import { commonDivisor } from '../../text/decimal.ts';
import { countAllSets } from '../counting/count-sets.ts';
import type { Move } from '../rule/changes.ts';
import { coveringOfMoves } from '../rule/covering-after.ts';
import { isAlwaysMet, isMet, isNeverMet } from '../solver/program/need.ts';
import { type Requirement, requirementOf } from '../solver/program/requirement.ts';
import { supposed } from '../standings/supposed.ts';

/** The work and memory that stay below a minute on most machines. */
const limits = { entries: 6_000_000, steps: 600_000_000 };

/** Numbers of coalitions and orders among the members that matter. */
interface Counted {
  readonly winning: bigint;
  /** By code: in how many winning coalitions the member is needed. */
  readonly swings: ReadonlyMap<string, bigint>;
  /** By code: in how many orders of the members it decides. */
  readonly pivots: ReadonlyMap<string, bigint>;
  /** How many orders there are. */
  readonly orders: bigint;
}

/**
 * The voting power of members under a rule, whatever their stances, from all ways to divide them into those that
 * support it and those that oppose it. Times, such as `not-before`, are ignored.
 *
 * @param members all that take part
 * @returns undefined when counting would take more than a minute
 * @see docs/rules.md#voting-power
 */
export function power(criterion: Criterion, members: readonly Standing[], effort = limits): Power | undefined {
  const opposed = members.map((standing) => supposed(standing, 'oppose'));
  const moves = opposed.map((from): Move => ({ code: from.code, from, to: { ...from, stance: 'support' } }));
  const covering = coveringOfMoves(criterion, opposed, moves);
  const sorted = members.toSorted((a, b) => compareText(a.code, b.code));
  const whole = requirementOf(
    covering,
    sorted.map(({ code }) => ({ code, settled: false })),
  );
  const isDecided = isAlwaysMet(whole.need) || isNeverMet(whole.need);
  const requirement = isDecided ? { ...whole, movers: [], constraints: [] } : whole;
  const counted = areAlike(requirement) ? countedAlike(requirement) : countedApart(requirement, effort);
  if (counted === undefined) return undefined;
  // Members that never matter may be in any coalition, or not.
  const idle = 2n ** BigInt(members.length - requirement.movers.length);
  const powers = sorted.map(
    ({ code, name }): MemberPower => ({
      code,
      name,
      swings: (counted.swings.get(code) ?? 0n) * idle,
      shapley: fraction(counted.pivots.get(code) ?? 0n, counted.orders),
    }),
  );
  powers.sort((a, b) => compareAmounts(a.swings, b.swings) || compareText(a.code, b.code));
  return {
    coalitions: 2n ** BigInt(members.length),
    winning: counted.winning * idle,
    swings: powers.reduce((sum, { swings }) => sum + swings, 0n),
    members: powers,
  };
}

/** Whether the members that matter are all alike. */
function areAlike({ movers, constraints }: Requirement): boolean {
  return constraints.every(({ gains }) => new Set(movers.map(({ code }) => gains.get(code) ?? 0n)).size < 2);
}

/** The closed form for members that are alike, as by consensus or a majority: only the size of a coalition matters. */
function countedAlike({ movers, constraints, need }: Requirement): Counted {
  const [size, any = ''] = [movers.length, movers[0]?.code];
  const wins = (members: number): boolean =>
    isMet(need, (index) => {
      const { gains, required } = constraints[index] as Requirement['constraints'][number];
      return (gains.get(any) as bigint) * BigInt(members) >= required;
    });
  let [winning, swings, ways] = [0n, 0n, 1n];
  for (let members = 0; members <= size; members += 1) {
    if (members > 0) ways = (ways * BigInt(size - members + 1)) / BigInt(members);
    if (!wins(members)) continue;
    winning += ways;
    // Of the coalitions of a size, those with a member, less those without it.
    if (size > 0) swings += (ways * BigInt(2 * members - size)) / BigInt(size);
  }
  const each = (value: bigint): ReadonlyMap<string, bigint> => new Map(movers.map(({ code }) => [code, value]));
  return { winning, swings: each(swings), pivots: each(1n), orders: BigInt(Math.max(1, size)) };
}

/** The same by counting. */
function countedApart(requirement: Requirement, effort: typeof limits): Counted | undefined {
  const { movers } = requirement;
  const size = movers.length;
  const { entries, steps } = effort;
  const factorials = factorialsUpTo(size);
  const weights = [() => 1n, pivotWeight(factorials)];
  const [coalitions, weighed] = countAllSets(requirement, weights, { entries, budget: { left: steps } }) ?? [];
  if (coalitions === undefined || weighed === undefined) return undefined;
  const orders = factorials[size] as bigint;
  const held = [...weighed.holding.values()].reduce((sum, weight) => sum + weight, 0n);
  // One member decides in every order, so that all that is held is what all orders and the coalitions without make up.
  const without = (held - orders) / BigInt(size);
  return {
    winning: coalitions.count,
    swings: new Map([...coalitions.holding].map(([code, sets]) => [code, 2n * sets - coalitions.count])),
    pivots: new Map([...weighed.holding].map(([code, weight]) => [code, weight - without])),
    orders,
  };
}

/**
 * What a winning coalition weighs by its size, so that a member decides in as many orders as the coalitions with it
 * weigh, less the same number for all members: (s-1)!(n-s)! orders end with it in the coalition, and in s!(n-s-1)!
 * orders of a coalition without it the next one comes too late.
 */
function pivotWeight(factorials: readonly bigint[]): (members: number) => bigint {
  const at = (number: number): bigint => factorials[number] ?? 0n;
  const size = factorials.length - 1;
  return (members) => at(members - 1) * at(size - members) + at(members) * at(size - members - 1);
}

function factorialsUpTo(most: number): bigint[] {
  const all = [1n];
  for (let number = 1; number <= most; number += 1) all.push((all.at(-1) as bigint) * BigInt(number));
  return all;
}

/** A fraction in lowest terms. */
function fraction(numerator: bigint, denominator: bigint): MemberPower['shapley'] {
  const divisor = commonDivisor(denominator, numerator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
