import { endOf, type Time } from '../../model/time.ts';

const dayLength = 86_400_000;

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** The day before that of a date. */
export function dayBefore({ day }: Time): Time {
  const before = new Date(Date.parse(day) - dayLength).toISOString().slice(0, 10);
  return { text: before, day: before };
}

/**
 * Whether a time is known on a date: all of an as-of day is, and of the day of an as-of instant what has no hour or is
 * not later. Something undated always is.
 */
export function isBy(time: Time | undefined, asOf: Time): boolean {
  if (time?.day !== asOf.day) return time === undefined || time.day < asOf.day;
  return time.instant === undefined || asOf.instant === undefined || time.instant <= asOf.instant;
}

/** Whether two times are one: the same instant, or the same day if one of them has no hour. */
export function isSameTime(a: Time | undefined, b: Time): boolean {
  if (a === undefined || a.day !== b.day) return false;
  return a.instant === undefined || b.instant === undefined || a.instant === b.instant;
}

/** Whether a time has come. A bare day has when it is over: to an instant of that day it has not. */
export const hasCome = (time: Time, asOf: Time): boolean => endOf(time) <= endOf(asOf);

/** The date as an as-of date: a month becomes its last day, an instant stays as it is. */
export function asOfDate(time: Time): Time {
  return time.instant === undefined ? { text: time.day, day: time.day } : time;
}

/** Whether a time is a month, of which no day is known. */
export const isMonth = ({ text, day }: Time): boolean => text === day.slice(0, 7);

/** The ISO day on which a time begins: for a month its first, although it holds from its last. */
export function firstDayOf(time: Time): string {
  return isMonth(time) ? `${time.text}-01` : time.day;
}
