import type { ListedDecision } from '../../model/decisions/listed.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { detached } from '../../text/detached.ts';
import { tally } from '../tally.ts';
import { dueOf } from './due.ts';

/**
 * A decision as a list shows it, without the members that do not hold out. Nothing of the roster stays in memory with it.
 *
 * @param file the roster as the user names it
 */
export function listed(file: string, snapshot: Snapshot): ListedDecision {
  const answer = tally(snapshot);
  const { title, body, asOf, onRecord, rule, decision } = snapshot;
  const { outcome, evaluation, compositions, counts, holdouts, lastMove } = answer;
  return detached({
    file,
    title,
    ...(body !== undefined && { body }),
    asOf,
    onRecord,
    rule: rule.name,
    state: decision === undefined ? outcome : 'decided',
    outcome,
    evaluation,
    compositions,
    counts,
    holdouts,
    ...(lastMove && { lastMove }),
    due: dueOf(snapshot, answer),
    ...(decision && { decision }),
  });
}
