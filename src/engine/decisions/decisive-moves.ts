import type { DecisiveMove } from '../../model/decisions/member.ts';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { diff } from '../diff.ts';
import { snapshot } from '../snapshot.ts';
import { dayBefore } from '../time/dates.ts';
import { timeline } from '../timeline.ts';

/**
 * The moves of a member, as they were known on their days, without which the outcome at the end of the day would have
 * been another; all other moves of the day stand.
 *
 * @param taken a snapshot of this roster; moves after its date do not count
 */
export function decisiveMoves(roster: Roster, code: string, taken: Snapshot): DecisiveMove[] {
  const { asOf, onRecord } = taken;
  const { points } = timeline([roster], { onRecord, to: asOf });
  const days = new Set(
    points.flatMap(({ date, moved }) => (moved.some(({ member }) => member === code) ? [date.day] : [])),
  );
  // Of the day of an as-of instant, only what was known by then counts, whatever the whole day did.
  if (asOf.instant !== undefined) days.add(asOf.day);
  return [...days].flatMap((day): DecisiveMove[] => {
    const date: Time = { text: day, day };
    const after = day === asOf.day ? taken : snapshot(roster, date, { onRecord });
    const { moved } = diff(snapshot(roster, dayBefore(date), { onRecord }), after);
    const move = moved.find((one) => one.code === code);
    return move?.decisive ? [{ date, from: move.from, to: move.to }] : [];
  });
}
