import type { Roster } from '../model/roster.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Outcome } from '../model/stance.ts';
import type { Timeline } from '../model/timeline.ts';
import type { Prospects, SnapshotView, StatusView, TimelineView } from '../model/view.ts';
import { coalitions } from './coalitions.ts';
import { outcomeAgainst } from './decision.ts';
import { demands } from './demands.ts';
import { groupTallies } from './groups.ts';
import { path } from './path.ts';
import { pivotal } from './pivotal.ts';
import { evaluate } from './rule/evaluate.ts';
import { assume, snapshot } from './snapshot.ts';
import { tally } from './tally.ts';

/**
 * A snapshot of a roster and its tally: everything that `check` says.
 *
 * @param origin the origin of the roster, as shown to users
 */
export function briefAnswer(roster: Roster, taken: Snapshot, origin: string): SnapshotView {
  const { decision } = taken;
  const againstDecision = decision && outcomeAgainst(roster, decision);
  return { snapshot: taken, tally: tally(taken), origin, ...(againstDecision && { againstDecision }) };
}

/**
 * Everything that `status` says of a snapshot of a roster, which may be a what-if. Finding the path may take a fraction
 * of a second.
 *
 * @param origin the origin of the roster, as shown to users
 */
export function answer(roster: Roster, taken: Snapshot, origin: string): StatusView {
  return wholeAnswer(roster, briefAnswer(roster, taken, origin));
}

/** The same of a brief answer that is there already. */
export function wholeAnswer(roster: Roster, brief: SnapshotView): StatusView {
  return {
    ...brief,
    onRecordOutcome: onRecordOutcome(roster, brief),
    ...prospects(roster, brief),
    groups: groupTallies(brief.snapshot, brief.tally),
    sources: roster.sources,
  };
}

/** What it would take, or on whom a reached outcome depends. */
export function prospects(
  roster: Roster,
  { snapshot: taken, tally: answered }: Pick<SnapshotView, 'snapshot' | 'tally'>,
): Prospects {
  const known = { path: path(taken), pivotal: pivotal(taken) };
  return {
    path: known.path,
    pivotal: known.pivotal,
    coalitions: coalitions(roster, taken, known),
    demands: demands(answered, known.path),
  };
}

/** The outcome on `stated` positions alone, at the same date and under the same assumptions. */
function onRecordOutcome(roster: Roster, { snapshot: taken, tally: answered }: SnapshotView): Outcome {
  if (taken.onRecord || isOnRecord(roster)) return answered.outcome;
  const onRecord = snapshot(roster, taken.asOf, { onRecord: true });
  return evaluate(assume(onRecord, new Map(Object.entries(taken.assumed)))).evaluation.status;
}

/** Whether every stance in a roster is by the member's own statement, so that no other evidence could be left out. */
const isOnRecord = ({ members, reports, claims }: Roster): boolean =>
  reports.length === 0 &&
  claims.every(({ holdouts }) => holdouts === undefined) &&
  members.every(({ positions }) => positions.every(({ basis }) => basis === 'stated'));

/** Where nothing is dated, any day will do. */
const anyDay = '9999-12-31';

/**
 * The snapshot on the last day of a timeline, with the rule's answer.
 *
 * @param rosters those that the timeline was made from
 * @returns undefined when the timeline ends before the first of several rosters
 */
export function timelineEnd(
  rosters: readonly [Roster, ...Roster[]],
  { to, from, points, onRecord }: Timeline,
): TimelineView['end'] {
  const day = to ?? points.at(-1)?.date.day ?? from ?? anyDay;
  const roster = rosters.length === 1 ? rosters[0] : latestBy(rosters, day);
  if (roster === undefined) return undefined;
  const end = snapshot(roster, { text: day, day }, { onRecord });
  const againstDecision = end.decision && outcomeAgainst(roster, end.decision);
  return { snapshot: end, tally: tally(end), ...(againstDecision && { againstDecision }) };
}

function latestBy(rosters: readonly Roster[], day: string): Roster | undefined {
  const asOfDay = ({ asOf }: Roster): string => asOf?.day ?? '';
  return rosters
    .filter((roster) => asOfDay(roster) <= day)
    .reduce<Roster | undefined>((last, next) => (last && asOfDay(last) > asOfDay(next) ? last : next), undefined);
}
