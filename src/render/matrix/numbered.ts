import type { DecisionSummary } from '../../model/decisions/summary.ts';
import type { MatrixRow } from '../../model/decisions/voting-record.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { needText } from '../list/need.ts';
import { haveOneDate, stateText } from '../list/summary.ts';
import { dateText } from '../words/dates.ts';
import { legendLines, paintedStance, signText } from './cells.ts';
import { namesByCode, paintedState } from './decisions.ts';

/** The numbered titles, then the signs in numbered columns, in blocks below each other as the width asks, and a legend. */
export function numberedBlocks(
  decisions: readonly DecisionSummary[],
  rows: readonly MatrixRow[],
  layout: Layout,
): readonly (readonly Painted[])[] {
  return [titleLines(decisions, layout), ...signBlocks(decisions.length, rows, layout), legendLines(rows, layout)];
}

const numberOf = (index: number, all: number): Shown => visible(`${index + 1}`.padStart(`${all}`.length));

/** A title that is cut to less than this has its line for itself. */
const leastForTitle = 24;

function titleLines(decisions: readonly DecisionSummary[], { width, theme, ascii }: Layout): Painted[] {
  const dated = !haveOneDate(decisions);
  const facts = decisions.map((decision) => ({
    decision,
    state: stateText(decision),
    title: visible(decision.title),
    tail: shown`${needText(decision.evaluation)}${dated ? `  ${dateText(decision.asOf)}` : ''}`,
  }));
  const ellipsis = visible(ascii === true ? '...' : '…');
  const state = widest(facts.map((one) => one.state));
  const indent = `${decisions.length}`.length + 2 + state + 2;
  const titles = widest(facts.map(({ title }) => title));
  const room = width - indent - 2 - widest(facts.map(({ tail }) => tail));
  const beside = room >= Math.min(titles, leastForTitle);
  return facts.flatMap((one, index): Painted[] => {
    const cells = beside ? Math.min(room, titles) : width - indent;
    const title = truncate(one.title, Math.max(1, cells), ellipsis);
    const number = theme.faint(numberOf(index, decisions.length));
    const head = painted`${number}  ${paintedState(one.decision, padEnd(one.state, state), theme)}  `;
    if (beside) return [painted`${head}${padEnd(title, cells)}  ${one.tail}`];
    return [
      painted`${head}${title}`,
      ...wrap(one.tail, Math.max(1, width - indent)).map((line) => theme.faint(shown`${spaces(indent)}${line}`)),
    ];
  });
}

/** Names take this part of the width at most; longer ones are cut. */
const partForNames = 3;

function signBlocks(count: number, rows: readonly MatrixRow[], layout: Layout): Painted[][] {
  const { width, theme, ascii } = layout;
  const names = namesByCode(rows);
  const longest = Math.max(10, Math.floor(width / partForNames));
  const ellipsis = visible(ascii === true ? '...' : '…');
  const nameOf = ({ code }: MatrixRow): Shown => truncate(visible(names.get(code) ?? code), longest, ellipsis);
  const label = widest(rows.map(nameOf));
  const columns = Math.max(1, Math.floor((width - label - 1) / 2));
  const starts = Array.from({ length: rows.length === 0 ? 0 : Math.ceil(count / columns) }, (_, at) => at * columns);
  return starts.map((start) => {
    const end = Math.min(count, start + columns);
    const numbers = Array.from({ length: end - start }, (_, at) => numberOf(start + at, end));
    // The digits of a number stand below each other, so that a column needs no more room than its signs.
    const heads = Array.from({ length: `${end}`.length }, (_, digit) =>
      theme.faint(shown`${spaces(label + 1)}${numbers.map((number) => ` ${number.charAt(digit)}`).join('')}`),
    );
    const lines = rows
      .map((row) => ({ row, stances: row.stances.slice(start, end) }))
      .filter(({ stances }) => stances.some((stance) => stance !== undefined))
      .map(({ row, stances }) =>
        stances.reduce(
          (line: Painted, stance) => painted`${line} ${paintedStance(stance, signText(stance, ascii), layout)}`,
          shown`${padEnd(nameOf(row), label)} `,
        ),
      );
    return [...heads, ...lines];
  });
}
