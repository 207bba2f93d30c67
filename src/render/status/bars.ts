import { isCeiling } from '../../model/rule.ts';
import type { Stance } from '../../model/stance.ts';
import type { CountEvaluation, Evaluation, StanceShare } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { decimalsOf, grouped, units } from '../../text/numerals.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { barRuns, fillAndMark, shareCells } from '../layout/bar.ts';
import { widest } from '../layout/columns.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { countEvaluations, criterionLabel, hasMoreThanNeeded } from '../words/criterion.ts';
import { prunedRule } from '../words/headline.ts';
import { shareNumber, thresholdNumber } from '../words/share.ts';
import { signs } from '../words/signs.ts';
import { stanceCountTexts, stanceOrder } from './stance-counts.ts';

/** More bars than this would be a page of them. */
const mostBars = 4;

/** A bar has a cell for each of so many members. */
const mostCells = 60;

/** Cells of a bar that stands for a weight or for more members. */
const usualCells = 40;

/** Cells that a bar needs beside its label. */
const leastCells = 12;

/** A criterion as a bar shows it. Amounts are in units of 10^-decimals. */
interface Bar {
  readonly count: CountEvaluation;
  readonly shares: readonly StanceShare[];
  readonly amounts: readonly bigint[];
  readonly need: bigint;
  /** What the bar stands for: the amounts, or what a floor needs where that is more. */
  readonly total: bigint;
}

/**
 * A bar for each criterion that matters, a cell a member where there is room, with the need as a mark in it; and below
 * them how many members there are of each stance, with the sign of each.
 */
export function barLines(view: SnapshotView, layout: Layout): Painted[] {
  const { evaluation, compositions } = view.tally;
  const all = countEvaluations(evaluation);
  const bars = countEvaluations(prunedRule(evaluation))
    .map((count) => barOf(count, compositions[all.indexOf(count)]?.shares ?? []))
    .filter(({ amounts }) => amounts.length > 0);
  const [only, another] = bars;
  const drawn =
    only !== undefined && another === undefined
      ? [painted`  ${drawnBar(only, cellsFor(bars, layout.width - 3), layout).text}`]
      : bars.length > mostBars
        ? []
        : labelledBars(bars, layout);
  return [...drawn, ...legendLines(view, layout)];
}

/** Whether the bars tell all that there is in a rule: it is one criterion, or all of a few. */
export const barsTellAll = (evaluation: Evaluation): boolean =>
  evaluation.kind === 'count' ||
  (evaluation.kind === 'all' &&
    evaluation.of.length <= mostBars &&
    evaluation.of.every(({ kind }) => kind === 'count'));

function barOf(count: CountEvaluation, shares: readonly StanceShare[]): Bar {
  const ceiling = isCeiling(count.criterion);
  // What is counted stands on the left of a floor's mark, and on the right of a ceiling's.
  const drawn = shares
    .filter(({ inBase, counted }) => inBase || counted)
    .sort((a, b) => stanceOrder.indexOf(a.stance) - stanceOrder.indexOf(b.stance))
    .sort((a, b) => Number(a.counted === ceiling) - Number(b.counted === ceiling));
  const decimals = [count.need, ...drawn.map(({ amount }) => amount)].map(decimalsOf).reduce((a, b) => Math.max(a, b));
  const amounts = drawn.map(({ amount }) => units(amount, decimals));
  const [sum, need] = [amounts.reduce((total, amount) => total + amount, 0n), units(count.need, decimals)];
  return { count, shares: drawn, amounts, need, total: ceiling || sum > need ? sum : need };
}

/** Bars below each other, each with what it is about and how far it is; the label above where there is no room for it. */
function labelledBars(bars: readonly Bar[], layout: Layout): Painted[] {
  const { width, theme } = layout;
  const labels = bars.map(({ count }) => criterionLabel(count.criterion));
  const [label, figure] = [widest(labels), widest(bars.map(({ count }) => figureText(count)))];
  const beside = width - label - figure - 7 >= leastCells;
  const most = cellsFor(bars, width - figure - (beside ? label + 7 : 5));
  const drawn = bars.map((bar) => drawnBar(bar, most, layout));
  const longest = drawn.reduce((cells, bar) => Math.max(cells, bar.cells), 0);
  return bars.flatMap(({ count }, index) => {
    const { text, cells } = drawn[index] ?? { text: visible(''), cells: 0 };
    const name = criterionLabel(count.criterion);
    const bare = painted`${text}${spaces(longest - cells)}  ${figureText(count)}`;
    return beside
      ? [painted`  ${padEnd(name, label)}  ${bare}`]
      : [...wrap(name, width - 2).map((line) => painted`  ${theme.faint(line)}`), painted`  ${bare}`];
  });
}

