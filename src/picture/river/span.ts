import type { Timeline, TimelinePoint } from '../../model/timeline.ts';
import { dayNumber } from '../../render/timeline/chart/x-axis.ts';

/** The days that a picture of a timeline covers, as numbers of days since 1970-01-01. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The ISO days of events: those that tell how things went, or all where there are none. The first day is one of them if
 * nothing is known before it.
 */
export function tellingDays({ start, points }: Timeline): string[] {
  const telling = points.filter((point, index) => isTelling(point) || (index === 0 && start === undefined));
  return (telling.length > 0 ? telling : points).map(({ date }) => date.day);
}

/**
 * The days from the first to the last event of a timeline, with a little room around them. Memberships, weights and
 * milestones do not stretch it unless there is nothing else; dates that were asked for do.
 *
 * @param also ISO days that it covers in any case
 * @returns undefined when nothing is dated
 */
export function spanOf(timeline: Timeline, also: readonly string[] = []): Span | undefined {
  const { from, to } = timeline;
  const days = [...tellingDays(timeline), ...also].map(dayNumber);
  if (from !== undefined && to !== undefined) return { first: dayNumber(from), last: dayNumber(to) };
  if (days.length === 0) return undefined;
  const [first, last] = days.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [Infinity, -Infinity]);
  const room = Math.max(1, Math.round((last - first) * 0.02));
  return {
    first: from === undefined ? first - room : dayNumber(from),
    last: to === undefined ? last + 2 * room : dayNumber(to),
  };
}

function isTelling(point: TimelinePoint): boolean {
  const { moved, restated, denied, demands, claims, candidates, rounds, timeCome, closed, decision, ruleChanged } =
    point;
  const lists = [moved, restated, denied, demands, claims, candidates, rounds, timeCome, closed];
  return ruleChanged || decision !== undefined || lists.some((list) => list.length > 0);
}
