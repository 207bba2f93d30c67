import type { Direction } from '../../model/diff.ts';
import { type CountCriterion, type Criterion, criteriaThatCount, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { finest } from '../../text/decimal.ts';
import { scopedMemberUnder, weightUnder } from './constraints.ts';

type OfMove<T> = (from: Standing, to: Standing) => T;

/**
 * A function from a move to its direction: toward the outcome if it adds to a criterion, as it is or as it could become
 * with all pending members in support, and takes from none; away in the reverse case; else sideways.
 *
 * @param everybody all members that may move: their weights decide how many decimals the figures need
 */
export function directionsUnder(criterion: Criterion, everybody: readonly Standing[]): OfMove<Direction> {
  const gainsOf = criteriaThatCount(criterion).map((count) => gainUnder(count, everybody));
  return (from, to) => {
    const gains = gainsOf.flatMap((gain) => [gain(from, to), gain(optimistic(from), optimistic(to))]);
    const closer = gains.some((gain) => gain > 0n);
    const further = gains.some((gain) => gain < 0n);
    return closer === further ? 'sideways' : closer ? 'toward' : 'away';
  };
}

/** The member in support if it is pending, else as it is. */
const optimistic = (standing: Standing): Standing =>
  isPending(standing.stance) ? { ...standing, stance: 'support' } : standing;

/**
 * A function from a move to what it adds to a criterion, in some unit; negative if it makes the criterion harder to
 * meet. The stances of other members do not matter.
 */
function gainUnder(criterion: CountCriterion, everybody: readonly Standing[]): OfMove<bigint> {
  const decimals = finest(everybody.map((standing) => weightUnder(criterion, standing)));
  const scoped = scopedMemberUnder(criterion, decimals);
  const { numerator, denominator } = shareOf(criterion);
  const adds = (standing: Standing): bigint => {
    const member = scoped(standing);
    if (member === undefined) return 0n;
    const side = (member.counts ? denominator : 0n) - (member.inBase ? numerator : 0n);
    return member.weight * (isCeiling(criterion) ? -side : side);
  };
  return (from, to) => adds(to) - adds(from);
}

/** The share of the base in the threshold: none for an absolute bound, all of it for `all but`. */
function shareOf({ bound: { quantity } }: CountCriterion): {
  readonly numerator: bigint;
  readonly denominator: bigint;
} {
  switch (quantity.kind) {
    case 'absolute':
      return { numerator: 0n, denominator: 1n };
    case 'share':
      return { numerator: BigInt(quantity.numerator), denominator: BigInt(quantity.denominator) };
    case 'all-but':
      return { numerator: 1n, denominator: 1n };
  }
}