/** `12 of 15`, `53.16 of 65%`, `13, 9 needed`, `1, none allowed`. */
function figureText(count: CountEvaluation): Shown {
  const { criterion, have, need } = count;
  const isShare = criterion.by !== 'members' && criterion.bound.quantity.kind === 'share';
  const [is, asked] = isShare
    ? [shareNumber(count), `${thresholdNumber(count)}%`]
    : [grouped(have), need === '0' || need.startsWith('-') ? 'none' : grouped(need)];
  if (!isCeiling(criterion) && !hasMoreThanNeeded(count)) return shown`${is} of ${asked}`;
  return shown`${is}${isShare ? '%' : ''}, ${asked} ${isCeiling(criterion) ? 'allowed' : 'needed'}`;
}

/** How many cells bars have: one for each member where they are few enough, and all as many where a weight is added up. */
function cellsFor(bars: readonly Bar[], room: number): number {
  const members = bars.filter(({ count }) => count.criterion.by === 'members').map(({ total }) => Number(total));
  const most = members.reduce((a, b) => Math.max(a, b), 0);
  const coarse = members.length < bars.length && most < leastCells;
  return Math.max(stanceOrder.length, Math.min(room, coarse || most > mostCells ? usualCells : most));
}

/** @param most cells; a bar about fewer members has a cell for each */
function drawnBar(
  { count, shares, amounts, need, total }: Bar,
  most: number,
  { theme, ascii = false }: Layout,
): { readonly text: Painted; readonly cells: number } {
  const ceiling = isCeiling(count.criterion);
  const cells = count.criterion.by === 'members' && total <= BigInt(most) ? Number(total) : most;
  const blank = total - amounts.reduce((sum, amount) => sum + amount, 0n);
  const counted = amounts.filter((_, index) => shares[index]?.counted);
  const others = [...amounts.filter((_, index) => shares[index]?.counted === false), ...(blank > 0n ? [blank] : [])];
  const met = count.short === '0';
  const { filled, mark } = fillAndMark(
    { counted: counted.reduce((sum, amount) => sum + amount, 0n), asked: need, total },
    cells,
    ceiling ? (met ? 'within' : 'over') : met ? 'reaching' : 'short',
    [counted.length, cells - others.length],
  );
  const [first, second] = [shareCells(counted, filled), shareCells(others, cells - filled)];
  const shared = ceiling ? [...second, ...first] : [...first, ...second];
  const text = barRuns(shared, ceiling ? cells - mark : mark).reduce<Painted>((line, run) => {
    if (run === 'mark') return painted`${line}${theme.strong(visible(ascii ? '|' : '│'))}`;
    const stance = shares[run.part]?.stance;
    if (stance === undefined) return painted`${line}${spaces(run.cells)}`;
    return painted`${line}${theme.stance[stance](visible(signOf(stance, ascii).repeat(run.cells)))}`;
  }, visible(''));
  return { text, cells: cells + 1 };
}

const signOf = (stance: Stance, ascii: boolean): string => signs[stance][ascii ? 'ascii' : 'unicode'];

/** How many members there are of each stance, in the order of the bars, with their signs. */
function legendLines(view: SnapshotView, { width, theme, ascii = false }: Layout): Painted[] {
  const lines: Painted[] = [];
  let room = 0;
  for (const { stance, text } of stanceCountTexts(view)) {
    const item = painted`${theme.stance[stance](visible(signOf(stance, ascii)))} ${text}`;
    const cells = displayWidth(text) + 4;
    const last = lines.at(-1);
    if (last !== undefined && cells <= room) lines[lines.length - 1] = painted`${last}${spaces(2)}${item}`;
    else lines.push(painted`  ${item}`);
    room = (last !== undefined && cells <= room ? room : width) - cells;
  }
  return lines;
}
