import type { Diff, Side } from './diff.ts';
import type { MemberHistory } from './member-history.ts';
import type { Coalitions, DemandAhead, Path, Pivotal } from './path.ts';
import type { Claim, DemandEvent, Denial, Position, Report, Source } from './roster.ts';
import type { Snapshot } from './snapshot.ts';
import type { Outcome } from './stance.ts';
import type { GroupTally, Tally } from './tally.ts';

import type { Time } from './time.ts';
import type { Timeline } from './timeline.ts';

/** The earlier snapshot of `check --since`: its outcome, or the reason why there is none. */
export interface Earlier {
  /** The file as the user named it, without a date. */
  readonly file: string;
  /** The origin of the roster, as shown to users. */
  readonly origin: string;
  readonly before: { readonly asOf: Time; readonly outcome: Outcome } | { readonly none: 'missing' | 'invalid' };
}

/** Everything that `check` shows of a snapshot. */
export interface SnapshotView {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
  /** The origin of the roster, as shown to users. */
  readonly origin: string;
  /** The outcome under the rule at the time of the decision, if the decision goes against it. */
  readonly againstDecision?: Outcome;
  /** The earlier outcome to compare with, if asked for. */
  readonly since?: Earlier;
}

/** What it would take, or on whom a reached outcome depends. */
export interface Prospects {
  /** Undefined if the outcome is reached. */
  readonly path: Path | undefined;
  readonly pivotal: Pivotal;
  /** Worked out as it is read: take only what is shown. */
  readonly coalitions: Coalitions;
  readonly demands: readonly DemandAhead[];
}

/** Everything that `status` shows: in addition, what it would take. */
export interface StatusView extends SnapshotView, Prospects {
  /** The outcome if only `stated` positions count. */
  readonly onRecordOutcome: Outcome;
  /** In the order of the roster. */
  readonly groups: readonly GroupTally[];
  /** Those of the roster, by their keys. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** Everything that `diff` shows of two snapshots. */
export interface DiffView {
  readonly diff: Diff;
  /** The origins of the rosters, as shown to users. */
  readonly origins: { readonly before: string; readonly after: string };
}

/** Everything that `timeline` shows in a terminal: the tally over time, and the snapshot at its end. */
export interface TimelineView {
  readonly timeline: Timeline;
  /** None when nothing is known by the last date. */
  readonly end?: Pick<SnapshotView, 'snapshot' | 'tally' | 'againstDecision'>;
}

/** Everything that `member` shows. */
export interface MemberView extends Prospects {
  readonly history: MemberHistory;
  /** The origin of the roster, as shown to users. */
  readonly origin: string;
}

/** Everything that `record` shows of what it has done, or would do. */
export interface RecordView {
  /** The file as the user named it. */
  readonly file: string;
  readonly moves: readonly {
    readonly code: string;
    readonly position: Pick<Position, 'stance'> & { readonly date: Time };
  }[];
  readonly claims: readonly Pick<Claim, 'date' | 'supporting' | 'holdingOut' | 'among' | 'holdouts'>[];
  readonly reports: readonly Pick<Report, 'date' | 'of' | 'stance'>[];
  readonly denials: readonly { readonly code: string; readonly report: Time; readonly denial: Denial }[];
  readonly demands: readonly { readonly id: string; readonly event: DemandEvent }[];
  /** The roster with what was recorded, on the last of its dates or later. */
  readonly after: Side;
  /** The differences from before; undefined if the file was not a valid roster. */
  readonly diff: Diff | undefined;
  /** The changes as a patch, if the file was not written. */
  readonly patch: string | undefined;
}
