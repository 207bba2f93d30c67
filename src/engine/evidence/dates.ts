import type { Time } from '../../model/time.ts';

const dayLength = 86_400_000;

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Whether a time is on or before a date, by day; something undated always is. */
export function isBy(time: Time | undefined, asOf: Time): boolean {
  return time === undefined || time.day <= asOf.day;
}

/** Whether a time has come. Two instants compare exactly; otherwise the whole as-of day counts. */
export function hasCome(time: Time, asOf: Time): boolean {
  if (time.instant === undefined || asOf.instant === undefined) return time.day <= asOf.day;
  return time.instant <= asOf.instant;
}

/** The date as an as-of date: a month becomes its last day, an instant stays as it is. */
export function asOfDate(time: Time): Time {
  return time.instant === undefined ? { text: time.day, day: time.day } : time;
}

/** The ISO day on which a time begins: for a month its first, although it holds from its last. */
export function firstDayOf({ text, day }: Time): string {
  return text === day.slice(0, 7) ? `${text}-01` : day;
}
