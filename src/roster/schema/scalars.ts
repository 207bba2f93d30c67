import type { Quantity } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import { quote } from '../../text/suggest.ts';
import { boundHint } from '../hints/bound-words.ts';
import { truthHint } from '../hints/value-words.ts';
import type { Fault, Read } from '../yaml/problem.ts';

/** What is wrong with a scalar, as the result of reading it. */
export const fault = (code: Fault['code'], message: string, hint?: string): { fault: Fault } => ({
  fault: hint === undefined ? { code, message } : { code, message, hint },
});

/** What a date may be in a roster, as a hint. */
export const dateForms =
  'write a day (2024-02-21), a month (2024-04) or an instant with its offset (2024-02-21T09:00:00Z)';
const dateLike = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?)?$/;

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** A day, a month (which means its last day) or an instant with an offset. */
export function readTime(text: string): Read<Time> {
  const match = dateLike.exec(text);
  if (match === null) return fault('invalid-date', `${quote(text)} is not a date`, dateForms);
  const [, year = '', month = '', day, hour, minute, second = '00', offset] = match;
  if (year === '0000') return fault('invalid-date', `${quote(text)} is not a date: years begin with 0001`, dateForms);
  if (month < '01' || month > '12') {
    return fault('invalid-date', `${quote(text)} is not a date: there is no such month`, dateForms);
  }
  const lastDay = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { value: { text, day: `${year}-${month}-${lastDay}` } };
  if (day < '01' || Number(day) > lastDay) {
    return fault('invalid-date', `${quote(text)} is not a date: ${year}-${month} has ${lastDay} days`, dateForms);
  }
  if (hour === undefined || minute === undefined) return { value: { text, day: text } };
  if (hour > '23' || minute > '59' || second > '59') {
    return fault('invalid-date', `${quote(text)} is not an instant: there is no such time of day`, dateForms);
  }
  if (offset === undefined) {
    return fault('invalid-date', `${quote(text)} has no offset`, `add "Z" for UTC or an offset such as "+02:00"`);
  }
  const instant = Date.parse(text);
  const utcDay = Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(utcDay)) return fault('invalid-date', `${quote(text)} is not an instant`, dateForms);
  return { value: { text, day: utcDay, instant } };
}

/** A day or an instant: a time at which something begins. */
export function readBeginning(text: string): Read<Time> {
  const read = readTime(text);
  if ('fault' in read) return read.fault.hint === dateForms ? { fault: { ...read.fault, hint: beginningForms } } : read;
  if (text.length > 'YYYY-MM'.length) return read;
  return fault('invalid-date', `${quote(text)} is a month, and a day is needed`, beginningForms);
}

const beginningForms = 'write a day (2024-02-21) or an instant with its offset (2024-02-21T09:00:00Z)';

const longestNumber = 100;
const number = /^\d+(?:\.\d+)?$/;

/** A decimal of zero or more as exact text: leading zeros are dropped, decimals stay as written. */
export function readDecimal(text: string): Read<string> {
  if (text.length > longestNumber) return fault('invalid-number', `a number of more than ${longestNumber} digits`);
  if (number.test(text)) return { value: text.replace(/^0+(?=\d)/, '') };
  const bare = text.replace(/[\s_,'’]/g, '');
  const hint =
    number.test(bare) && !text.includes(',')
      ? `write ${bare}`
      : 'write digits, with a point before decimals: 10551707 or 2.02';
  if (/^-\d/.test(text)) return fault('invalid-number', `${quote(text)} is negative; a weight is zero or more`);
  return fault('invalid-number', `${quote(text)} is not a number`, hint);
}

const boundForms = 'write a number (9), a share (55%, 2/3), "all" or "all but 3"';

/** The quantity of a bound: `9`, `9.5`, `55%`, `2/3`, `all`, `all but 3`. */
export function readQuantity(text: string): Read<Quantity> {
  if (text === 'all') return { value: { kind: 'share', numerator: '1', denominator: '1' } };
  if (text.length > longestNumber) return fault('invalid-bound', `${quote(text)} is not a bound`, boundForms);
  const allBut = /^all but (\d+(?:\.\d+)?)$/.exec(text);
  if (allBut?.[1] !== undefined) return { value: { kind: 'all-but', value: allBut[1] } };
  const share = readShare(text);
  if (share !== undefined) {
    const [numerator, denominator] = share;
    if (denominator === 0n) return fault('invalid-bound', `${quote(text)} divides by zero`, boundForms);
    if (numerator > denominator) return fault('invalid-bound', `${quote(text)} is more than the whole`, boundForms);
    return { value: { kind: 'share', numerator: `${numerator}`, denominator: `${denominator}` } };
  }
  return number.test(text)
    ? { value: { kind: 'absolute', value: text } }
    : fault('invalid-bound', `${quote(text)} is not a bound`, boundHint(text) ?? boundForms);
}

function readShare(text: string): [numerator: bigint, denominator: bigint] | undefined {
  const percent = /^(\d+)(?:\.(\d+))?\s?%$/.exec(text);
  if (percent !== null) {
    const [, whole = '', decimals = ''] = percent;
    return [BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length)];
  }
  const [, numerator, denominator] = /^(\d+)\s?\/\s?(\d+)$/.exec(text) ?? [];
  return numerator === undefined || denominator === undefined ? undefined : [BigInt(numerator), BigInt(denominator)];
}

/** The date of a publication as written: a year, a month, a day or an instant. */
export function readSourceDate(text: string): Read<string> {
  if (/^\d{4}$/.test(text)) return { value: text };
  const time = readTime(text);
  return 'fault' in time
    ? fault('invalid-date', time.fault.message, 'write a day (2024-02-21), a month (2024-04) or a year (2024)')
    : { value: text };
}

/** A whole number of up to nine digits. */
export function readWholeNumber(text: string): Read<number> {
  return /^\d{1,9}$/.test(text)
    ? { value: Number(text) }
    : fault('invalid-number', `${quote(text)} is not a whole number`, 'write digits: 31');
}

/** An address that begins with `http://` or `https://`. */
export function readAddress(text: string): Read<string> {
  return isAddress(text)
    ? { value: text }
    : fault('invalid-url', `${quote(text)} is not an address`, 'write the full address: https://example.org/article');
}

/** `true` or `false`. */
export function readTruth(text: string): Read<boolean> {
  return text === 'true' || text === 'false'
    ? { value: text === 'true' }
    : fault('invalid-boolean', `${quote(text)} is neither "true" nor "false"`, truthHint(text));
}

/** Whether a text may be a member's code: 1 to 64 letters, digits, `.`, `_` and `-`. */
export function isCode(text: string): boolean {
  // Most codes need no table of Unicode's.
  return /^[\w.-]{1,64}$/.test(text) || /^[\p{L}\p{Nd}._-]{1,64}$/u.test(text);
}

/** Whether a reference to a source is an address; it is a key of `sources` otherwise. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}
