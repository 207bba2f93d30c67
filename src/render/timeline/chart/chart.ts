import type { CountStatement } from '../../../model/snapshot.ts';
import type { Timeline, TimelinePoint, TimelineState } from '../../../model/timeline.ts';
import { type Shown, shown, visible } from '../../../text/escape-controls.ts';
import { compact, grouped } from '../../../text/numerals.ts';
import { padEnd, spaces } from '../../../text/width.ts';
import { type Layout, type Painted, painted } from '../../layout/theme.ts';
import { dateText } from '../../words/dates.ts';
import type { Glyphs } from './glyphs.ts';
import { type Label, labelLines, legendLines } from './labels.ts';
import { type ClaimMark, type Column, columnsOf, isOver, plot } from './plot.ts';
import type { Figure, Series } from './series.ts';
import { columnOfDay, type DayRange, dayNumber, ticksOf } from './x-axis.ts';
import { baseOf, type Scale, scaleOf } from './y-axis.ts';

/** Largest number of milestones that are named; more are only marked. */
const mostNamed = 8;

/**
 * The chart of a timeline: the series as steps against what is needed, with reported counts, and milestones below.
 *
 * @returns no lines when the timeline does not span two dates
 */
export function chartLines(timeline: Timeline, series: Series, layout: Layout, glyphs: Glyphs): Painted[] {
  const { points, from, to } = timeline;
  const first = from ?? points[0]?.date.day;
  const last = to ?? points.at(-1)?.date.day;
  if (first === undefined || last === undefined || first >= last) return [];
  const numbersOf = ({ have, need }: Figure): string[] => (need === undefined ? [have] : [have, need]);
  const states = [...(timeline.start ? [timeline.start] : []), ...points];
  const reported = series.ofSupporters ? points.flatMap(reportsOf) : [];
  const numbers = new Set([...states.map(series.figureOf).flatMap(numbersOf), ...reported.map(numberOf)]);
  // What held before the first date is drawn only if the chart begins earlier.
  const drawn = first === points[0]?.date.day ? points : states;
  const least = baseOf([...drawn.map(series.figureOf).flatMap(numbersOf), ...reported.map(numberOf)]);
  // Numbers too large for a label of digits stay on an axis from zero.
  const base = compact(least).includes('e') ? '0' : least;
  const scale = scaleOf([...numbers], lastNeed(states, series), glyphs.fill.length - 1, base);
  const sides = sideLabels([...numbers], lastNeed(states, series), scale);
  const floor = compact(base);
  const gutter = Math.max(...[floor, ...sides].map((label) => label.length)) + 1;
  const span = { first: dayNumber(first), last: dayNumber(last), columns: Math.max(1, layout.width - gutter - 2) };
  const reports = reported.map((claim) => {
    return { column: columnOfDay(dayNumber(claim.date.day), span), number: numberOf(claim) };
  });
  const columns = columnsOf(timeline, series, span);
  const { faint } = layout.theme;
  const indent = spaces(gutter + 1);
  return [
    ...legend(series, columns, reports, scale, layout, glyphs),
    ...reachedLines(timeline, span, glyphs).map((line) => painted`${indent}${layout.theme.outcome.reached(line)}`),
    ...plot(columns, reports, series, scale, layout.theme, glyphs).map((line, index) => {
      const label = sides[scale.rows - 1 - index] ?? '';
      const side = shown`${label.padStart(gutter - 1)} ${label === '' ? glyphs.side : glyphs.sideTick}`;
      return painted`${faint(side)}${line}`;
    }),
    ...axis(span, glyphs).map((line, index) =>
      faint(shown`${(index === 0 ? floor : '').padStart(gutter - 1)} ${line}`),
    ),
    ...milestoneLines(points, span, glyphs).map((line) => painted`${indent}${line}`),
  ];
}

/**
 * Reported numbers of supporters among all members. Those above the number of members are left out, as they would squash
 * the chart.
 */
function reportsOf({ claims, counts }: TimelinePoint): CountStatement[] {
  return claims.flatMap((claim) =>
    claim.about === 'supporting' && claim.among === undefined && Number(numberOf(claim)) <= counts.members
      ? [claim]
      : [],
  );
}

/**
 * The height at which a reported number is drawn: `about 10` at ten, other numbers at their lower bound, or at their
 * upper one if the lower is zero.
 */
