import type { Timeline, TimelineState } from '../../../model/timeline.ts';
import { finest, unitsOf } from '../../../text/decimal.ts';
import { visible } from '../../../text/escape-controls.ts';
import { type Paint, type Painted, painted, type Theme } from '../../layout/theme.ts';
import type { Glyphs } from './glyphs.ts';
import type { Figure, Series } from './series.ts';
import { type DayRange, dayNumber, lastDayOf } from './x-axis.ts';
import type { Scale } from './y-axis.ts';

/** A column of the chart: the state on the last day that it covers. */
export interface Column {
  readonly state: TimelineState;
  readonly figure: Figure;
}

/** A reported count, in the column of its date. */
export interface ClaimMark {
  readonly column: number;
  readonly number: string;
}

/** The state in each column; undefined before the first state. */
export function columnsOf({ start, points }: Timeline, series: Series, span: DayRange): (Column | undefined)[] {
  let next = 0;
  let state: TimelineState | undefined = start;
  return Array.from({ length: span.columns }, (_, column) => {
    const day = lastDayOf(column, span);
    for (; next < points.length; next += 1) {
      const point = points[next];
      if (point === undefined || dayNumber(point.date.day) > day) break;
      state = point;
    }
    return state && { state, figure: series.figureOf(state) };
  });
}

/** The rows of the plot, painted, the highest first. */
export function plot(
  columns: readonly (Column | undefined)[],
  reports: readonly ClaimMark[],
  { ceiling }: Pick<Series, 'ceiling'>,
  scale: Scale,
  theme: Theme,
  { fill, line, lineShort, lineMet, report, reportOnLine }: Glyphs,
): Painted[] {
  const parts = fill.length - 1;
  const drawn = columns.map((column) => {
    const { have = '0', need } = column?.figure ?? {};
    const paint = column ? theme.outcome[column.state.outcome] : theme.faint;
    const needed = need === undefined ? -1 : scale.rowOf(need);
    const over = need !== undefined && isOver(have, need, ceiling);
    return { level: scale.levelOf(have), needed, over, paint };
  });
  const marks = new Set(reports.map(({ column, number }) => `${column} ${scale.rowOf(number)}`));
  return Array.from({ length: scale.rows }, (_, index) => {
    const row = scale.rows - 1 - index;
    const cells = drawn.map(({ level, needed, over, paint }, column): readonly [string, Paint] => {
      const filled = Math.min(parts, Math.max(0, level - row * parts));
      if (marks.has(`${column} ${row}`)) return [row === needed ? reportOnLine : report, theme.strong];
      if (row !== needed) return [fill[filled] ?? '', paint];
      if (over) return [lineMet, paint];
      return filled === 0 ? [line, theme.faint] : [lineShort, paint];
    });
    return paintedCells(cells);
  });
}

/** Whether a bar meets a floor, or exceeds a ceiling. */
export function isOver(have: string, need: string, ceiling: boolean): boolean {
  const decimals = finest([have, need]);
  const spare = unitsOf(have, decimals) - unitsOf(need, decimals);
  return ceiling ? spare > 0n : spare >= 0n;
}

/** Cells side by side, each stretch of one colour painted once. */
export function paintedCells(cells: readonly (readonly [string, Paint])[]): Painted {
  let line = painted``;
  let stretch = '';
  for (const [index, [character, paint]] of cells.entries()) {
    stretch += character;
    if (cells[index + 1]?.[1] === paint) continue;
    const part = visible(stretch);
    line = painted`${line}${stretch.trim() === '' ? part : paint(part)}`;
    stretch = '';
  }
  return line;
}
