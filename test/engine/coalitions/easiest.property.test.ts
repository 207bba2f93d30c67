import fc from 'fast-check';
import { expect, test } from 'vitest';
import { easiest } from '../../../src/engine/coalitions/easiest.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { easiestOf } from '../../support/reference-path.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

test('on 2,000 random rosters with random monotone rules, trying every set of members gives the easiest way', () => {
  fc.assert(
    fc.property(taken, (before) => {
      expect(easiest(before)).toEqual(easiestOf(settledRule(before), before));
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
