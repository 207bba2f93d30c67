import { type CountCriterion, type Criterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { Evaluation } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { finest } from '../../text/decimal.ts';
import { decimalsOfBound, isMetBy, scopedMemberUnder, weightUnder } from './constraints.ts';
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
  /** How many members have a weight of each number of decimals. */
  const membersByDecimals = new Map<number, number>();
  const change = (standing: Standing, sign: 1 | -1): void => {
    const own = decimalsOf(standing);
    membersByDecimals.set(own, (membersByDecimals.get(own) ?? 0) + sign);
    const member = scoped(standing);
    if (member === undefined) return;
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
      const used = [...membersByDecimals].reduce((most, [own, count]) => (count > 0 ? Math.max(most, own) : most), 0);
      const met = isMet(have, base);
      const attainable = met || isMet(possible, possibleBase);
      return countEvaluation(
        criterion,
        { decimals, unit: 10n ** BigInt(decimals - used), have, base, possible, met, attainable },
        asOf,
      );
    },
  };
}
