import type { Roster } from '../model/roster.ts';
import type { Timeline } from '../model/timeline.ts';
import type { TimelineView } from '../model/view.ts';
import { outcomeAgainst } from './decision.ts';
import { snapshot } from './snapshot.ts';
import { tally } from './tally.ts';

/** Where nothing is dated, any day will do. */
const anyDay = '9999-12-31';

/**
 * The snapshot on the last day of a timeline, with the rule's answer.
 *
 * @param rosters those that the timeline was made from
 * @returns undefined when the timeline ends before the first of several rosters
 */
export function timelineEnd(
  rosters: readonly [Roster, ...Roster[]],
  { to, from, points, onRecord }: Timeline,
): TimelineView['end'] {
  const day = to ?? points.at(-1)?.date.day ?? from ?? anyDay;
  const roster = rosters.length === 1 ? rosters[0] : latestBy(rosters, day);
  if (roster === undefined) return undefined;
  const end = snapshot(roster, { text: day, day }, { onRecord });
  const againstDecision = end.decision && outcomeAgainst(roster, end.decision);
  return { snapshot: end, tally: tally(end), ...(againstDecision && { againstDecision }) };
}

function latestBy(rosters: readonly Roster[], day: string): Roster | undefined {
  const asOfDay = ({ asOf }: Roster): string => asOf?.day ?? '';
  return rosters
    .filter((roster) => asOfDay(roster) <= day)
    .reduce<Roster | undefined>((last, next) => (last && asOfDay(last) > asOfDay(next) ? last : next), undefined);
}
