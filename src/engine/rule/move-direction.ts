import type { Direction } from '../../model/diff.ts';
import { type CountCriterion, isCeiling } from '../../model/rule.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf } from '../../model/time.ts';
import { hasCome } from '../time/dates.ts';
import { closingCounts } from './closing.ts';
import { scopedMemberUnder } from './constraints.ts';
import { byMember, finestUnder } from './scope.ts';

type OfMove<T> = (from: Standing, to: Standing) => T;

/**
 * Where a member stood before a move and stands after it: now, or at a closing, named by its last moment.
 *
 * @returns undefined where the move changes nothing
 */
export type PairAt = (closing: string | undefined) => readonly [from: Standing, to: Standing] | undefined;

/**
 * A function from a member's move to its direction: toward the outcome if it adds to a criterion, as it is or as it could become
 * with all pending members in support, and takes from none; away in the reverse case; else sideways. A criterion that
 * has closed goes by where the member stood at its closing.
 *
 * @param snapshot after the move; the weights of its members decide how many decimals the figures need
 */
export function directionsUnder({
  rule,
  asOf,
  members,
  closings,
}: Snapshot): (code: string, pairAt: PairAt) => Direction {
  const counts = closingCounts(rule).map(({ criterion, closes }) => {
    const closing = closes && hasCome(closes, asOf) ? endOf(closes) : undefined;
    const everybody = closing === undefined ? members : (closings.get(closing) as readonly Standing[]);
    return { criterion, closing, gain: gainUnder(criterion, everybody) };
  });
  const countsAbout = byMember(counts, ({ criterion }) => criterion);
  return (code, pairAt) => {
    const gains = countsAbout(code).flatMap(({ closing, gain }) => {
      const [from, to] = pairAt(closing) ?? [];
      if (from === undefined || to === undefined) return [];
      return closing === undefined ? [gain(from, to), gain(optimistic(from), optimistic(to))] : [gain(from, to)];
    });
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
  const decimals = finestUnder(criterion, everybody);
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
