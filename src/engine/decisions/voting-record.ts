import type { VotingRecord } from '../../model/decisions/voting-record.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { detached } from '../../text/detached.ts';
import { tally } from '../tally.ts';

/**
 * A decision with each member's stance, without the evidence: nothing of the roster stays in memory with it.
 *
 * @param file the roster as the user names it
 */
export function votingRecord(file: string, snapshot: Snapshot): VotingRecord {
  const { outcome, evaluation } = tally(snapshot);
  const { title, body, asOf, onRecord, rule, decision, groups } = snapshot;
  const record: VotingRecord = {
    file,
    title,
    ...(body !== undefined && { body }),
    asOf,
    onRecord,
    rule: rule.name,
    state: decision === undefined ? outcome : 'decided',
    outcome,
    evaluation,
    ...(decision && { decision }),
    members: snapshot.members.map(({ code, name, stance }) => ({ code, name, stance })),
    groups,
  };
  return detached(record);
}
