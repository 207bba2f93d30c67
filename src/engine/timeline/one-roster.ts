import type { Roster } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import type { LastMover, Timeline, TimelinePoint, TimelineState } from '../../model/timeline.ts';
import { firstDayOf } from '../time/dates.ts';
import { type Replay, type ReplayDay, startReplay } from './replay.ts';

/** How to read the evidence, and which dates to give. */
export interface TimelineOptions {
  /** Use `stated` positions only; ignore reports and claims. */
  readonly onRecord?: boolean;
  /** The first date, included; a month begins on its first day. */
  readonly from?: Time;
  /** The last date, included. Everything later is ignored: a rule met after it counts as not met. */
  readonly to?: Time;
}

/** The tally of one roster over time, without the rest of `timeline`: all that a report carries. */
export function timelineOfOne(roster: Roster, options: TimelineOptions = {}): Timeline {
  const replay = startReplay(roster, options.onRecord ?? false);
  const all = { beginning: replay.state(''), points: pointsOf(replay, replay.days), latest: roster };
  return timelineFrom(all, [roster], options);
}

/** What a timeline is made from. */
interface AllPoints {
  /** The state before the first dated event; none for several rosters, which say nothing of the time before them. */
  readonly beginning?: TimelineState;
  /** Oldest first, replayed as they are read. */
  readonly points: Iterable<TimelinePoint>;
  /** The roster with the latest `as-of`. */
  readonly latest: Roster;
}

/** @param successive the rosters, the one with the latest `as-of` last */
export function timelineFrom(
  { latest, beginning, points: all }: AllPoints,
  successive: readonly Roster[],
  { onRecord = false, from, to }: TimelineOptions,
): Timeline {
  const { title, body, rule } = latest;
  const firstDay = from && firstDayOf(from);
  const points: TimelinePoint[] = [];
  const metFromBeginning = beginning?.outcome === 'reached';
  let start = beginning;
  let lastMove: TimelinePoint | undefined;
  let reached: { readonly firstReached: Time; readonly lastMovers: readonly LastMover[] } | undefined;
  for (const point of all) {
    if (to !== undefined && point.date.day > to.day) break;
    if (point.moved.length > 0) lastMove = point;
    if (!metFromBeginning && point.outcome === 'reached') reached ??= reachedOn(point, lastMove);
    if (firstDay === undefined || point.date.day >= firstDay) points.push(point);
    else start = { outcome: point.outcome, counts: point.counts, evaluation: point.evaluation };
  }
  return {
    title,
    ...(body !== undefined && { body }),
    rule,
    onRecord,
    ...(firstDay !== undefined && { from: firstDay }),
    ...(to && { to: to.day }),
    ...(start && { start }),
    points,
    metFromBeginning,
    lastMovers: [],
    ...reached,
    names: latestNames(successive),
  };
}

/** The names of all members by their codes, as the latest roster has them. */
function latestNames(successive: readonly Roster[]): Timeline['names'] {
  const names = new Map<string, string>();
  for (const { members } of successive) for (const { code, name } of members) names.set(code, name);
  return names;
}

function reachedOn({ date }: TimelinePoint, lastMove: TimelinePoint | undefined) {
  const movers = lastMove?.moved.map((move) => ({ ...move, date: lastMove.date }));
  return { firstReached: date, lastMovers: movers ?? [] };
}

/** A point for each of these days on which anything changed. Applies the days. */
export function* pointsOf(replay: Replay, days: Iterable<ReplayDay>): Generator<TimelinePoint> {
  for (const { day, apply } of days) {
    const changes = apply();
    if (Object.values(changes).some((part) => !Array.isArray(part) || part.length > 0))
      yield { date: { text: day, day }, ...replay.state(day), ...changes, ruleChanged: false };
  }
}
