import type { Roster } from '../model/roster.ts';
import type { Time } from '../model/time.ts';
import type { LastMover, Timeline, TimelinePoint, TimelineState } from '../model/timeline.ts';
import { firstDayOf } from './evidence/dates.ts';
import { sweepOf } from './timeline/replay.ts';
import { dayOf, inOrder, inTurn, pointsOf } from './timeline/several-rosters.ts';

export interface TimelineOptions {
  /** Use positions that are `stated` alone: nothing that others reported or counted. */
  readonly onRecord?: boolean;
  /** Tell of this date and later ones; a month begins on its first day. */
  readonly from?: Time;
  /** Tell of this date and earlier ones. Nothing that comes after it is known. */
  readonly to?: Time;
}

/**
 * How the tally moved, date by date, in one sweep over everything that is dated, whatever the roster's own `as-of`. Of
 * several rosters each speaks from its `as-of` on, until the next one does.
 *
 * @param rosters several need an `as-of` each, all of different days
 * @see docs/timeline.md
 */
export function timeline(
  rosters: readonly [Roster, ...Roster[]],
  { onRecord = false, from, to }: TimelineOptions = {},
): Timeline {
  const { latest, beginning, points: history } = historyOf(rosters, onRecord);
  const { title, body, rule } = latest;
  const firstDay = from && firstDayOf(from);
  const points: TimelinePoint[] = [];
  const metFromBeginning = beginning?.outcome === 'reached';
  let start = beginning;
  let lastMove: TimelinePoint | undefined;
  let reached: { readonly firstReached: Time; readonly lastMovers: readonly LastMover[] } | undefined;
  for (const point of history) {
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
    names: new Map(inOrder(rosters).flatMap(({ members }) => members.map(({ code, name }) => [code, name] as const))),
  };
}

function reachedOn({ date }: TimelinePoint, lastMove: TimelinePoint | undefined) {
  const movers = lastMove?.moved.map((move) => ({ ...move, date: lastMove.date }));
  return { firstReached: date, lastMovers: movers ?? [] };
}

interface History {
  /** Before anything dated; none where several rosters speak each in its time. */
  readonly beginning?: TimelineState;
  readonly points: Iterable<TimelinePoint>;
  readonly latest: Roster;
}

function historyOf(rosters: readonly [Roster, ...Roster[]], onRecord: boolean): History {
  const [only, ...others] = rosters;
  if (others.length > 0) {
    const latest = rosters.reduce((last, next) => (dayOf(next) > dayOf(last) ? next : last));
    return { points: inTurn(rosters, onRecord), latest };
  }
  const sweep = sweepOf(only, onRecord);
  return { beginning: sweep.state(''), points: pointsOf(sweep, sweep.days), latest: only };
}
