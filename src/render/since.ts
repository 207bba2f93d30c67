import { dateText } from './dates.ts';
import type { SnapshotView } from './view.ts';
import { visible } from './visible.ts';

/** What became of the outcome since an earlier snapshot; `new` where there was none and it is not reached either. */
export type Turn = 'newly-reached' | 'lost' | 'changed' | 'unchanged' | 'new';

/** What became of the outcome; undefined when nothing is compared. */
export function turnOf({ since, tally }: Pick<SnapshotView, 'since' | 'tally'>): Turn | undefined {
  if (since === undefined) return undefined;
  const [was, is] = ['none' in since.before ? undefined : since.before.outcome, tally.outcome];
  if (was === is) return 'unchanged';
  if (is === 'reached') return 'newly-reached';
  if (was === 'reached') return 'lost';
  return was === undefined ? 'new' : 'changed';
}

const noneText = { missing: 'there was no roster', invalid: 'the roster was not valid' } as const;

/** What became of the outcome, in words; undefined when nothing is compared. */
export function turnText(view: Pick<SnapshotView, 'since' | 'tally'>): string | undefined {
  const { since } = view;
  const turn = turnOf(view);
  if (since === undefined || turn === undefined) return undefined;
  const { before } = since;
  const file = visible(since.file);
  if ('none' in before) return `${turn === 'new' ? 'new' : 'newly reached'}: ${noneText[before.none]} in ${file}`;
  const name = `${file} (${dateText(before.asOf)})`;
  if (turn === 'unchanged') return `unchanged since ${name}`;
  if (turn === 'changed') return `was ${before.outcome} in ${name}`;
  return `${turn === 'lost' ? 'lost' : 'newly reached'} since ${name}, where it was ${before.outcome}`;
}
