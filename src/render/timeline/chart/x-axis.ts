import { type Shown, visible } from '../../../text/escape-controls.ts';
import { dateText } from '../../words/dates.ts';

/** A date that a time axis names. */
export interface Tick {
  /** ISO day. */
  readonly day: string;
  readonly column: number;
  readonly label: Shown;
}

type Unit = 'day' | 'month' | 'year';

/** From the finest to the coarsest. */
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

/** As many dates as there is room for, at even distances; none in a span that has room for none. */
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

/** The first days of every so many months, counted from year zero. */
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

/** A date as short as the one before it allows. */
function labelOf(day: string, unit: Unit, before: string | undefined): Shown {
  const year = day.slice(0, 4);
  if (unit === 'year') return visible(`${Number(year)}`);
  const known = before?.slice(0, 4) === year ? year : undefined;
  if (unit === 'month')
    return day.endsWith('-01-01') ? visible(`${Number(year)}`) : dateText({ text: day.slice(0, 7), day }, known);
  return dateText({ text: day, day }, known);
}

/** Days of a span, laid over columns of a chart: each column covers a part of it, and steps begin where their day falls. */
export interface DayRange {
  /** Days since 1970. */
  readonly first: number;
  readonly last: number;
  readonly columns: number;
}

const dayLength = 86_400_000;

/** An ISO day as a number of days since 1970. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / dayLength);

/** The ISO day of a number of days since 1970. */
export const isoDay = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);

/** The column in which a day falls; below zero or past the last one for a day outside. */
export function columnOfDay(day: number, { first, last, columns }: DayRange): number {
  return Math.floor(((day - first) * columns) / (last - first + 1));
}

/** The last day that a column covers, or begins to. */
export function lastDayOf(column: number, { first, last, columns }: DayRange): number {
  return first + Math.ceil(((column + 1) * (last - first + 1)) / columns) - 1;
}
