import type { Time } from '../../model/time.ts';
import { dateForms, readTime } from '../../roster/schema/scalars.ts';
import type { Read } from '../../roster/yaml/problem.ts';
import { UsageError } from '../contract/usage-error.ts';

/** What a date may be on the command line beside what it may be in a roster. */
const relativeForms = 'today, yesterday, 7d or 2w (days or weeks ago)';

/** How many days are in the unit of `7d` and `2w`. */
const daysIn: Readonly<Record<string, number>> = { d: 1, w: 7 };
const millisecondsInDay = 86_400_000;

/**
 * A date in a user's words: as a roster has it, or a day relative to today.
 *
 * @param today ISO day
 */
export function readDate(text: string, today: string): Read<Time> {
  const word = text.trim();
  const ago = daysAgo(word.toLowerCase());
  const day = ago === undefined ? undefined : dayBefore(today, ago);
  if (day !== undefined) return { value: { text: day, day } };
  const read = readTime(word);
  if ('value' in read) return read;
  const { fault } = read;
  return { fault: fault.hint === dateForms ? { ...fault, hint: `${dateForms}, or ${relativeForms}` } : fault };
}

/** How many days before today a word means; undefined for one that is not relative. */
function daysAgo(word: string): number | undefined {
  if (word === 'today') return 0;
  if (word === 'yesterday') return 1;
  // Longer numbers could be the beginning of a commit's name.
  const [, count, unit = ''] = /^(\d{1,4})([dw])$/.exec(word) ?? [];
  return count === undefined ? undefined : Number(count) * (daysIn[unit] ?? 0);
}

/** The day so long before another; undefined before the year 1. */
function dayBefore(today: string, days: number): string | undefined {
  const day = new Date(Date.parse(today) - days * millisecondsInDay).toISOString().slice(0, 10);
  return /^(?!0000)\d{4}-/.test(day) ? day : undefined;
}

/** The date in the value of an option such as `--as-of`. @throws UsageError for a value that is no date */
export function parseDate(option: string, text: string, today: string): Time {
  const read = readDate(text, today);
  if ('value' in read) return read.value;
  const { message, hint } = read.fault;
  throw new UsageError('invalid-date', `${option}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}
