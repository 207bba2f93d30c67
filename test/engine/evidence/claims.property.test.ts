import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Claim, Roster } from '../../../src/model/roster.ts';
import type { ReconciledClaim } from '../../../src/model/snapshot.ts';
import { codes, evidenceRoster, evidenceTimes, moments, seeded, timed } from '../../support/rosters.ts';

const some = fc.subarray([...codes], { minLength: 1 });
const amount = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((n) => ({ text: `${n}`, min: n, max: n })),
  fc.integer({ min: 0, max: 3 }).map((n) => ({ text: `at least ${n}`, min: n, max: 'all' as const })),
  fc.constant({ text: 'all', min: 'all' as const, max: 'all' as const }),
  fc.constant({ text: 'all but 1', min: { allBut: 1 }, max: { allBut: 1 } }),
  fc.constant({
    text: 'two-thirds',
    min: { numerator: 2, denominator: 3 },
    max: { numerator: 2, denominator: 3 },
  }),
  fc.constant({ text: '2 of 3', min: 2, max: 2, total: 3 }),
);
const count = fc
  .tuple(evidenceTimes, amount, amount)
  .map(([date, supporting, holdingOut]): Claim => ({ date, circa: false, supporting, holdingOut, sources: [] }));

const countsIn = (roster: Roster, claim: Claim, date: Parameters<typeof snapshot>[1]): ReconciledClaim[] =>
  snapshot({ ...roster, claims: [...roster.claims, claim] }, date).claims.filter(
    ({ about }) => about === 'supporting' || about === 'holding-out',
  );

test('a count within a group is what a count of all would be in a roster of that group alone', () => {
  let implied = 0;
  fc.assert(
    fc.property(timed(evidenceRoster), count, some, moments, (roster, claim, group, date) => {
      const among = { codes: group };
      const within = countsIn(roster, { ...claim, among }, date);
      const alone = countsIn(
        { ...roster, members: roster.members.filter(({ code }) => (group as string[]).includes(code)) },
        claim,
        date,
      );
      expect(within).toEqual(alone.map((statement) => ({ ...statement, among })));
      if (within.some((statement) => 'implied' in statement)) implied += 1;
    }),
    seeded,
  );
  expect(implied).toBeGreaterThan(10);
});

test('counts move nobody, whomever they are of', () => {
  fc.assert(
    fc.property(timed(evidenceRoster), count, fc.option(some), moments, (roster, claim, group, date) => {
      const counted = { ...claim, ...(group && { among: { codes: group } }) };
      const { claims: _, reported: __, ...told } = snapshot({ ...roster, claims: [...roster.claims, counted] }, date);
      const { claims: ___, reported: ____, ...before } = snapshot(roster, date);
      expect(told).toEqual(before);
    }),
    seeded,
  );
});