function numberOf({ min, max, approximately, contradiction }: CountStatement): string {
  const printed = contradiction?.printed ?? { min, max };
  return String(approximately ?? (printed.min === 0 ? printed.max : printed.min));
}

function lastNeed(states: readonly TimelineState[], series: Series): string | undefined {
  const last = states.at(-1);
  return last && series.figureOf(last).need;
}

/** Labels of the rows, the lowest row first: the number needed and the greatest number; empty for all other rows. */
function sideLabels(numbers: readonly string[], need: string | undefined, scale: Scale): string[] {
  const labels = Array.from({ length: scale.rows }, () => '');
  const greatest = numbers.reduce((most, number) => (scale.levelOf(number) > scale.levelOf(most) ? number : most), '0');
  for (const number of need === undefined ? [greatest] : [greatest, need]) {
    const row = scale.rowOf(number);
    if (row >= 0) labels[row] = compact(number);
  }
  return labels;
}

/** The legend of the chart, on as many lines as the width requires. */
function legend(
  series: Series,
  columns: readonly (Column | undefined)[],
  reports: readonly ClaimMark[],
  scale: Scale,
  { width, theme }: Layout,
  { fill, line, lineMet, report, reportOnLine, plain }: Glyphs,
): Painted[] {
  const figures = columns.flatMap((column) => column?.figure ?? []);
  const needs = figures.flatMap(({ need }) => need ?? []);
  const over = figures.some(({ have, need }) => need !== undefined && isOver(have, need, series.ceiling));
  const rowOfNeed = (column: number): number => scale.rowOf(columns[column]?.figure.need ?? '0');
  const onLine = reports.some(({ column, number }) => scale.rowOf(number) === rowOfNeed(column));
  const of = series.criterion === undefined ? '' : ` (${series.criterion})`;
  const asked = series.ceiling ? 'allowed' : 'needed';
  const isDrawn = needs.some((need) => !/^(-|0$)/.test(need));
  const words = [
    shown`${fill.at(-1) ?? ''} ${plain(shown`${series.label}${of}`)}`,
    ...(isDrawn
      ? [shown`${line} ${asked}${over ? `, ${lineMet} ${series.ceiling ? 'exceeded' : 'met'}` : ''}`]
      : needs.length > 0 && series.ceiling
        ? [shown`none allowed`]
        : []),
    ...(reports.length > 0 ? [shown`${report} reported${onLine ? `, ${reportOnLine} on the line` : ''}`] : []),
    ...(scale.base === '0' ? [] : [shown`axis from ${grouped(scale.base)}`]),
  ];
  return legendLines(words, width).map((line) => theme.faint(line));
}

function reachedLines({ firstReached }: Timeline, span: DayRange, { reached, ellipsis }: Glyphs): Shown[] {
  if (firstReached === undefined) return [];
  const column = columnOfDay(dayNumber(firstReached.day), span);
  if (column < 0) return [];
  return labelLines(
    [{ column, mark: reached, text: shown`reached ${dateText(firstReached)}` }],
    span.columns,
    ellipsis,
  );
}

/** The axis of the plot with its ticks, and their labels below. */
function axis(span: DayRange, { corner, floor, floorTick }: Glyphs): Shown[] {
  const ticks = ticksOf(span);
  const columns = new Set(ticks.map(({ column }) => column));
  const line = Array.from({ length: span.columns }, (_, column) => (columns.has(column) ? floorTick : floor));
  const names = ticks.reduce((text, { column, label }) => shown`${padEnd(text, column)}${label}`, shown``);
  return [shown`${corner}${line.join('')}`, shown` ${names}`];
}

function milestoneLines(points: readonly TimelinePoint[], span: DayRange, glyphs: Glyphs): Shown[] {
  const labels = points.flatMap(({ milestones }) =>
    milestones.map(({ date, name, deadline }): Label => {
      const text = glyphs.plain(shown`${name}${deadline ? ' (deadline)' : ''}`);
      const mark = deadline ? glyphs.deadline : glyphs.milestone;
      return { column: columnOfDay(dayNumber(date.day), span), mark, text };
    }),
  );
  const inside = labels.filter(({ column }) => column >= 0);
  if (inside.length <= mostNamed) return labelLines(inside, span.columns, glyphs.ellipsis);
  const marks = new Map<number, string>();
  for (const { column, mark } of inside) if (marks.get(column) !== glyphs.deadline) marks.set(column, mark);
  return [visible(Array.from({ length: span.columns }, (_, column) => marks.get(column) ?? ' ').join(''))];
}
