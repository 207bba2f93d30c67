import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { inSentence } from './names.ts';
import { worstOf } from './order.ts';
import { signs } from './signs.ts';

/** More names of one stance than this are counted. */
const mostNames = 6;

/** More undeclared members than this are only counted. */
const mostUnknown = 5;

/**
 * Who stands in the way, by stance, in a sentence; those that alone block it are named by the verdict. Undefined when
 * nobody else does, and once it is decided.
 */
export function inTheWayText({ snapshot, tally }: Pick<SnapshotView, 'snapshot' | 'tally'>): Shown | undefined {
  if (snapshot.decision !== undefined) return undefined;
  // Holdouts come in the order of their stances.
  const others = tally.holdouts.filter(({ blocking }) => !blocking);
  if (others.length === 0) return undefined;
  const groups = [...new Set(others.map(({ stance }) => stance))].map((stance) => {
    const alike = others.filter((holdout) => holdout.stance === stance);
    if (stance === 'undeclared' && alike.length > mostUnknown) return `${alike.length} ${signs[stance].words}`;
    const first = worstOf(alike, mostNames + 1).first.map(({ name }) => inSentence(name));
    const names = enumeration(first, 'and', mostNames, alike.length);
    return `${names} (${signs[stance].words})`;
  });
  const also = others.length < tally.holdouts.length ? 'Also holding out' : 'Holding out';
  return shown`${also}: ${groups.join('; ')}`;
}
