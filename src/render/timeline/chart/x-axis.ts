import { type Shown, visible } from '../../../text/escape-controls.ts';
import { dateText } from '../../words/dates.ts';

/** A labelled date on the time axis. */
export interface Tick {
  /** ISO day. */
  readonly day: string;
  readonly column: number;
  readonly label: Shown;
}

type Unit = 'day' | 'month' | 'year';

/** Intervals between ticks, the finest first. */
const steps: readonly (readonly [unit: Unit, count: number])[] = [
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['day', 14],
  ['month', 1],
  ['month', 2],
  ['month', 3],
  ['month', 6],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 20],
  ['year', 50],
  ['year', 100],
  ['year', 200],
  ['year', 500],
  ['year', 1000],
  ['year', 2000],
];

const lengthOf: Readonly<Record<Unit, number>> = { day: 1, month: 28, year: 365 };

/** Ticks at the finest interval for which their labels fit, from left to right; empty when none fits. */
export function ticksOf(span: DayRange): Tick[] {
  for (const [unit, count] of steps) {
    if ((span.last - span.first) / (lengthOf[unit] * count) > span.columns) continue;
    const ticks = ticksEvery(unit, count, span);
    if (ticks.every(({ column, label }, index) => column + label.length + 2 <= (ticks[index + 1]?.column ?? Infinity)))
      return ticks.filter(({ column, label }) => column + label.length <= span.columns);
  }
  return [];
}

function ticksEvery(unit: Unit, count: number, span: DayRange): Tick[] {
  const days = unit === 'day' ? daysEvery(count, span) : firstsOf(unit === 'month' ? count : 12 * count, span);
  return days.map((day, index) => ({
    day,
    column: columnOfDay(dayNumber(day), span),
    label: labelOf(day, unit, days[index - 1]),
  }));
}

function daysEvery(count: number, { first, last }: DayRange): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day += count) days.push(isoDay(day));
  return days;
}

/** The first day of every `months`-th month in the range, counted from year zero. */
function firstsOf(months: number, { first, last }: DayRange): string[] {
  const days: string[] = [];
  const [year = 0, month = 0] = isoDay(first).split('-').map(Number);
  const start = Math.floor((12 * year + month - 1) / months) * months;
  for (let at = start; ; at += months) {
    const day = `${`${Math.floor(at / 12)}`.padStart(4, '0')}-${`${(at % 12) + 1}`.padStart(2, '0')}-01`;
    if (at >= 120_000 || dayNumber(day) > last) return days;
    if (dayNumber(day) >= first) days.push(day);
  }
}

/** A date without the parts that the label before it shows already. */
function labelOf(day: string, unit: Unit, before: string | undefined): Shown {
  const year = day.slice(0, 4);
  if (unit === 'year') return visible(`${Number(year)}`);
  const known = before?.slice(0, 4) === year ? year : undefined;
  if (unit === 'month')
    return day.endsWith('-01-01') ? visible(`${Number(year)}`) : dateText({ text: day.slice(0, 7), day }, known);
  return dateText({ text: day, day }, known);
}

/** A range of days mapped to the columns of a chart, an equal share of the days to each column. */
export interface DayRange {
  /** Days since 1970-01-01. */
  readonly first: number;
  readonly last: number;
  readonly columns: number;
}

const dayLength = 86_400_000;

/** An ISO day as a number of days since 1970-01-01. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / dayLength);

/** The ISO day of a number of days since 1970-01-01. */
export const isoDay = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The zero-based column of a day; below zero, or `columns` and above, for a day outside the range. */
export function columnOfDay(day: number, { first, last, columns }: DayRange): number {
  return Math.floor(((day - first) * columns) / (last - first + 1));
}

/** The last day that a column covers, in whole or in part. */
export function lastDayOf(column: number, { first, last, columns }: DayRange): number {
  return first + Math.ceil(((column + 1) * (last - first + 1)) / columns) - 1;
}
