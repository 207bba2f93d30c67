import type { Direction } from '../../model/diff.ts';
import { type CountCriterion, type Criterion, criteriaThatCount, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { finest } from '../../text/decimal.ts';
import { viewOf, weightUnder } from './constraints.ts';

type OfMove<T> = (from: Standing, to: Standing) => T;

/**
 * Tells which way a member's move goes: by what it adds to each criterion as it is, and as it could become.
 *
 * @param everybody all that may move: their weights say how fine the figures must be
 */
export function directionsUnder(criterion: Criterion, everybody: readonly Standing[]): OfMove<Direction> {
  const gainsOf = criteriaThatCount(criterion).map((count) => gainUnder(count, everybody));
  return (from, to) => {
    const gains = gainsOf.flatMap((gain) => [gain(from, to), gain(hopeful(from), hopeful(to))]);
    const closer = gains.some((gain) => gain > 0n);
    const further = gains.some((gain) => gain < 0n);
    return closer === further ? 'sideways' : closer ? 'toward' : 'away';
  };
}

/** The member as it would be if it came to support where it still may. */
const hopeful = (standing: Standing): Standing =>
  isPending(standing.stance) ? { ...standing, stance: 'support' } : standing;

/** What a move adds to a criterion's side of the comparison: it does not depend on where the others stand. */
function gainUnder(criterion: CountCriterion, everybody: readonly Standing[]): OfMove<bigint> {
  const decimals = finest(everybody.map((standing) => weightUnder(criterion, standing)));
  const view = viewOf(criterion, decimals);
  const { numerator, denominator } = shareOf(criterion);
  const adds = (standing: Standing): bigint => {
    const part = view(standing);
    if (part === undefined) return 0n;
    const side = (part.counts ? denominator : 0n) - (part.inBase ? numerator : 0n);
    return part.weight * (isCeiling(criterion) ? -side : side);
  };
  return (from, to) => adds(to) - adds(from);
}

/** How much of the base the bound asks for. */
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
