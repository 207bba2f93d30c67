import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runningTotals } from '../../../src/engine/rule/running-totals.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import { evidenceDays, positionsRoster, seeded } from '../../support/rosters.ts';

test('sums of those that are in are what the tally of them says, whoever came and went before', () => {
  fc.assert(
    fc.property(positionsRoster, positionsRoster, fc.infiniteStream(fc.boolean()), (roster, others, stays) => {
      const before = snapshot(others, evidenceDays.last).members;
      const all = snapshot(roster, evidenceDays.last);
      const sums = runningTotals(roster.rule, [before, all.members, ...all.closings.values()].flat());
      for (const standing of before) sums.add(standing);
      for (const standing of all.members) sums.add(standing);
      const gone = all.members.filter(() => stays.next().value === false);
      for (const standing of [...before, ...gone]) sums.remove(standing);
      for (const [closing, members] of all.closings) for (const standing of members) sums.add(standing, closing);
      const rest = { ...all, members: all.members.filter((standing) => !gone.includes(standing)) };
      expect(sums.evaluation(rest.asOf)).toEqual(tally(rest).evaluation);
    }),
    seeded,
  );
});
