import type { MatrixView } from '../../model/decisions/voting-record.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { displayWidth, wrap } from '../../text/width.ts';
import { blocksText } from '../layout/section.ts';
import type { Layout, Painted } from '../layout/theme.ts';
import { headLines, toldApart } from '../list/summary.ts';
import { leftOutText } from '../list/words.ts';
import { namesWithin } from '../words/names.ts';
import { legendLines, rowsOf } from './cells.ts';
import { sizeText, statesText } from './decisions.ts';
import { numberedBlocks } from './numbered.ts';
import { titledLines } from './titled.ts';

/** `matrix` for people: in columns by title where sign and word fit, else signs in numbered columns. */
export function renderMatrix(view: MatrixView, layout: Layout): Painted {
  const { theme, width, all } = layout;
  const { members } = view;
  const decisions = toldApart(view.decisions);
  const { told, silent } = rowsOf(view, all);
  const head = shown`${sizeText(decisions, members)}: ${statesText(decisions)}`;
  const titled = titledLines(decisions, told, layout);
  const left = leftOutText(view);
  return blocksText([
    headLines(head, decisions, layout),
    ...(titled === undefined
      ? numberedBlocks(decisions, told, layout)
      : [titled, legendLines(told, layout, true).map(theme.faint)]),
    silentLines(silent, layout),
    left === undefined ? [] : wrap(left, width).map((line) => theme.advice(line)),
  ]);
}

/** Those of whom nothing is known in any decision, as many as fit into a line. */
function silentLines(silent: ReturnType<typeof rowsOf>['silent'], { width, theme }: Layout): Painted[] {
  if (silent.length === 0) return [];
  const label = shown`Undeclared in all (${grouped(`${silent.length}`)}): `;
  const all = shown` (--all)`;
  const room = width - displayWidth(label) - displayWidth(all);
  const names = namesWithin(
    silent.map(({ name }) => visible(name)),
    room,
  );
  return wrap(shown`${label}${names}${all}`, width).map((line) => theme.faint(line));
}
