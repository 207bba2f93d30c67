import { type CountCriterion, type Criterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { Evaluation } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { finest } from '../../text/decimal.ts';
import { decimalsOfBound, isMetBy, viewOf, weightUnder } from './constraints.ts';

import { connected, counted } from './evaluate.ts';

/**
 * A rule's figures, kept up to date while members come, go and move. A change costs as much as the rule has criteria,
 * however many members there are.
 */
export interface Sums {
  enter(standing: Standing): void;
  /** The standing as it was when it entered. */
  leave(standing: Standing): void;
  /** The rule as evaluated over those that are in now. */
  evaluation(asOf: Time): Evaluation;
}

type HasWeights = Pick<Standing, 'weights'>;

/**
 * The sums of a rule over nobody.
 *
 * @param everybody all that may ever enter: their weights say how fine the figures must be
 */
export function sumsOf(criterion: Criterion, everybody: readonly HasWeights[]): Sums {
  if (criterion.kind === 'count') return sumsOfCount(criterion, everybody);
  const of = criterion.of.map((part) => sumsOf(part, everybody));
  return {
    enter: (standing) => {
      for (const part of of) part.enter(standing);
    },
    leave: (standing) => {
      for (const part of of) part.leave(standing);
    },
    evaluation: (asOf) =>
      connected(
        criterion,
        of.map((part) => part.evaluation(asOf)),
      ),
  };
}

function sumsOfCount(criterion: CountCriterion, everybody: readonly HasWeights[]): Sums {
  const decimalsOf = (standing: HasWeights): number => finest([weightUnder(criterion, standing)]);
  const decimals = everybody.reduce((most, one) => Math.max(most, decimalsOf(one)), decimalsOfBound(criterion));
  const view = viewOf(criterion, decimals);
  const ceiling = isCeiling(criterion);
  let [have, base, possible, possibleBase] = [0n, 0n, 0n, 0n];
  // How many of those that are in have a weight of so many decimals.
  const finenesses = new Map<number, number>();
  const change = (standing: Standing, sign: 1 | -1): void => {
    const fineness = decimalsOf(standing);
    finenesses.set(fineness, (finenesses.get(fineness) ?? 0) + sign);
    const part = view(standing);
    if (part === undefined) return;
    const weight = sign === 1 ? part.weight : -part.weight;
    const pending = isPending(standing.stance);
    if (part.counts) have += weight;
    if (part.inBase) base += weight;
    // A supporter is in what a floor counts, not in what a ceiling counts, and in every base.
    if (pending ? !ceiling : part.counts) possible += weight;
    if (pending || part.inBase) possibleBase += weight;
  };
  const isMet = (sum: bigint, whole: bigint): boolean => isMetBy(criterion, sum, whole, decimals);
  return {
    enter: (standing) => change(standing, 1),
    leave: (standing) => change(standing, -1),
    evaluation: (asOf) => {
      const used = [...finenesses].reduce(
        (most, [fineness, count]) => (count > 0 ? Math.max(most, fineness) : most),
        0,
      );
      const met = isMet(have, base);
      const hopeful = met || isMet(possible, possibleBase);
      return counted(
        criterion,
        { decimals, unit: 10n ** BigInt(decimals - used), have, base, possible, met, hopeful },
        asOf,
      );
    },
  };
}
