import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisiveMoves } from '../../../src/engine/decisions/decisive-moves.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Roster } from '../../../src/model/roster.ts';
import type { Snapshot, Standing } from '../../../src/model/snapshot.ts';
import type { Time } from '../../../src/model/time.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { outcomeOf } from '../../support/reference-tally.ts';
import { codes, evidenceRoster, moments, seeded, time, timed } from '../../support/rosters.ts';

const days = Array.from({ length: 10 }, (_, index) => `2024-01-${String(index).padStart(2, '0')}`).slice(1);

/** The outcome of a snapshot by the reference. */
const outcome = (taken: Snapshot): string => outcomeOf(settledRule(taken), taken);

/** The decisive moves of a member, found by looking at every day and undoing what changed on it by hand. */
function recounted(roster: Roster, code: string, asOf: Time, onRecord: boolean): string[] {
  const found: string[] = [];
  let before = snapshot(roster, time('2023-12-31'), { onRecord });
  for (const day of days.filter((one) => one <= asOf.day)) {
    const now = snapshot(roster, day === asOf.day ? asOf : time(day), { onRecord });
    const then = before.members.find((standing) => standing.code === code);
    const moved = now.members.find((standing) => standing.code === code);
    if (then !== undefined && moved !== undefined && then.stance !== moved.stance) {
      const undo = (members: readonly Standing[]): readonly Standing[] =>
        members.map((one) => (one.code === code ? { ...then, weights: one.weights } : one));
      // What had closed before the day is as it was; what closed on the day may have been closed by the move.
      const closings = new Map(
        [...now.closings].map(([end, members]) => [end, before.closings.has(end) ? members : undo(members)]),
      );
      const undone = { ...now, members: undo(now.members), closings };
      if (outcome(undone) !== outcome(now)) found.push(`${day} ${then.stance} > ${moved.stance}`);
    }
    before = now;
  }
  return found;
}

test('the decisive moves of every member are those found by undoing each by hand, day by day', () => {
  let decisive = 0;
  fc.assert(
    fc.property(fc.oneof(evidenceRoster, timed(evidenceRoster)), moments, fc.boolean(), (roster, asOf, onRecord) => {
      const taken = snapshot(roster, asOf, { onRecord });
      for (const code of codes) {
        const moves = decisiveMoves(roster, code, taken);
        expect(moves.map(({ date, from, to }) => `${date.text} ${from} > ${to}`)).toEqual(
          recounted(roster, code, asOf, onRecord),
        );
        decisive += moves.length;
      }
    }),
    seeded,
  );
  expect(decisive).toBeGreaterThan(30);
});
