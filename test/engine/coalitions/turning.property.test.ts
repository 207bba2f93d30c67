import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingIn } from '../../../src/engine/coalitions/moves-to-support.ts';
import { turning } from '../../../src/engine/coalitions/turning.ts';
import { path } from '../../../src/engine/path.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { everySmallestSet } from '../../support/reference-path.ts';
import { isUndecided } from '../../support/reference-tally.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

test('on 2,000 random rosters, those who would have to turn are in every smallest set, and no others are', () => {
  fc.assert(
    fc.property(taken, (before) => {
      const [missing, found] = [missingIn(before), path(before)];
      if (missing === undefined || found === undefined) return;
      const settled = new Set(before.members.filter((standing) => !isUndecided(standing)).map(({ code }) => code));
      const sets = everySmallestSet(settledRule(before), before).map((set) => set.filter((code) => settled.has(code)));
      const codes = [...new Set(sets.flat())].sort();
      const always = codes.filter((code) => sets.every((set) => set.includes(code)));
      const isPair = (one: string, other: string): boolean =>
        sets.every((set) => set.includes(one) || set.includes(other));
      const who = turning(missing, found);
      if (always.length > 0) expect(who).toEqual({ of: 'all', members: always });
      else if (who === undefined) expect(codes.some((one) => codes.some((other) => isPair(one, other)))).toBe(false);
      else {
        const [one = '', other = ''] = who.members;
        expect([who.of, who.members.length, isPair(one, other)]).toEqual(['one', 2, true]);
      }
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
