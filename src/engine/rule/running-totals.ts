import { type CountCriterion, type Criterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { Evaluation } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { finest } from '../../text/decimal.ts';
import { runningDivisor } from './common-divisor.ts';
import { decimalsOfBound, isMetBy, scopedMemberUnder, unitOf, weightUnder } from './constraints.ts';
import { connectiveEvaluation, countEvaluation } from './evaluate.ts';

/**
 * The figures of a rule, kept up to date while members come, go and move. A change takes time in the number of
 * criteria, not in the number of members.
 */
export interface RunningTotals {
  add(standing: Standing): void;
  /** Takes a member out again, with the standing with which it was added. */
  remove(standing: Standing): void;
  /** The rule evaluated over the members added and not removed. */
  evaluation(asOf: Time): Evaluation;
}

type HasWeights = Pick<Standing, 'weights'>;

/**
 * The running totals of a rule, at first over nobody.
 *
 * @param everybody all members that may ever be added: their weights decide how many decimals the figures need
 */
export function runningTotals(criterion: Criterion, everybody: readonly HasWeights[]): RunningTotals {
  if (criterion.kind === 'count') return countTotals(criterion, everybody);
  const of = criterion.of.map((part) => runningTotals(part, everybody));
  return {
    add: (standing) => {
      for (const part of of) part.add(standing);
    },
    remove: (standing) => {
      for (const part of of) part.remove(standing);
    },
    evaluation: (asOf) =>
      connectiveEvaluation(
        criterion,
        of.map((part) => part.evaluation(asOf)),
      ),
  };
}

function countTotals(criterion: CountCriterion, everybody: readonly HasWeights[]): RunningTotals {
  const decimalsOf = (standing: HasWeights): number => finest([weightUnder(criterion, standing)]);
  const decimals = everybody.reduce((most, one) => Math.max(most, decimalsOf(one)), decimalsOfBound(criterion));
  const scoped = scopedMemberUnder(criterion, decimals);
  const ceiling = isCeiling(criterion);
  let [have, base, possible, possibleBase] = [0n, 0n, 0n, 0n];
  const divisor = runningDivisor();
  const change = (standing: Standing, sign: 1 | -1): void => {
    const member = scoped(standing);
    if (member === undefined) return;
    if (sign === 1) divisor.add(member.weight);
    else divisor.remove(member.weight);
    const weight = sign === 1 ? member.weight : -member.weight;
    const pending = isPending(standing.stance);
    if (member.counts) have += weight;
    if (member.inBase) base += weight;
    // As a supporter, a pending member is counted by a floor, not counted by a ceiling, and in every base.
    if (pending ? !ceiling : member.counts) possible += weight;
    if (pending || member.inBase) possibleBase += weight;
  };
  const isMet = (sum: bigint, whole: bigint): boolean => isMetBy(criterion, sum, whole, decimals);
  return {
    add: (standing) => change(standing, 1),
    remove: (standing) => change(standing, -1),
    evaluation: (asOf) => {
      const met = isMet(have, base);
      const attainable = met || isMet(possible, possibleBase);
      return countEvaluation(
        criterion,
        { decimals, unit: unitOf(divisor.value(), decimals), have, base, possible, met, attainable },
        asOf,
      );
    },
  };
}
