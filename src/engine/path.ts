import type { Path } from '../model/path.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { hasCome } from './evidence/dates.ts';
import { evaluate, type Judged } from './rule/evaluate.ts';
import type { Budget } from './solver/branch-and-bound.ts';
import { countOf } from './solver/count.ts';
import { smallestBySearch } from './solver/many-constraints.ts';
import { smallestByThreshold } from './solver/one-constraint.ts';
import { canMove, isCertain, isNever, type Requirement, requirementOf } from './solver/requirement.ts';
import type { Smallest } from './solver/smallest-sets.ts';

/** How much work is done before a search, or a count, is given up: as a rule a second or two, and half a second. */
export interface Effort {
  readonly search: number;
  readonly count: number;
}

const defaultEffort: Effort = { search: 100_000_000, count: 10_000_000 };

/**
 * What it would take: the smallest number of members that must come to support, and which.
 *
 * @returns undefined when the outcome is reached
 * @see docs/rules.md#paths
 */
export function path(snapshot: Snapshot, effort = defaultEffort): Path | undefined {
  const judged = evaluate(snapshot.rule.criterion, snapshot);
  if (judged.evaluation.status === 'reached') return undefined;
  const requirement = requirementOf(judged, snapshot.members);
  if (isNever(requirement.need)) {
    const reason = snapshot.members.some(canMove) ? 'not-even-everybody' : 'nobody-can-move';
    const nothing = { size: undefined, sets: [], count: 0n, exact: true, necessary: [], possible: [] };
    return { ...nothing, waitUntil: undefined, reason };
  }
  const smallest = smallestOf(requirement, { left: effort.search });
  const { size, exact, sets, necessary, possible } = smallest;
  return {
    size,
    sets,
    count: exact ? countOf(requirement, smallest, { left: effort.count }) : undefined,
    exact,
    necessary: [...necessary].sort(compareText),
    possible: [...possible].sort(compareText),
    waitUntil: waitUntil(judged, requirement, smallest, snapshot.asOf),
    reason: undefined,
  };
}

function smallestOf(requirement: Requirement, limit: Budget): Smallest {
  const { movers, constraints, need } = requirement;
  if (isCertain(need))
    return { size: 0, exact: true, sets: [[]], necessary: new Set(), possible: new Set(), suffice: isCertain };
  const [only, another] = constraints;
  return only !== undefined && another === undefined
    ? smallestByThreshold(movers, only)
    : smallestBySearch(requirement, limit);
}

/** When a time begins, in milliseconds. */
const startOf = ({ day, instant }: Time): number => instant ?? Date.parse(day);

/** The earliest time at which one of the smallest sets is enough; undefined when one is enough now. */
function waitUntil(judged: Judged, { needWhen }: Requirement, { suffice }: Smallest, asOf: Time): Time | undefined {
  if (suffice(needWhen((time) => hasCome(time, asOf)))) return undefined;
  const ahead = timesIn(judged).filter((time) => !hasCome(time, asOf));
  ahead.sort((a, b) => startOf(a) - startOf(b));
  return ahead.find((then) => suffice(needWhen((time) => hasCome(time, asOf) || startOf(time) <= startOf(then))));
}

function timesIn({ evaluation, of }: Judged): Time[] {
  if (evaluation.kind !== 'count') return of.flatMap(timesIn);
  return evaluation.criterion.notBefore === undefined ? [] : [evaluation.criterion.notBefore];
}
