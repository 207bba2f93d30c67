import type { Diff, Side } from './diff.ts';
import type { MemberHistory } from './member-history.ts';
import type { DemandAhead, Path, Pivotal } from './path.ts';
import type { Position } from './roster.ts';
import type { Snapshot } from './snapshot.ts';
import type { Outcome } from './stance.ts';
import type { Tally } from './tally.ts';
import type { Time } from './time.ts';

/** An earlier snapshot as far as `check --since` asks: its outcome, or why it had none. */
export interface Earlier {
  /** As the user named it, without a date. */
  readonly file: string;
  /** Where it came from, for people. */
  readonly origin: string;
  readonly before: { readonly asOf: Time; readonly outcome: Outcome } | { readonly none: 'missing' | 'invalid' };
}

/** What `check` tells of one snapshot. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
  /** Where the roster came from, for people. */
  readonly origin: string;
  /** What the outcome is compared with, where that was asked for. */
  readonly since?: Earlier;
}

/** Everything that `status` tells: what it would take as well, or how firmly the outcome stands. */
export interface StatusView extends SnapshotView {
  /** The outcome on `stated` positions alone. */
  readonly onRecordOutcome: Outcome;
  /** Undefined when the outcome is reached. */
  readonly path: Path | undefined;
  readonly pivotal: Pivotal;
  readonly demands: readonly DemandAhead[];
}

/** Everything that `diff` tells of two snapshots. */
export interface DiffView {
  readonly diff: Diff;
  /** Where the rosters came from, for people. */
  readonly origins: { readonly before: string; readonly after: string };
}

/** A member's history, and where the roster came from. */
export interface MemberView {
  readonly history: MemberHistory;
  /** For people. */
  readonly origin: string;
}

/** Everything that `record` tells of what it has done, or would do. */
export interface RecordView {
  /** The file, as its user calls it. */
  readonly file: string;
  readonly moves: readonly {
    readonly code: string;
    readonly position: Pick<Position, 'stance'> & { readonly date: Time };
  }[];
  /** What it comes to, at the date of the last move or later. */
  readonly after: Side;
  /** What is different from before; nothing where the file was no roster. */
  readonly diff: Diff | undefined;
  /** What would change in the file, where it was not touched. */
  readonly patch: string | undefined;
}
