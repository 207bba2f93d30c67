import type { VotingRecord } from '../../model/decisions/voting-record.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { detached } from '../../text/detached.ts';
import { tally } from '../tally.ts';
import { summaryOf } from './summary.ts';

/**
 * A decision with each member's stance, without the evidence: it keeps nothing of the roster in memory.
 *
 * @param file the roster as the user names it
 */
export function votingRecord(file: string, snapshot: Snapshot): VotingRecord {
  const record: VotingRecord = {
    ...summaryOf(file, snapshot, tally(snapshot)),
    members: snapshot.members.map(({ code, name, stance }) => ({ code, name, stance })),
    groups: snapshot.groups,
  };
  return detached(record);
}
