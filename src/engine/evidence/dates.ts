import type { Time } from '../../model/time.ts';

const dayLength = 86_400_000;

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Whether something dated is known on a date: claims, positions and memberships compare by day. */
export function isBy(time: Time | undefined, asOf: Time): boolean {
  return time === undefined || time.day <= asOf.day;
}

/** Whether a time has come: instants compare to the moment, and an as-of day includes everything of that day. */
export function hasCome(time: Time, asOf: Time): boolean {
  if (time.instant === undefined || asOf.instant === undefined) return time.day <= asOf.day;
  return time.instant <= asOf.instant;
}

/** A date to read a roster at: a month stands for its last day. */
export function asOfDate(time: Time): Time {
  return time.instant === undefined ? { text: time.day, day: time.day } : time;
}

/** The ISO day on which a time begins: a month on its first. */
export function firstDayOf({ text, day }: Time): string {
  return text === day.slice(0, 7) ? `${text}-01` : day;
}
