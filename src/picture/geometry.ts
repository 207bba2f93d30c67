import { dayNumber, isoDay } from '../render/timeline/chart/x-axis.ts';

/** A time axis: days since 1970-01-01, and the places of the first and the last of them. */
export interface Axis {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
}

/** A number of at most two decimals, so that pictures stay small. */
export const rounded = (x: number): number => Math.round(x * 100) / 100;

/** The place of an ISO day; a day outside the axis is at its nearer end. */
export function xOf(day: string, { first, last, left, right }: Axis): number {
  const within = Math.min(Math.max(dayNumber(day), first), last);
  return rounded(left + ((within - first) / Math.max(1, last - first)) * (right - left));
}

/** The ISO day at a place; a place outside the axis is at its nearer end. */
export function dayAt(x: number, { first, last, left, right }: Axis): string {
  const share = Math.min(1, Math.max(0, (x - left) / Math.max(1, right - left)));
  return isoDay(Math.round(first + share * (last - first)));
}

/** Whether a day is on the axis. */
export const isOn = (day: string, { first, last }: Axis): boolean => dayNumber(day) >= first && dayNumber(day) <= last;
