import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestDemands } from '../../../src/engine/coalitions/fewest-demands.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { fewestDemandsOf } from '../../support/reference-path.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const texts = ['a post', 'a promise', 'a road', 'a share', 'a visit', 'an apology'];

/** What a member wants; some name a demand by an id, others by its text alone. */
const wants = fc.record({ asked: fc.subarray(texts), named: fc.subarray(texts) }).map(({ asked, named }) => {
  const ids = named.filter((text) => asked.includes(text)).map((text) => [text, `the ${text.slice(2)}`] as const);
  return { wants: asked, ...(ids.length > 0 && { wantIds: Object.fromEntries(ids) }) };
});

const stance = fc.constantFrom('conditional', 'conditional', 'conditional', 'support', 'oppose', 'unclear');

const taken: fc.Arbitrary<Snapshot> = positionsRoster
  .map((roster) => snapshot(roster, time('2024-01-05')))
  .chain((before) =>
    fc
      .tuple(
        ...before.members.map((standing) =>
          fc.tuple(stance, wants).map(([is, asked]) => ({ ...standing, stance: is, ...asked })),
        ),
      )
      .map((members): Snapshot => ({ ...before, members })),
  );

test('on 2,000 random rosters, trying every set of demands gives the fewest that let enough members move', () => {
  fc.assert(
    fc.property(taken, (before) => {
      expect(fewestDemands(before)).toEqual(fewestDemandsOf(settledRule(before), before));
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
