import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { nameColumn, widest } from '../layout/columns.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { stanceText } from '../words/members.ts';
import { worstFirst } from '../words/order.ts';
import { assumptionsText, turnText, verdictText } from '../words/verdict.ts';
import { alikeIn } from './member-rows.ts';

/** `check` for people: the verdict, then one line for every holdout. */
export function renderCheck(view: SnapshotView, layout: Layout): Painted {
  const { width, theme } = layout;
  const { snapshot, tally } = view;
  const word = visible(tally.outcome.toUpperCase());
  const assumptions = assumptionsText(view);
  const assumed = assumptions === undefined ? '' : `, assuming ${assumptions}`;
  const onRecord = snapshot.onRecord ? ', on record' : '';
  const what = shown`${snapshot.title} (${dateText(snapshot.asOf)}${onRecord}${assumed})`;
  const ellipsis = visible(layout.ascii === true ? '...' : '…');
  const holdouts = worstFirst(tally.holdouts);
  const stances = widest(holdouts.map(stanceText));
  const column = nameColumn(
    holdouts.map(({ name }) => visible(name)),
    stances,
    layout,
  );
  const lines = alikeIn(holdouts).flatMap((group) =>
    group.flatMap((holdout, index) => {
      const why = index > 0 && holdout.why !== undefined ? 'the same' : (holdout.why ?? '');
      const short = truncate(visible(why), Math.max(0, width - column.start - stances - 2), ellipsis);
      return column.row(visible(holdout.name), shown`${padEnd(stanceText(holdout), stances)}  ${short}`);
    }),
  );
  const indent = spaces(word.length + 2);
  const beside = (text: Shown): [Shown, ...Shown[]] => wrap(text, width - indent.length);
  const [first, ...rest] = beside(what);
  const turn = turnText(view);
  const below = [...rest, ...beside(verdictText(view)), ...(turn === undefined ? [] : beside(turn))];
  return linesText([
    painted`${theme.outcome[tally.outcome](word)}  ${theme.strong(first)}`,
    ...below.map((line) => painted`${indent}${line}`),
    ...lines,
  ]);
}
