import { type CountCriterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { traitsOf } from '../../model/stance.ts';
import { commonDivisor, decimal, unitsOf } from '../../text/decimal.ts';
import { finestUnder, membersInScope, weightUnder } from './scope.ts';

/**
 * A linear covering constraint over the members that may move: the gains of those that do must add up to `required`,
 * which is zero or less when it is met already.
 */
export interface Constraint {
  /** By code; members that would gain nothing are left out. None is below zero where all moves are to support. */
  readonly gains: ReadonlyMap<string, bigint>;
  readonly required: bigint;
}

/** Constraints under `all` and `any`: what a rule asks of the members on a snapshot, as a tree. `any` of nothing never holds. */
export type Covering =
  | { readonly kind: 'constraint'; readonly constraint: Constraint }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Covering[] };

/** The figures of a criterion on a snapshot, all in units of 10^-decimals. */
export interface Measure {
  readonly decimals: number;
  /** The step in which the figures can change (`unitOf`). */
  readonly unit: bigint;
  /** What is counted. */
  readonly have: bigint;
  /** What a share is taken of. */
  readonly base: bigint;
  readonly members: readonly ScopedMember[];
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A member in the scope of a criterion. */
export interface ScopedMember {
  readonly standing: Standing;
  /** In units of 10^-decimals. */
  readonly weight: bigint;
  /** Whether the weight is in what is counted. */
  readonly counts: boolean;
  /** Whether the weight is in the base. */
  readonly inBase: boolean;
}

/** A test whether a member is in the scope of a criterion: among those it names, and not recused. */
function scopeTest({ among }: CountCriterion): (standing: Standing) => boolean {
  if (among === undefined) return ({ stance }) => traitsOf[stance].takesPart;
  const except = 'except' in among;
  const codes = new Set(except ? among.except : among.only);
  return ({ code, stance }) => traitsOf[stance].takesPart && codes.has(code) !== except;
}

/** The number of decimals that the bound of a criterion needs. */
export function decimalsOfBound({ bound: { quantity } }: CountCriterion): number {
  return 'value' in quantity ? decimal(quantity.value).decimals : 0;
}

/** A function from members to their part in a criterion, in units of 10^-decimals; undefined for those out of scope. */
export function scopedMemberUnder(
  criterion: CountCriterion,
  decimals: number,
): (standing: Standing) => ScopedMember | undefined {
  const { bound, count, of, withWhy } = criterion;
  const isInScope = scopeTest(criterion);
  const stancesCounted = new Set(count);
  const one = unitsOf('1', decimals);
  const weightOf = (standing: Standing): bigint =>
    criterion.by === 'members' ? one : unitsOf(weightUnder(criterion, standing), decimals);
  const stancesInBase = of === 'members' || bound.quantity.kind === 'absolute' ? undefined : new Set(of);
  return (standing) => {
    if (!isInScope(standing)) return undefined;
    const reasoned = !withWhy || standing.why !== undefined || standing.assumed;
    return {
      standing,
      weight: weightOf(standing),
      counts: reasoned && stancesCounted.has(standing.stance),
      inBase: stancesInBase?.has(standing.stance) ?? true,
    };
  };
}

/** The step in which figures can change, by the greatest common divisor of the weights; one whole if all are zero. */
export function unitOf(divisor: bigint, decimals: number): bigint {
  return divisor === 0n ? 10n ** BigInt(decimals) : divisor;
}

/** The figures of a criterion on a snapshot, exact: all weights are brought to a common unit. */
export function measure(criterion: CountCriterion, standings: readonly Standing[]): Measure {
  const decimals = Math.max(finestUnder(criterion, standings), decimalsOfBound(criterion));
  const scoped = scopedMemberUnder(criterion, decimals);
  const members: ScopedMember[] = [];
  let have = 0n;
  let base = 0n;
  let divisor = 0n;
  for (const standing of membersInScope(criterion, standings)) {
    const member = scoped(standing);
    if (member === undefined) continue;
    members.push(member);
    const { weight, counts, inBase } = member;
    if (counts) have += weight;
    if (inBase) base += weight;
    divisor = commonDivisor(weight, divisor);
  }
  return { decimals, unit: unitOf(divisor, decimals), have, base, members };
}

function sum<T>(values: Iterable<T>, amount: (value: T) => bigint): bigint {
  let total = 0n;
  for (const value of values) total += amount(value);
  return total;
}

/** The threshold that a bound sets over a base, in units of 10^-decimals. */
export function thresholdOf({ bound: { quantity } }: CountCriterion, base: bigint, decimals: number): Fraction {
  switch (quantity.kind) {
    case 'absolute':
      return { numerator: unitsOf(quantity.value, decimals), denominator: 1n };
    case 'share':
      return { numerator: BigInt(quantity.numerator) * base, denominator: BigInt(quantity.denominator) };
    case 'all-but': {
      const less = base - unitsOf(quantity.value, decimals);
      return { numerator: less > 0n ? less : 0n, denominator: 1n };
    }
  }
}

/** Whether a criterion is met by number, whatever the date. A floor over an empty base is not. */
export function isMetBy(criterion: CountCriterion, have: bigint, base: bigint, decimals: number): boolean {
  const { numerator, denominator } = thresholdOf(criterion, base, decimals);
  const excess = have * denominator - numerator;
  const floor = base > 0n;
  return {
    'at-least': floor && excess >= 0n,
    'more-than': floor && excess > 0n,
    'at-most': excess <= 0n,
    'fewer-than': excess < 0n,
  }[criterion.bound.comparison];
}

/** What the move of one member adds to the figures of a criterion, in their unit; below zero for what it takes. */
export interface Change {
  readonly code: string;
  readonly have: bigint;
  readonly base: bigint;
}

/**
 * A criterion on a snapshot as covering constraints over members that may move. In a monotone rule no gain of a move to
 * support is negative.
 *
 * @param changes what each move changes; moves of different members add up
 */
export function coveringOf(
  criterion: CountCriterion,
  { decimals, have, base }: Pick<Measure, 'decimals' | 'have' | 'base'>,
  changes: readonly Change[],
): Covering {
  const { comparison, quantity } = criterion.bound;
  const ceiling = isCeiling(criterion);
  const strict = comparison === 'more-than' || comparison === 'fewer-than' ? 1n : 0n;
  const line = ({ numerator: n, denominator: d }: Fraction, offset: bigint): Covering => {
    // Floor: d·have' - n·base' >= offset. Ceiling: n·base' - d·have' >= offset. Primes mark figures after the moves.
    const side = (change: Pick<Change, 'have' | 'base'>): bigint =>
      ceiling ? n * change.base - d * change.have : d * change.have - n * change.base;
    return constraint(changes, side, offset + strict - side({ have, base }));
  };
  const someWeight = constraint(changes, (change) => change.base, 1n - base);
  switch (quantity.kind) {
    case 'absolute': {
      const value = unitsOf(quantity.value, decimals);
      const main = line({ numerator: 0n, denominator: 1n }, ceiling ? -value : value);
      return ceiling ? main : { kind: 'all', of: [main, someWeight] };
    }
    case 'share': {
      const main = line({ numerator: BigInt(quantity.numerator), denominator: BigInt(quantity.denominator) }, 0n);
      return ceiling ? main : { kind: 'all', of: [main, someWeight] };
    }
    case 'all-but': {
      const value = unitsOf(quantity.value, decimals);
      const main = line({ numerator: 1n, denominator: 1n }, ceiling ? value : -value);
      const zero = line({ numerator: 0n, denominator: 1n }, 0n);
      // The threshold is the larger of base - value and zero.
      if (ceiling) return { kind: 'any', of: [main, zero] };
      const least = base + sum(changes, (change) => (change.base < 0n ? change.base : 0n));
      return { kind: 'all', of: least < value ? [main, zero, someWeight] : [main, someWeight] };
    }
  }
}

function constraint(changes: readonly Change[], gainOf: (change: Change) => bigint, required: bigint): Covering {
  const gains = new Map<string, bigint>();
  for (const change of changes) {
    const gain = gainOf(change);
    if (gain !== 0n) gains.set(change.code, gain);
  }
  return { kind: 'constraint', constraint: { gains, required } };
}

/** What holds exactly where a covering does not. */
export function negated(covering: Covering): Covering {
  if (covering.kind !== 'constraint')
    return { kind: covering.kind === 'all' ? 'any' : 'all', of: covering.of.map(negated) };
  const { gains, required } = covering.constraint;
  return {
    kind: 'constraint',
    constraint: { gains: new Map([...gains].map(([code, gain]) => [code, -gain])), required: 1n - required },
  };
}

/** Whether a covering holds when the gains of each constraint add up to `reach`. */
export function holds(covering: Covering, reach: (constraint: Constraint) => bigint): boolean {
  if (covering.kind === 'constraint') return reach(covering.constraint) >= covering.constraint.required;
  const part = (inner: Covering): boolean => holds(inner, reach);
  return covering.kind === 'all' ? covering.of.every(part) : covering.of.some(part);
}

/** The total gain in a constraint from these members; from everybody if no codes are given. */
export function totalGain({ gains }: Constraint, codes?: ReadonlySet<string>): bigint {
  return sum(gains, ([code, gain]) => (codes?.has(code) === false ? 0n : gain));
}
