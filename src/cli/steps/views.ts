import { coalitions } from '../../engine/coalitions.ts';
import { outcomeAgainst } from '../../engine/decision.ts';
import { demands } from '../../engine/demands.ts';
import { groupTallies } from '../../engine/groups.ts';
import { path } from '../../engine/path.ts';
import { pivotal } from '../../engine/pivotal.ts';
import { assume, snapshot } from '../../engine/snapshot.ts';
import { tally } from '../../engine/tally.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Outcome } from '../../model/stance.ts';
import type { Prospects, SnapshotView, StatusView } from '../../model/view.ts';
import type { RosterInput } from '../input/read-roster.ts';
import type { SnapshotInput } from './read-snapshot.ts';

/** A snapshot and its tally: what `check` prints. */
export function snapshotView({ input, snapshot }: Pick<SnapshotInput, 'input' | 'snapshot'>): SnapshotView {
  const { decision } = snapshot;
  const againstDecision = decision && outcomeAgainst(input.roster, decision);
  return { snapshot, tally: tally(snapshot), origin: input.origin, ...(againstDecision && { againstDecision }) };
}

/** A snapshot, its tally and what it would take: what `status` prints. Finding the path may take a part of a second. */
export function statusView(view: SnapshotView, input: Pick<RosterInput, 'roster'>): StatusView {
  return {
    ...view,
    onRecordOutcome: onRecordOutcome(view, input),
    ...prospects(view, input),
    groups: groupTallies(view.snapshot, view.tally),
    sources: input.roster.sources,
  };
}

/** What it would take, or on whom a reached outcome depends. */
export function prospects(
  { snapshot: taken, tally: answer }: Pick<SnapshotView, 'snapshot' | 'tally'>,
  { roster }: Pick<RosterInput, 'roster'>,
): Prospects {
  const known = { path: path(taken), pivotal: pivotal(taken) };
  return { ...known, coalitions: coalitions(roster, taken, known), demands: demands(answer, known.path) };
}

/** The outcome on `stated` positions alone, at the same date and under the same assumptions. */
function onRecordOutcome(
  { snapshot: taken, tally: answer }: SnapshotView,
  input: Pick<RosterInput, 'roster'>,
): Outcome {
  if (taken.onRecord) return answer.outcome;
  const onRecord: Snapshot = snapshot(input.roster, taken.asOf, { onRecord: true });
  return tally(assume(onRecord, new Map(Object.entries(taken.assumed)))).outcome;
}
