import {
  type ConnectiveCriterion,
  type CountCriterion,
  type Criterion,
  isCeiling,
  type Rule,
} from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending, type Outcome } from '../../model/stance.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { endOf, type Time } from '../../model/time.ts';
import { closesAt, closingOn } from './closing.ts';
import { runningDivisor } from './common-divisor.ts';
import { decimalsOfBound, isMetBy, scopedMemberUnder, unitOf } from './constraints.ts';
import { type CountFigures, connectiveEvaluation, countEvaluation } from './evaluate.ts';
import { type OutcomeTree, outcomeTree } from './outcome-tree.ts';
import { byMember, finestUnder } from './scope.ts';

/**
 * The figures of a rule, kept up to date while members come, go and move. A change takes time in the number of
 * criteria that may have the member in their scope, not in the number of members.
 */
export interface RunningTotals {
  /** @param closing of the members as they stood at a closing: its last moment; absent for those of now */
  add(standing: Standing, closing?: string): void;
  /** Takes a member out again, with the standing with which it was added. */
  remove(standing: Standing, closing?: string): void;
  /** The rule evaluated over the members added and not removed: of now, and of each closing that has come. */
  evaluation(asOf: Time): Evaluation;
  /** The status of that alone: after a change only what it concerns is looked at. */
  status(asOf: Time): Outcome;
}

type HasWeights = Pick<Standing, 'weights'>;

/**
 * The running totals of a rule, at first over nobody.
 *
 * @param everybody all members that may ever be added: their weights decide how many decimals the figures need
 */
export function runningTotals({ criterion, closes }: Rule, everybody: readonly HasWeights[]): RunningTotals {
  const counts: RunningCount[] = [];
  const tree = partOf(criterion, closes, (leaf, closing) => {
    const count = runningCount(leaf, closing, everybody);
    counts.push(count);
    return count;
  });
  const countsAbout = byMember(counts, (count) => count.criterion);
  const changed = new Set<RunningCount>();
  const change = (standing: Standing, sign: 1 | -1, closing: string | undefined): void => {
    for (const count of countsAbout(standing.code)) {
      count.change(standing, sign, closing);
      changed.add(count);
    }
  };
  let known: { readonly outcomes: OutcomeTree<RunningCount>; readonly asOf: Time } | undefined;
  return {
    add: (standing, closing) => change(standing, 1, closing),
    remove: (standing, closing) => change(standing, -1, closing),
    evaluation: (asOf) => evaluationOf(tree, asOf),
    status(asOf) {
      if (known?.asOf === asOf)
        for (const leaf of changed) known.outcomes.change({ leaf, outcome: leaf.evaluation(asOf).status });
      else known = { outcomes: outcomeTree(tree, (leaf) => leaf.evaluation(asOf).status), asOf };
      changed.clear();
      return known.outcomes.outcome();
    },
  };
}

/** What a criterion that counts comes to, kept up to date. */
interface RunningCount {
  readonly criterion: CountCriterion;
  change(standing: Standing, sign: 1 | -1, closing: string | undefined): void;
  evaluation(asOf: Time): CountEvaluation;
}

type Part =
  | { readonly kind: 'leaf'; readonly leaf: RunningCount }
  | {
      readonly kind: 'all' | 'any';
      readonly of: readonly Part[];
      readonly criterion: ConnectiveCriterion;
      readonly closes: Time | undefined;
    };

/** @param above the time at which closes what is above the criterion */
function partOf(
  criterion: Criterion,
  above: Time | undefined,
  countOf: (criterion: CountCriterion, closes: Time | undefined) => RunningCount,
): Part {
  const closes = closesAt(criterion, above);
  if (criterion.kind === 'count') return { kind: 'leaf', leaf: countOf(criterion, closes) };
  const of = criterion.of.map((part) => partOf(part, closes, countOf));
  return { kind: criterion.kind, of, criterion, closes };
}

function evaluationOf(part: Part, asOf: Time): Evaluation {
  if (part.kind === 'leaf') return part.leaf.evaluation(asOf);
  const of = part.of.map((inner) => evaluationOf(inner, asOf));
  return connectiveEvaluation(part.criterion, of, part.closes);
}

function runningCount(
  criterion: CountCriterion,
  closes: Time | undefined,
  everybody: readonly HasWeights[],
): RunningCount {
  const decimals = Math.max(finestUnder(criterion, everybody), decimalsOfBound(criterion));
  const [now, then] = [runningFigures(criterion, decimals), runningFigures(criterion, decimals)];
  const key = closes && endOf(closes);
  const isTimeless = closes === undefined && criterion.notBefore === undefined;
  /** The latest evaluation, if nothing has changed since. */
  let known: { readonly evaluation: CountEvaluation; readonly asOf: Time } | undefined;
  const evaluate = (asOf: Time): CountEvaluation => {
    const closing = closingOn(closes, asOf);
    const figures = closing.closed ? then.closedFigures() : now.figures();
    return countEvaluation(criterion, figures, asOf, closing);
  };
  return {
    criterion,
    change(standing, sign, closing) {
      known = undefined;
      if (closing === undefined) now.change(standing, sign);
      else if (closing === key) then.change(standing, sign);
    },
    evaluation(asOf) {
      if (known === undefined || !(isTimeless || known.asOf === asOf)) known = { evaluation: evaluate(asOf), asOf };
      return known.evaluation;
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
