import type { SnapshotView } from '../../model/view.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { stanceText } from '../words/members.ts';
import { assumptionsText, turnText, verdictText } from '../words/verdict.ts';

/** `check` for people: the verdict, then one line for every holdout. */
export function renderCheck(view: SnapshotView, { width, theme }: Layout): Painted {
  const { snapshot, tally } = view;
  const word = visible(tally.outcome.toUpperCase());
  const assumptions = assumptionsText(view);
  const assumed = assumptions === undefined ? '' : `, assuming ${assumptions}`;
  const onRecord = snapshot.onRecord ? ', on record' : '';
  const verdict = shown`${snapshot.title} (${dateText(snapshot.asOf)}${onRecord}${assumed}): ${verdictText(view)}`;
  const rows = tally.holdouts.map(
    (holdout) => [truncate(visible(holdout.name), 24), stanceText(holdout), visible(holdout.why ?? '')] as const,
  );
  const widest = (column: 0 | 1): number => rows.reduce((most, row) => Math.max(most, displayWidth(row[column])), 0);
  const [names, stances] = [widest(0), widest(1)];
  const lines = rows.map(([name, stance, why]) =>
    truncate(shown`  ${padEnd(name, names)}  ${padEnd(stance, stances)}  ${why}`, width),
  );
  const indent = spaces(word.length + 2);
  const turn = turnText(view);
  return linesText([
    painted`${theme.outcome[tally.outcome](word)}  ${verdict}`,
    ...(turn === undefined ? [] : wrap(turn, width - indent.length).map((line) => shown`${indent}${line}`)),
    ...lines,
  ]);
}
