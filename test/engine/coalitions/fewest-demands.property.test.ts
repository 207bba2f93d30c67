import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fewestDemands } from '../../../src/engine/coalitions/fewest-demands.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { type DemandStatus, demandStatuses } from '../../../src/model/roster.ts';
import type { AnsweredDemand, Snapshot } from '../../../src/model/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { fewestDemandsOf } from '../../support/reference-path.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const since = time('2024-01-02');
const texts = ['a post', 'a promise', 'a road', 'a share', 'a visit', 'an apology'];

const status: fc.Arbitrary<DemandStatus | undefined> = fc.constantFrom(
  ...[undefined, undefined, undefined, undefined, undefined],
  ...demandStatuses,
);

/**
 * What a member wants; some name a demand by an id, others by its text alone. Of some something has become: what is met or
 * dropped is not wanted any more.
 */
const wants = fc
  .record({
    asked: fc.subarray(texts),
    named: fc.subarray(texts),
    become: fc.array(status, { minLength: texts.length, maxLength: texts.length }),
  })
  .map(({ asked, named, become }) => {
    const idOf = (text: string): string => `the ${text.slice(2)}`;
    const answered = asked.flatMap((text): AnsweredDemand[] => {
      const is = become[texts.indexOf(text)];
      return is === undefined ? [] : [{ id: idOf(text), text, status: is, since, circa: false, sources: [] }];
    });
    const done = answered.filter((answer) => answer.status === 'met' || answer.status === 'dropped');
    const open = asked.filter((text) => !done.some((answer) => answer.text === text));
    const ids = named.filter((text) => open.includes(text)).map((text) => [text, idOf(text)] as const);
    return { wants: open, answered, ...(ids.length > 0 && { wantIds: Object.fromEntries(ids) }) };
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
