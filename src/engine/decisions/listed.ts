import type { ListedDecision } from '../../model/decisions/listed.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { detached } from '../../text/detached.ts';
import { tally } from '../tally.ts';
import { dueOf } from './due.ts';
import { summaryOf } from './summary.ts';

/**
 * A decision as a list shows it, without the members that do not hold out. Nothing of the roster stays in memory with it.
 *
 * @param file the roster as the user names it
 */
export function listed(file: string, snapshot: Snapshot): ListedDecision {
  const answer = tally(snapshot);
  const { compositions, counts, holdouts, lastMove } = answer;
  return detached({
    ...summaryOf(file, snapshot, answer),
    compositions,
    counts,
    holdouts,
    ...(lastMove && { lastMove }),
    due: dueOf(snapshot, answer),
  });
}
