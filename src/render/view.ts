import type { Diff } from '../model/change.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Outcome } from '../model/stance.ts';
import type { Tally } from '../model/tally.ts';

/** Everything that `status` and `check` tell of one snapshot. */
export interface StatusView {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
  /** The outcome on `stated` positions alone. */
  readonly onRecordOutcome: Outcome;
  /** Where the roster came from, for people. */
  readonly origin: string;
}

/** Everything that `diff` tells of two snapshots. */
export interface DiffView {
  readonly diff: Diff;
  /** Where the rosters came from, for people. */
  readonly origins: { readonly before: string; readonly after: string };
}
