import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBlock } from '../../../src/engine/coalitions/to-block.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { toBlockOf } from '../../support/reference-path.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

test('on 2,000 random rosters with random monotone rules, trying every set of members gives who could still block it', () => {
  fc.assert(
    fc.property(taken, (before) => {
      expect(toBlock(before)).toEqual(toBlockOf(settledRule(before), before));
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
