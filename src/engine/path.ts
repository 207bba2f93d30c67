import type { Path, PathReason } from '../model/path.ts';
import type { CountCriterion } from '../model/rule.ts';
import type { Snapshot, Standing } from '../model/snapshot.ts';
import { endOf, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { type CheapestSets, cheapestSets, type Effort, effortFor, memberSetsOf } from './coalitions/cheapest-sets.ts';
import { missingIn } from './coalitions/moves-to-support.ts';
import { type Covering, holds, totalGain } from './rule/constraints.ts';
import { type Evaluated, keptEvaluation } from './rule/evaluate.ts';
import { isNeverMet } from './solver/program/need.ts';
import type { Requirement } from './solver/program/requirement.ts';
import { hasCome } from './time/dates.ts';

/**
 * The shortest path to the outcome: the smallest number of members that must move to support, and which ones.
 *
 * @returns undefined if the outcome is reached
 * @see docs/what-it-would-take.md#paths
 */
export function path(snapshot: Snapshot, effort?: Effort): Path | undefined {
  const rule = keptEvaluation(snapshot);
  const missing = missingIn(snapshot);
  if (missing === undefined) return undefined;
  const { requirement, able } = missing;
  const found = cheapestSets(requirement, 'members', effort ?? effortFor(snapshot.members.length));
  return {
    ...memberSetsOf(found),
    waitUntil: found.size === undefined ? undefined : waitUntil(rule, requirement, found, snapshot.asOf),
    reason: isNeverMet(requirement.need) ? reasonFor(rule, able) : undefined,
  };
}

/** The earliest `not-before` date at which one of the smallest sets is enough; undefined if one is enough now. */
function waitUntil(
  rule: Evaluated,
  { needOf }: Requirement,
  { suffice }: Pick<CheapestSets, 'suffice'>,
  asOf: Time,
): Time | undefined {
  const isEnough = (hasStarted: (time: Time) => boolean): boolean =>
    suffice(needOf(coveringWhen(rule, ({ notBefore }) => notBefore === undefined || hasStarted(notBefore))));
  if (isEnough((time) => hasCome(time, asOf))) return undefined;
  const ahead = notBeforeDates(rule).filter((time) => !hasCome(time, asOf));
  ahead.sort((a, b) => compareText(endOf(a), endOf(b)));
  return ahead.find((then) => isEnough((time) => hasCome(time, asOf) || hasCome(time, then)));
}

/** The covering of a rule in which the criteria that do not count now are never met. */
function coveringWhen(
  { evaluation, covering, of }: Evaluated,
  counts: (criterion: CountCriterion) => boolean,
): Covering {
  if (evaluation.kind !== 'count') return { kind: evaluation.kind, of: of.map((part) => coveringWhen(part, counts)) };
  return evaluation.closed || counts(evaluation.criterion) ? covering : { kind: 'any', of: [] };
}

function notBeforeDates({ evaluation, of }: Evaluated): Time[] {
  if (evaluation.kind !== 'count') return of.flatMap(notBeforeDates);
  return evaluation.criterion.notBefore === undefined ? [] : [evaluation.criterion.notBefore];
}

/**
 * Why no number of members is enough: because of what is closed, if with that met it would be, or if with everything
 * else met it would not be.
 */
function reasonFor(rule: Evaluated, able: readonly Standing[]): PathReason {
  const movers = new Set(able.map(({ code }) => code));
  const isWithinReach = ({ covering }: Evaluated): boolean =>
    holds(covering, (constraint) => totalGain(constraint, movers));
  const ifClosedWereMet = isMetIf(rule, (part) => part.evaluation.closed || isWithinReach(part));
  const ifTheRestWereMet = isMetIf(rule, ({ evaluation }) => !evaluation.closed || evaluation.status === 'reached');
  if (ifClosedWereMet || !ifTheRestWereMet) return 'closed';
  return movers.size > 0 ? 'not-even-everybody' : 'nobody-can-move';
}

/** Whether a rule is met if these of its criteria that count are. */
function isMetIf(rule: Evaluated, isMet: (count: Evaluated) => boolean): boolean {
  const { evaluation, of } = rule;
  if (evaluation.kind === 'count') return isMet(rule);
  return evaluation.kind === 'all' ? of.every((part) => isMetIf(part, isMet)) : of.some((part) => isMetIf(part, isMet));
}
