import type { Stance } from '../../model/stance.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { signs } from '../words/signs.ts';

/** The order in which stances are counted and drawn: from those in support to those opposed. */
export const stanceOrder = Object.keys(signs) as Stance[];

/** How many members there are of each stance, in that order: `27 in support (15 by claims alone)`, `2 opposed`. */
export function stanceCountTexts({
  snapshot,
  tally: { counts },
}: Pick<SnapshotView, 'snapshot' | 'tally'>): { readonly stance: Stance; readonly text: Shown }[] {
  const claimed = snapshot.members.filter(({ stance, basis }) => stance === 'support' && basis === 'claimed').length;
  return stanceOrder
    .filter((stance) => counts[stance] > 0)
    .map((stance) => {
      const aside = stance === 'support' && claimed > 0 ? ` (${claimed} by claims alone)` : '';
      return { stance, text: shown`${counts[stance]} ${signs[stance].words}${aside}` };
    });
}
