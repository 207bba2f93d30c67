import { demands } from '../../engine/demands.ts';
import { path } from '../../engine/path.ts';
import { pivotal } from '../../engine/pivotal.ts';
import { assume, snapshot } from '../../engine/snapshot.ts';
import { tally } from '../../engine/tally.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { RosterInput } from '../input/read-roster.ts';
import { objectionIn, type SnapshotRequest } from '../input/snapshot-options.ts';

/** The date at which to read a roster. @throws UsageError when it is named twice */
export function asOfOf({ roster, date, file }: RosterInput, { asOf }: SnapshotRequest, today: string): Time {
  if (asOf !== undefined && date !== undefined)
    throw new UsageError('two-dates', `${quote(file)} is asked for at ${date.text}, and --as-of says ${asOf.text}`);
  return asOf ?? date ?? roster.asOf ?? { text: today, day: today };
}

/** A roster at a date, under assumptions. @throws UsageError for an assumption about somebody who is not in it */
export function snapshotOf(input: RosterInput, options: SnapshotRequest, today: string): Snapshot {
  const { roster } = input;
  const asOf = asOfOf(input, options, today);
  const taken = snapshot(roster, asOf, { onRecord: options.onRecord ?? false });
  const moves = options.assume ?? new Map<string, Stance>();
  const objection = objectionIn(roster, taken);
  for (const code of moves.keys()) {
    const objected = objection(code);
    if (objected === undefined) continue;
    throw new UsageError('unknown-member', `--assume: ${objected.message}; ${objected.hint()}`);
  }
  return assume(taken, moves);
}

/** Reads a roster at a date and tallies it. @throws UsageError for an assumption about somebody who is not in it */
export function snapshotView(input: RosterInput, options: SnapshotRequest, today: string): SnapshotView {
  const taken = snapshotOf(input, options, today);
  const onRecord = tally(snapshotOf(input, { ...options, onRecord: true }, today));
  return { snapshot: taken, tally: tally(taken), onRecordOutcome: onRecord.outcome, origin: input.origin };
}

/** The same, with what it would take: that may need as long as a second. @throws UsageError as above */
export function statusView(input: RosterInput, options: SnapshotRequest, today: string): StatusView {
  return whatItWouldTake(snapshotView(input, options, today));
}

/** What it would take, beside what is known already. */
export function whatItWouldTake(view: SnapshotView): StatusView {
  const found = path(view.snapshot);
  return { ...view, path: found, pivotal: pivotal(view.snapshot), demands: demands(view.tally, found) };
}
