import type { Diff, Side } from './diff.ts';
import type { MemberHistory } from './member-history.ts';
import type { DemandAhead, Path, Pivotal } from './path.ts';
import type { Position } from './roster.ts';
import type { Snapshot } from './snapshot.ts';
import type { Outcome } from './stance.ts';
import type { Tally } from './tally.ts';
import type { Time } from './time.ts';

/** The outcome of an earlier snapshot for `check --since`, or why there is none. */
export interface Earlier {
  /** The file as the user named it, without a date. */
  readonly file: string;
  /** Where it came from, for people. */
  readonly origin: string;
  readonly before: { readonly asOf: Time; readonly outcome: Outcome } | { readonly none: 'missing' | 'invalid' };
}

/** What `check` shows of one snapshot. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
  /** The outcome on `stated` positions alone. */
  readonly onRecordOutcome: Outcome;
  /** Where the roster came from, for people. */
  readonly origin: string;
  /** The earlier snapshot to compare with; none if that was not asked for. */
  readonly since?: Earlier;
}

/** What `status` shows: also the shortest path, or how firmly the outcome stands. */
export interface StatusView extends SnapshotView {
  /** Undefined if the outcome is reached. */
  readonly path: Path | undefined;
  readonly pivotal: Pivotal;
  readonly demands: readonly DemandAhead[];
}

/** What `diff` shows of two snapshots. */
export interface DiffView {
  readonly diff: Diff;
  /** Where the rosters came from, for people. */
  readonly origins: { readonly before: string; readonly after: string };
}

/** What `member` shows of one member. */
export interface MemberView {
  readonly history: MemberHistory;
  /** Where the roster came from, for people. */
  readonly origin: string;
}

/** What `record` shows of its moves, made or planned. */
export interface RecordView {
  /** The file as the user named it. */
  readonly file: string;
  readonly moves: readonly {
    readonly code: string;
    readonly position: Pick<Position, 'stance'> & { readonly date: Time };
  }[];
  /** The snapshot and its tally with the moves, at the date of the last move or later. */
  readonly after: Side;
  /** The differences from before; undefined if the file was no roster. */
  readonly diff: Diff | undefined;
  /** The change of the file as a patch; undefined if the file was written. */
  readonly patch: string | undefined;
}
