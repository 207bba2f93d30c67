import type { Roster } from '../model/roster.ts';
import type { Timeline } from '../model/timeline.ts';
import { type TimelineOptions, timelineFrom, timelineOfOne } from './timeline/one-roster.ts';
import { byAsOf, pointsOfSeveral } from './timeline/several-rosters.ts';

/**
 * The tally over time: a point for every date on which anything changed, whatever the roster's own `as-of`. Of several
 * rosters, each is used from its `as-of` until the next one's.
 *
 * @param rosters in any order; several need an `as-of` each, all on different days
 * @see docs/timeline.md
 */
export function timeline(rosters: readonly [Roster, ...Roster[]], options: TimelineOptions = {}): Timeline {
  const [only, ...others] = rosters;
  if (others.length === 0) return timelineOfOne(only, options);
  const successive = byAsOf(rosters);
  const latest = successive.at(-1) ?? only;
  return timelineFrom({ points: pointsOfSeveral(successive, options.onRecord ?? false), latest }, successive, options);
}
