import type { Roster } from '../model/roster.ts';
import type { Time } from '../model/time.ts';
import type { LastMover, Timeline, TimelinePoint, TimelineState } from '../model/timeline.ts';
import { firstDayOf } from './time/dates.ts';
import { startReplay } from './timeline/replay.ts';
import { asOfDay, byAsOf, pointsOf, pointsOfSeveral } from './timeline/several-rosters.ts';

/** How to read the evidence, and which dates to give. */
export interface TimelineOptions {
  /** Use `stated` positions only; ignore reports and claims. */
  readonly onRecord?: boolean;
  /** The first date, included; a month begins on its first day. */
  readonly from?: Time;
  /** The last date, included. Everything later is ignored: a rule met after it counts as not met. */
  readonly to?: Time;
}

/**
 * The tally over time: a point for every date on which anything changed, whatever the roster's own `as-of`. Of several
 * rosters, each is used from its `as-of` until the next one's.
 *
 * @param rosters in any order; several need an `as-of` each, all on different days
 * @see docs/timeline.md
 */
export function timeline(
  rosters: readonly [Roster, ...Roster[]],
  { onRecord = false, from, to }: TimelineOptions = {},
): Timeline {
  const { latest, beginning, points: all } = allPoints(rosters, onRecord);
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
    names: latestNames(rosters),
  };
}

/** The names of all members by their codes, as the latest roster has them. */
function latestNames(rosters: readonly Roster[]): Timeline['names'] {
  const names = new Map<string, string>();
  for (const { members } of byAsOf(rosters)) for (const { code, name } of members) names.set(code, name);
  return names;
}

function reachedOn({ date }: TimelinePoint, lastMove: TimelinePoint | undefined) {
  const movers = lastMove?.moved.map((move) => ({ ...move, date: lastMove.date }));
  return { firstReached: date, lastMovers: movers ?? [] };
}

interface AllPoints {
  /** The state before the first dated event; none for several rosters, which say nothing of the time before them. */
  readonly beginning?: TimelineState;
  /** Oldest first, replayed as they are read. */
  readonly points: Iterable<TimelinePoint>;
  /** The roster with the latest `as-of`. */
  readonly latest: Roster;
}

function allPoints(rosters: readonly [Roster, ...Roster[]], onRecord: boolean): AllPoints {
  const [only, ...others] = rosters;
  if (others.length > 0) {
    const latest = rosters.reduce((last, next) => (asOfDay(next) > asOfDay(last) ? next : last));
    return { points: pointsOfSeveral(rosters, onRecord), latest };
  }
  const replay = startReplay(only, onRecord);
  return { beginning: replay.state(''), points: pointsOf(replay, replay.days), latest: only };
}
