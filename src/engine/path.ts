import type { Path } from '../model/path.ts';
import type { CountCriterion } from '../model/rule.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Time } from '../model/time.ts';
import { type CheapestSets, cheapestSets, type Effort, effortFor, memberSetsOf } from './coalitions/cheapest-sets.ts';
import { missingIn } from './coalitions/moves-to-support.ts';
import { hasCome } from './evidence/dates.ts';
import type { Covering } from './rule/constraints.ts';
import type { Evaluated } from './rule/evaluate.ts';
import { isNeverMet } from './solver/program/need.ts';
import type { Requirement } from './solver/program/requirement.ts';

/**
 * The shortest path to the outcome: the smallest number of members that must move to support, and which.
 *
 * @returns undefined if the outcome is reached
 * @see docs/rules.md#paths
 */
export function path(snapshot: Snapshot, effort?: Effort): Path | undefined {
  const missing = missingIn(snapshot);
  if (missing === undefined) return undefined;
  const { rule, requirement, able } = missing;
  const found = cheapestSets(requirement, 'members', effort ?? effortFor(snapshot.members.length));
  const noReason = able.length > 0 ? 'not-even-everybody' : 'nobody-can-move';
  return {
    ...memberSetsOf(found),
    waitUntil: found.size === undefined ? undefined : waitUntil(rule, requirement, found, snapshot.asOf),
    reason: isNeverMet(requirement.need) ? noReason : undefined,
  };
}

/** The beginning of a time, in milliseconds since 1970. */
const startOf = ({ day, instant }: Time): number => instant ?? Date.parse(day);

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
  ahead.sort((a, b) => startOf(a) - startOf(b));
  return ahead.find((then) => isEnough((time) => hasCome(time, asOf) || startOf(time) <= startOf(then)));
}

/** The covering of a rule in which the criteria that do not count now are never met. */
function coveringWhen(
  { evaluation, covering, of }: Evaluated,
  counts: (criterion: CountCriterion) => boolean,
): Covering {
  if (evaluation.kind !== 'count') return { kind: evaluation.kind, of: of.map((part) => coveringWhen(part, counts)) };
  return counts(evaluation.criterion) ? covering : { kind: 'any', of: [] };
}

function notBeforeDates({ evaluation, of }: Evaluated): Time[] {
  if (evaluation.kind !== 'count') return of.flatMap(notBeforeDates);
  return evaluation.criterion.notBefore === undefined ? [] : [evaluation.criterion.notBefore];
}
