import type { Member } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { endOfDay } from '../../model/time.ts';
import type { Reweighing } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { weightsOn } from '../time/weights.ts';
import type { DayEvents } from './events-by-day.ts';

/** The parts of a member during a replay that matter to its weights. */
interface Weighed {
  readonly member: Member;
  readonly present: boolean;
  weights: Standing['weights'];
}

/**
 * The weights that change on a day, for members in the roster. The members get the weights of the end of the day.
 *
 * @param touch called for each member whose weights are other than before
 */
export function reweighingsOn<T extends Weighed>(
  day: string,
  { weights: events }: DayEvents<T>,
  touch: (state: T) => void,
): Reweighing[] {
  const before = new Map(events.map(([state]) => [state, state.weights]));
  for (const state of before.keys()) state.weights = weightsOn(state.member, endOfDay(day));
  const changes = events.flatMap(([state, weight, date]): Reweighing[] => {
    const { member, present, weights } = state;
    const [then, now] = [before.get(state)?.[weight] as string, weights[weight] as string];
    if (then === now) return [];
    touch(state);
    return present ? [{ member: member.code, name: member.name, date, weight, before: then, after: now }] : [];
  });
  const distinct = new Map(changes.map((change) => [JSON.stringify([change.weight, change.member]), change]));
  return [...distinct.values()].sort((a, b) => compareText(a.weight, b.weight) || compareText(a.member, b.member));
}
