/**
 * A point in time as a roster writes it.
 *
 * `text` is as the author wrote it: a day, a month or an instant with its offset. `day` is the ISO day from which it
 * holds, in UTC; for a month, its last day. `instant` is set only for instants, in milliseconds since 1970. Days
 * compare as strings.
 */
export interface Time {
  readonly text: string;
  readonly day: string;
  readonly instant?: number;
}

/**
 * Whether a dated entry is from before a start, such as that of a round. On the same day it is only if both have an
 * hour; an undated entry always is.
 */
export function isBefore(time: Time | undefined, start: Time): boolean {
  if (time?.day !== start.day) return time === undefined || time.day < start.day;
  return time.instant !== undefined && start.instant !== undefined && time.instant < start.instant;
}

/** The last moment that belongs to a time: for a bare day, after all its instants. */
export function endOf(time: Time): string {
  return time.instant === undefined ? endOfDay(time.day) : momentOf(time);
}

/** The last moment of an ISO day. */
export const endOfDay = (day: string): string => `${day}~`;

/**
 * The place of a time in history, as a text to compare: a bare day before that day's instants, a month on its last
 * day, an undated entry at the beginning.
 */
export function momentOf(time: Time | undefined): string {
  if (time === undefined) return '';
  return time.instant === undefined ? time.day : new Date(time.instant).toISOString();
}
