import { type CountCriterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { traitsOf } from '../../model/stance.ts';
import { decimal, finest, unitsOf } from '../../text/decimal.ts';

/**
 * A linear covering constraint over the members that may still come to support: the gains of those that do must add up
 * to `required`. Gains are positive; members that would gain nothing are left out.
 */
export interface Constraint {
  readonly gains: ReadonlyMap<string, bigint>;
  readonly required: bigint;
}

/** Constraints that must all hold, or of which one must. A rule on a snapshot comes down to a tree of these. */
export type Covering =
  | { readonly kind: 'constraint'; readonly constraint: Constraint }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Covering[] };

/** A criterion's figures on a snapshot, all in units of 10^-decimals. */
export interface Measure {
  readonly decimals: number;
  /** The smallest step that the figures can take. */
  readonly unit: bigint;
  readonly have: bigint;
  readonly base: bigint;
  readonly parts: readonly Part[];
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A member that a criterion looks at. */
export interface Part {
  readonly standing: Standing;
  readonly weight: bigint;
  readonly counts: boolean;
  readonly inBase: boolean;
}

/** Whether a criterion looks at a member: recused ones leave the base of every count. */
function looker({ among }: CountCriterion): (standing: Standing) => boolean {
  if (among === undefined) return ({ stance }) => traitsOf[stance].takesPart;
  const except = 'except' in among;
  const codes = new Set(except ? among.except : among.only);
  return ({ code, stance }) => traitsOf[stance].takesPart && codes.has(code) !== except;
}

/** What a member weighs under a criterion, as an exact decimal; a weight that it does not have is zero. */
export function weightUnder({ by }: CountCriterion, { weights }: Pick<Standing, 'weights'>): string {
  return by === 'members' ? '1' : (Object.hasOwn(weights, by) && weights[by]) || '0';
}

/** How many decimals a criterion's figures need beyond those of the weights. */
export function decimalsOfBound({ bound: { quantity } }: CountCriterion): number {
  return 'value' in quantity ? decimal(quantity.value).decimals : 0;
}

/** How a criterion sees a member, in units of 10^-decimals; undefined for one that it does not look at. */
export function viewOf(criterion: CountCriterion, decimals: number): (standing: Standing) => Part | undefined {
  const { bound, count, of, withWhy } = criterion;
  const looksAt = looker(criterion);
  const stancesCounted = new Set(count);
  const stancesInBase = of === 'members' || bound.quantity.kind === 'absolute' ? undefined : new Set(of);
  return (standing) => {
    if (!looksAt(standing)) return undefined;
    const reasoned = !withWhy || standing.why !== undefined || standing.assumed;
    return {
      standing,
      weight: unitsOf(weightUnder(criterion, standing), decimals),
      counts: reasoned && stancesCounted.has(standing.stance),
      inBase: stancesInBase?.has(standing.stance) ?? true,
    };
  };
}

/** Adds up what a criterion counts. Exact: weights are decimals, brought to one common unit. */
export function measure(criterion: CountCriterion, members: readonly Standing[]): Measure {
  const decimalsOfWeights = finest(members.map((standing) => weightUnder(criterion, standing)));
  const decimals = Math.max(decimalsOfWeights, decimalsOfBound(criterion));
  const view = viewOf(criterion, decimals);
  const parts = members.flatMap((standing) => view(standing) ?? []);
  return {
    decimals,
    unit: 10n ** BigInt(decimals - decimalsOfWeights),
    have: sum(parts, ({ counts, weight }) => (counts ? weight : 0n)),
    base: sum(parts, ({ inBase, weight }) => (inBase ? weight : 0n)),
    parts,
  };
}

function sum<T>(values: Iterable<T>, amount: (value: T) => bigint): bigint {
  let total = 0n;
  for (const value of values) total += amount(value);
  return total;
}

/** What a bound comes to over a base, in units of 10^-decimals. */
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

/** Whether a criterion is met, by number, when it has so much of so large a base. */
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

/**
 * What a criterion asks of the members, as constraints. A coming supporter adds to what a floor counts and leaves what a
 * ceiling counts; where `of` names stances it may also widen the base. Monotone rules make every gain zero or more.
 */
export function coveringOf(criterion: CountCriterion, { decimals, have, base, parts }: Measure): Covering {
  const { comparison, quantity } = criterion.bound;
  const ceiling = isCeiling(criterion);
  const strict = comparison === 'more-than' || comparison === 'fewer-than' ? 1n : 0n;
  const line = (share: Fraction, offset: bigint): Covering => {
    // Floor: d·have' - n·base' >= offset; ceiling: n·base' - d·have' >= offset; primed after the moves.
    const { numerator: n, denominator: d } = share;
    const gains = parts.map(({ standing, weight, counts, inBase }): readonly [string, bigint] => {
      const grows = inBase ? 0n : n * weight;
      const own = ceiling ? (counts ? d * weight + grows : grows) : counts ? 0n : d * weight - grows;
      return [standing.code, own];
    });
    const now = ceiling ? n * base - d * have : d * have - n * base;
    return constraint(gains, offset + strict - now);
  };
  const someWeight = constraint(
    parts.map(({ standing, weight }) => [standing.code, weight]),
    1n - base,
  );
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
      // The base less a number is never below zero: the larger of two thresholds counts, and the base only grows.
      if (ceiling) return { kind: 'any', of: [main, zero] };
      return { kind: 'all', of: base < value ? [main, zero, someWeight] : [main, someWeight] };
    }
  }
}

function constraint(gains: Iterable<readonly [string, bigint]>, required: bigint): Covering {
  return { kind: 'constraint', constraint: { gains: new Map([...gains].filter(([, gain]) => gain > 0n)), required } };
}

/** Whether a covering holds when a constraint's gains add up to what `reach` says. */
export function holds(covering: Covering, reach: (constraint: Constraint) => bigint): boolean {
  if (covering.kind === 'constraint') return reach(covering.constraint) >= covering.constraint.required;
  const part = (inner: Covering): boolean => holds(inner, reach);
  return covering.kind === 'all' ? covering.of.every(part) : covering.of.some(part);
}

/** What a constraint gains when these members come to support; everybody when none are named. */
export function gainOf({ gains }: Constraint, codes?: Iterable<string>): bigint {
  return codes === undefined ? sum(gains.values(), (gain) => gain) : sum(codes, (code) => gains.get(code) ?? 0n);
}
