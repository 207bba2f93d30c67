import { type CountCriterion, type Criterion, isCeiling, type Rule } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { Evaluation } from '../../model/tally.ts';
import { endOf, type Time } from '../../model/time.ts';
import { finest } from '../../text/decimal.ts';
import { closesAt, closingOn } from './closing.ts';
import { runningDivisor } from './common-divisor.ts';
import { decimalsOfBound, isMetBy, scopedMemberUnder, unitOf, weightUnder } from './constraints.ts';
import { type CountFigures, connectiveEvaluation, countEvaluation } from './evaluate.ts';

/**
 * The figures of a rule, kept up to date while members come, go and move. A change takes time in the number of
 * criteria, not in the number of members.
 */
export interface RunningTotals {
  /** @param closing of the members as they stood at a closing: its last moment; absent for those of now */
  add(standing: Standing, closing?: string): void;
  /** Takes a member out again, with the standing with which it was added. */
  remove(standing: Standing, closing?: string): void;
  /** The rule evaluated over the members added and not removed: of now, and of each closing that has come. */
  evaluation(asOf: Time): Evaluation;
}

type HasWeights = Pick<Standing, 'weights'>;

/**
 * The running totals of a rule, at first over nobody.
 *
 * @param everybody all members that may ever be added: their weights decide how many decimals the figures need
 */
export function runningTotals({ criterion, closes }: Rule, everybody: readonly HasWeights[]): RunningTotals {
  return totalsUnder(criterion, closes, everybody);
}

/** @param above the time at which closes what is above the criterion */
function totalsUnder(criterion: Criterion, above: Time | undefined, everybody: readonly HasWeights[]): RunningTotals {
  const closes = closesAt(criterion, above);
  if (criterion.kind === 'count') return countTotals(criterion, closes, everybody);
  const of = criterion.of.map((part) => totalsUnder(part, closes, everybody));
  return {
    add: (standing, closing) => {
      for (const part of of) part.add(standing, closing);
    },
    remove: (standing, closing) => {
      for (const part of of) part.remove(standing, closing);
    },
    evaluation: (asOf) =>
      connectiveEvaluation(
        criterion,
        of.map((part) => part.evaluation(asOf)),
        closes,
      ),
  };
}

function countTotals(
  criterion: CountCriterion,
  closes: Time | undefined,
  everybody: readonly HasWeights[],
): RunningTotals {
  const decimalsOf = (standing: HasWeights): number => finest([weightUnder(criterion, standing)]);
  const decimals = everybody.reduce((most, one) => Math.max(most, decimalsOf(one)), decimalsOfBound(criterion));
  const [now, then] = [runningFigures(criterion, decimals), runningFigures(criterion, decimals)];
  const key = closes && endOf(closes);
  const change = (standing: Standing, sign: 1 | -1, closing: string | undefined): void => {
    if (closing === undefined) now.change(standing, sign);
    else if (closing === key) then.change(standing, sign);
  };
  return {
    add: (standing, closing) => change(standing, 1, closing),
    remove: (standing, closing) => change(standing, -1, closing),
    evaluation: (asOf) => {
      const closing = closingOn(closes, asOf);
      const figures = closing.closed ? then.closedFigures() : now.figures();
      return countEvaluation(criterion, figures, asOf, closing);
    },
  };
}

function runningFigures(criterion: CountCriterion, decimals: number) {
  const scoped = scopedMemberUnder(criterion, decimals);
  const ceiling = isCeiling(criterion);
  let [have, base, possible, possibleBase] = [0n, 0n, 0n, 0n];
  const divisor = runningDivisor();
  const isMet = (sum: bigint, whole: bigint): boolean => isMetBy(criterion, sum, whole, decimals);
  const figures = (): CountFigures => {
    const met = isMet(have, base);
    const attainable = met || isMet(possible, possibleBase);
    return { decimals, unit: unitOf(divisor.value(), decimals), have, base, possible, met, attainable };
  };
  return {
    figures,
    /** Nobody is pending any more. */
    closedFigures: (): CountFigures => ({ ...figures(), possible: have, attainable: isMet(have, base) }),
    change: (standing: Standing, sign: 1 | -1): void => {
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
    },
  };
}
