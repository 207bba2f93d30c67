import type { Time } from '../../model/time.ts';

const timeForm =
  /^(\d{4}-\d{2})(?:(-\d{2})(T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?)?$/;

/** A day, a month or an instant, as a roster writes it; undefined for a text that is none. */
export function timeOf(text: string): Time | undefined {
  const [, month, day, hour] = timeForm.exec(text) ?? [];
  if (month === undefined || text.startsWith('0000')) return undefined;
  if (day === undefined) return lastDayOf(text, month);
  if (isoDayOf(Date.parse(`${month}${day}`)) !== `${month}${day}`) return undefined;
  if (hour === undefined) return { text, day: text };
  const instant = Date.parse(text);
  const utcDay = isoDayOf(instant);
  return utcDay === undefined ? undefined : { text, day: utcDay, instant };
}

/** A month, which stands for its last day. */
function lastDayOf(text: string, month: string): Time | undefined {
  const last = ['31', '30', '29', '28'].find((day) => isoDayOf(Date.parse(`${month}-${day}`)) === `${month}-${day}`);
  return last === undefined ? undefined : { text, day: `${month}-${last}` };
}

/** The ISO day of an instant; undefined for none, and outside of the years that rosters have. */
function isoDayOf(instant: number): string | undefined {
  const day = Number.isNaN(instant) ? '' : new Date(instant).toISOString().slice(0, 10);
  return /^\d{4}-/.test(day) ? day : undefined;
}

/** An ISO day as a time. */
export const timeOfDay = (day: string): Time => ({ text: day, day });
