import type { DecisionSummary } from '../../model/decisions/summary.ts';
import type { MatrixRow } from '../../model/decisions/voting-record.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { widest } from '../layout/columns.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { needText } from '../list/need.ts';
import { haveOneDate, stateText } from '../list/summary.ts';
import { dateText } from '../words/dates.ts';
import { paintedStance, stanceText } from './cells.ts';
import { namesByCode, paintedState } from './decisions.ts';

/** Cells that a column gets at least, so that its title can be read. */
const leastForTitle = 14;

/** Lines for a title; what is longer is cut. */
const mostLines = 3;

/** Cells between columns. */
const gap = 2;

/** Columns by title, with a sign and a word for each stance; undefined where they do not fit into the width. */
export function titledLines(
  decisions: readonly DecisionSummary[],
  rows: readonly MatrixRow[],
  layout: Layout,
): readonly Painted[] | undefined {
  const names = namesByCode(rows);
  const nameOf = ({ code }: MatrixRow): Shown => visible(names.get(code) ?? code);
  const label = widest(rows.map(nameOf));
  const dated = !haveOneDate(decisions);
  const least = decisions.map((decision, index) =>
    Math.max(
      leastForTitle,
      widest([...rows.map(({ stances }) => stanceText(stances[index], layout.ascii)), ...factsOf(decision, dated)]),
    ),
  );
  const room = layout.width - label - least.reduce((sum, cells) => sum + gap + cells, 0);
  if (room < 0) return undefined;
  const more = Math.floor(room / Math.max(1, decisions.length));
  const widths = decisions.map(({ title }, index) => {
    const cells = least[index] ?? leastForTitle;
    return Math.max(cells, Math.min(cells + more, displayWidth(visible(title))));
  });
  const heads = decisions.map((decision, index) => headOf(decision, widths[index] ?? 0, dated, layout));
  const height = heads.reduce((most, head) => Math.max(most, head.title.length), 0);
  const line = (first: Shown, cells: readonly { readonly text: Shown; readonly paint: (text: Shown) => Painted }[]) =>
    cells.reduce(
      (before: Painted, { text, paint }, index) =>
        painted`${before}${spaces(gap)}${paint(text)}${spaces((widths[index] ?? 0) - displayWidth(text))}`,
      padEnd(first, label),
    );
  const ofHeads = (part: (head: ColumnHead) => Shown, paint: ColumnHead['paint'] | undefined) =>
    line(
      shown``,
      heads.map((head) => ({ text: part(head), paint: paint ?? head.paint })),
    );
  const facts = heads[0]?.facts ?? [];
  return [
    ...Array.from({ length: height }, (_, at) => ofHeads(({ title }) => title[at] ?? shown``, layout.theme.strong)),
    ...facts.map((_, at) => ofHeads((head) => head.facts[at] ?? shown``, at === 0 ? undefined : layout.theme.faint)),
    shown``,
    ...rows.map((row) =>
      line(
        nameOf(row),
        row.stances.map((stance) => ({
          text: stanceText(stance, layout.ascii),
          paint: (text) => paintedStance(stance, text, layout),
        })),
      ),
    ),
  ];
}

/** What stands above a column. */
interface ColumnHead {
  readonly title: readonly Shown[];
  /** State, need, and the date where each has its own. */
  readonly facts: readonly Shown[];
  readonly paint: (state: Shown) => Painted;
}

const factsOf = (decision: DecisionSummary, dated: boolean): readonly Shown[] => [
  stateText(decision),
  needText(decision.evaluation),
  ...(dated ? [dateText(decision.asOf)] : []),
];

function headOf(decision: DecisionSummary, cells: number, dated: boolean, { theme, ascii }: Layout): ColumnHead {
  const lines = wrap(visible(decision.title), cells);
  const rest = lines.slice(mostLines - 1);
  const ellipsis = visible(ascii === true ? '...' : '…');
  return {
    title: [
      ...lines.slice(0, mostLines - 1),
      ...(rest.length === 0 ? [] : [truncate(shown`${rest.join(' ')}`, cells, ellipsis)]),
    ],
    facts: factsOf(decision, dated),
    paint: (state) => paintedState(decision, state, theme),
  };
}
