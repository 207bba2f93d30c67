import type { Path, PathReason } from '../model/path.ts';
import type { Snapshot, Standing } from '../model/snapshot.ts';
import { endOf, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { hasCome } from './evidence/dates.ts';
import { holds, totalGain } from './rule/constraints.ts';
import { type Evaluated, evaluate } from './rule/evaluate.ts';
import type { Budget } from './solver/branch-and-bound.ts';
import { countSmallestSets } from './solver/count.ts';
import { smallestSetsBySearch } from './solver/many-constraints.ts';
import { smallestSetsBySorting } from './solver/one-constraint.ts';
import { canMove, isAlwaysMet, isNeverMet, type Requirement, requirementOf } from './solver/requirement.ts';
import type { SmallestSets } from './solver/smallest-sets.ts';

/** The work after which a search or a count is given up, in steps of about equal length. */
export interface Effort {
  /** For the size, the sets and their members. */
  readonly search: number;
  /** For counting the sets. */
  readonly count: number;
}

/** A second or two for the search, and half a second for the count, on most machines. */
const defaultEffort: Effort = { search: 100_000_000, count: 10_000_000 };

/**
 * The shortest path to the outcome: the smallest number of members that must move to support, and which.
 *
 * @returns undefined if the outcome is reached
 * @see docs/rules.md#paths
 */
export function path(snapshot: Snapshot, effort = defaultEffort): Path | undefined {
  const rule = evaluate(snapshot);
  if (rule.evaluation.status === 'reached') return undefined;
  const requirement = requirementOf(rule, snapshot.members);
  if (isNeverMet(requirement.need)) {
    const reason = reasonFor(rule, snapshot.members);
    const nothing = { size: undefined, sets: [], count: 0n, exact: true, necessary: [], possible: [] };
    return { ...nothing, waitUntil: undefined, reason };
  }
  const smallest = smallestSetsOf(requirement, { left: effort.search });
  const { size, exact, sets, necessary, possible } = smallest;
  return {
    size,
    sets,
    count: exact ? countSmallestSets(requirement, smallest, { left: effort.count }) : undefined,
    exact,
    necessary: [...necessary].sort(compareText),
    possible: [...possible].sort(compareText),
    waitUntil: waitUntil(rule, requirement, smallest, snapshot.asOf),
    reason: undefined,
  };
}

function smallestSetsOf(requirement: Requirement, budget: Budget): SmallestSets {
  const { movers, constraints, need } = requirement;
  if (isAlwaysMet(need))
    return { size: 0, exact: true, sets: [[]], necessary: new Set(), possible: new Set(), suffice: isAlwaysMet };
  const [only, another] = constraints;
  return only !== undefined && another === undefined
    ? smallestSetsBySorting(movers, only)
    : smallestSetsBySearch(requirement, budget);
}

/** The earliest `not-before` date at which one of the smallest sets is enough; undefined if one is enough now. */
function waitUntil(
  rule: Evaluated,
  { needWhen }: Requirement,
  { suffice }: SmallestSets,
  asOf: Time,
): Time | undefined {
  if (suffice(needWhen((time) => hasCome(time, asOf)))) return undefined;
  const ahead = notBeforeDates(rule).filter((time) => !hasCome(time, asOf));
  ahead.sort((a, b) => compareText(endOf(a), endOf(b)));
  return ahead.find((then) => suffice(needWhen((time) => hasCome(time, asOf) || hasCome(time, then))));
}

function notBeforeDates({ evaluation, of }: Evaluated): Time[] {
  if (evaluation.kind !== 'count') return of.flatMap(notBeforeDates);
  return evaluation.criterion.notBefore === undefined ? [] : [evaluation.criterion.notBefore];
}

/**
 * Why no number of members is enough: because of what is closed, if with that met it would be, or if with everything
 * else met it would not be.
 */
function reasonFor(rule: Evaluated, members: readonly Standing[]): PathReason {
  const movers = members.filter(canMove).map(({ code }) => code);
  const isWithinReach = ({ covering }: Evaluated): boolean =>
    holds(covering, (constraint) => totalGain(constraint, movers));
  const ifClosedWereMet = isMetIf(rule, (part) => part.evaluation.closed || isWithinReach(part));
  const ifTheRestWereMet = isMetIf(rule, ({ evaluation }) => !evaluation.closed || evaluation.status === 'reached');
  if (ifClosedWereMet || !ifTheRestWereMet) return 'closed';
  return movers.length > 0 ? 'not-even-everybody' : 'nobody-can-move';
}

/** Whether a rule is met if these of its criteria that count are. */
function isMetIf(rule: Evaluated, isMet: (count: Evaluated) => boolean): boolean {
  const { evaluation, of } = rule;
  if (evaluation.kind === 'count') return isMet(rule);
  return evaluation.kind === 'all' ? of.every((part) => isMetIf(part, isMet)) : of.some((part) => isMetIf(part, isMet));
}
