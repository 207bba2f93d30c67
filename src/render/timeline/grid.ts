import type { Stance } from '../../model/stance.ts';
import type { Timeline } from '../../model/timeline.ts';
import { compareText, firstByName } from '../../text/compare.ts';
import type { Writable } from '../../text/defined.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { groupedBy } from '../../text/grouped.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { dayNumber, isoDay, lastDayOf, ticksOf } from './chart/x-axis.ts';

/** A member that moved, joined or left, and its stance over time; undefined while it is not a member. */
export interface MemberTrack {
  readonly code: string;
  readonly name: string;
  readonly first: Stance | undefined;
  /** Oldest first, at most one a day; at least one. */
  readonly changes: readonly Change[];
}

interface Change {
  readonly day: string;
  readonly stance: Stance | undefined;
}

/** The members that moved, joined or left in a timeline, by code, with the last ISO day on which each did. */
export function lastChanges({ points }: Pick<Timeline, 'points'>): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { date, moved, joined, left } of points)
    for (const changes of [moved, joined, left]) for (const { member } of changes) days.set(member, date.day);
  return days;
}

/**
 * The members that moved, joined or left in a timeline: those that did so last come first, then by name.
 *
 * @param most no more than this
 * @param lastDays as `lastChanges` has them
 */
export function memberTracks(
  { points, names }: Pick<Timeline, 'points' | 'names'>,
  most = Number.POSITIVE_INFINITY,
  lastDays = lastChanges({ points }),
): MemberTrack[] {
  const nameOf = (code: string): string => names.get(code) ?? code;
  const codes: string[] = [];
  const byDay = groupedBy(lastDays.keys(), (code) => lastDays.get(code) as string);
  for (const [, alike] of [...byDay].sort(([a], [b]) => compareText(b, a))) {
    if (codes.length >= most) break;
    for (const code of firstByName(alike, nameOf, most - codes.length)) codes.push(code);
  }
  const tracks = new Map<string, Writable<Omit<MemberTrack, 'changes'>> & { readonly changes: Change[] }>();
  for (const code of codes) tracks.set(code, { code, name: nameOf(code), first: undefined, changes: [] });
  const add = (code: string, before: Stance | undefined, day: string, stance: Stance | undefined): void => {
    const track = tracks.get(code);
    if (track === undefined) return;
    if (track.changes.length === 0) track.first = before;
    track.changes.push({ day, stance });
  };
  for (const { date, moved, joined, left } of points) {
    for (const { member, from, to } of moved) add(member, from, date.day, to);
    for (const { member, stance } of joined) add(member, undefined, date.day, stance);
    for (const { member, stance } of left) add(member, stance, date.day, undefined);
  }
  return [...tracks.values()];
}

/** A member's stance at the end of a day; undefined while it is not a member. */
export function stanceOn({ first, changes }: MemberTrack, day: string): Stance | undefined {
  const last = changes.findLast((change) => change.day <= day);
  return last === undefined ? first : last.stance;
}

/** The columns of a grid of members by time. */
export interface GridColumns {
  /** The last ISO day of each column; empty for the time before the first date. */
  readonly days: readonly string[];
  /** How many cells a column is wide. */
  readonly step: number;
  /** The dates above the columns, from left to right, two cells apart or more. */
  readonly labels: readonly { readonly cell: number; readonly text: Shown }[];
}

/** Room for a date with its year and two cells more. */
const widestStep = 13;

/** The days on which the tracks change, with what was before; these are the columns of a grid if there is room. */
export function daysOf({ start, points }: Timeline, tracks: readonly MemberTrack[]): string[] {
  const opening = start === undefined ? points[0]?.date.day : '';
  const days = new Set(tracks.flatMap(({ changes }) => changes.map(({ day }) => day)));
  return [...new Set([...(opening === undefined ? [] : [opening]), ...[...days].sort(compareText)])];
}

/**
 * One column for each day with a change, equally wide. Where there are more days than cells, each column covers an equal
 * part of the time, and shows its last day.
 *
 * @param days as `daysOf` has them
 */
export function gridColumns(days: readonly string[], { from, to, points }: Timeline, room: number): GridColumns {
  if (days.length <= room) {
    const step = Math.min(widestStep, Math.floor(room / Math.max(1, days.length)));
    return { days, step, labels: dayLabels(days, step, room) };
  }
  const [first = '', last = ''] = [from ?? points[0]?.date.day, to ?? points.at(-1)?.date.day];
  const span = { first: dayNumber(first), last: dayNumber(last), columns: room };
  return {
    days: Array.from({ length: room }, (_, column) => isoDay(lastDayOf(column, span))),
    step: 1,
    labels: ticksOf(span).map(({ column, label }) => ({ cell: column, text: label })),
  };
}

/** As many dates as have room, the year only where it is another than that of the date before. */
function dayLabels(days: readonly string[], step: number, room: number): GridColumns['labels'] {
  const labels: { readonly cell: number; readonly text: Shown }[] = [];
  let free = 0;
  let year: string | undefined;
  for (const [index, day] of days.entries()) {
    const cell = index * step;
    const date = { text: day, day };
    const text = day === '' ? shown`before` : dateText(date, year);
    if (cell < free || cell + text.length > room) continue;
    labels.push({ cell, text });
    free = cell + text.length + 2;
    if (day !== '') year = yearOf(date);
  }
  return labels;
}
