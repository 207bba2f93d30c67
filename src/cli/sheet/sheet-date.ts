import type { Time } from '../../model/time.ts';
import { readTime } from '../../roster/schema/scalars.ts';
import type { Read } from '../../roster/yaml/problem.ts';
import { alternatives, quote } from '../../text/suggest.ts';
import { type DateOrder, dateOrders } from '../contract/sheets.ts';
import { UsageError } from '../contract/usage-error.ts';

/** A day with slashes, dots or hyphens, with or without an hour, as spreadsheets and forms write it. */
const local = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?)?$/i;
/** A day that a program wrote with the hour zero. */
const midnight = /^(\d{4}-\d{2}-\d{2})[ T]00:00(?::00(?:\.0+)?)?$/;

/** Whether a text is a date in an order that must be said, or one with the hour zero. */
export const isLocalDate = (text: string): boolean => local.test(text.trim()) || midnight.test(text.trim());

/** Whether a text has the form of a date, whatever its order. */
export const isLikeDate = (text: string): boolean =>
  isLocalDate(text) || /^\d{4}-\d{2}(?:-\d{2})?(?:T|$)/.test(text.trim());

/** A date in a cell: as a roster has it, or in the order that the user gives, whose hour is dropped. */
export function readSheetDate(text: string, order: DateOrder | undefined): Read<Time> {
  const word = text.trim();
  const [, day] = midnight.exec(word) ?? [];
  const [, first = '', , second = '', year = ''] = local.exec(word) ?? [];
  if (day !== undefined) return readTime(day);
  if (year === '') return readTime(word);
  if (order === undefined) {
    const message = `${quote(word)} may begin with the day or with the month`;
    return { fault: { code: 'invalid-date', message, hint: 'say which with --dates dmy or --dates mdy' } };
  }
  const [inDay, inMonth] = order === 'dmy' ? [first, second] : [second, first];
  const read = readTime(`${year}-${inMonth.padStart(2, '0')}-${inDay.padStart(2, '0')}`);
  if ('value' in read) return read;
  const message = `${quote(word)} is not a date in the order ${order}`;
  return { fault: { code: 'invalid-date', message, hint: 'say the order with --dates dmy or --dates mdy' } };
}

/** The order of day and month that a user gives; undefined for none. @throws UsageError */
export function orderOf(text: string | undefined): DateOrder | undefined {
  if (text === undefined) return undefined;
  const order = dateOrders.find((known) => known === text);
  if (order !== undefined) return order;
  throw new UsageError(
    'invalid-argument',
    `--dates: ${quote(text)} is not an order; expected ${alternatives(dateOrders)}`,
  );
}
