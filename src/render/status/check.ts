import type { SnapshotView } from '../../model/view.ts';
import { visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, truncate, wrap } from '../../text/width.ts';
import type { Layout } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { stanceText } from '../words/members.ts';
import { assumptionsText, turnText, verdictText } from '../words/verdict.ts';

/** `check` for people: the verdict, then one line for every holdout. */
export function renderCheck(view: SnapshotView, { width, theme }: Layout): string {
  const { snapshot, tally } = view;
  const word = tally.outcome.toUpperCase();
  const assumptions = assumptionsText(view);
  const assumed = assumptions === undefined ? '' : `, assuming ${assumptions}`;
  const onRecord = snapshot.onRecord ? ', on record' : '';
  const verdict = `${visible(snapshot.title)} (${dateText(snapshot.asOf)}${onRecord}${assumed}): ${verdictText(view)}`;
  const rows = tally.holdouts.map(
    (holdout) => [truncate(visible(holdout.name), 24), stanceText(holdout), visible(holdout.why ?? '')] as const,
  );
  const [names, stances] = [0, 1].map((column) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
  );
  const lines = rows.map(([name, stance, why]) =>
    truncate(`  ${padEnd(name, names ?? 0)}  ${padEnd(stance, stances ?? 0)}  ${why}`, width),
  );
  const indent = ' '.repeat(word.length + 2);
  const turn = wrap(turnText(view) ?? '', width - indent.length).map((line) => indent + line);
  const head = [`${theme.outcome[tally.outcome](word)}  ${verdict}`, ...(view.since === undefined ? [] : turn)];
  return `${[...head, ...lines].map((line) => line.trimEnd()).join('\n')}\n`;
}
