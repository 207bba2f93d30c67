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
