import type { Round } from '../../model/roster.ts';
import type { Closing } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date as people write it: `21 Feb 2024`, `Apr 2024`, `10 Feb 2003, 08:30 UTC`.
 *
 * @param year the year that is left out of the text
 */
export function dateText(time: Time, year?: string): Shown {
  const [own = '', month = '', day = ''] = time.day.split('-');
  const name = months[Number(month) - 1] ?? month;
  const tail = own === year ? '' : ` ${own}`;
  if (/^\d{4}-\d{2}$/.test(time.text)) return shown`${name}${tail}`;
  const date = shown`${Number(day)} ${name}${tail}`;
  return time.instant === undefined ? date : shown`${date}, ${new Date(time.instant).toISOString().slice(11, 16)} UTC`;
}

/** The year of a date, as text. */
export function yearOf(time: Time): string {
  return time.day.slice(0, 4);
}

/** `today`, `1 day`, `8 days`. */
export function daysText(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`;
}

/** `in 39 days`, `tomorrow`, `today`, `5 days ago`. */
export function distanceText(days: number): string {
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** A round by its name, else by its date: `second straw poll`, `round of 5 Aug`. */
export function roundName({ date, name }: Round, year: string): Shown {
  return name === undefined ? shown`round of ${dateText(date, year)}` : visible(name);
}

/** A round by its name and date: `second straw poll, 5 Aug`. */
export function roundText(round: Round, year: string): Shown {
  return round.name === undefined ? roundName(round, year) : shown`${round.name}, ${dateText(round.date, year)}`;
}

/** When a criterion has closed: `, closed on 24 Aug 2024`; empty for one that has not. */
export const closedText = ({ closes, closed }: Closing): string =>
  closed && closes !== undefined ? `, closed on ${dateText(closes)}` : '';
