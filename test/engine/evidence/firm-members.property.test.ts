import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictions } from '../../../src/engine/evidence/conflicts.ts';
import { firmMembersBy, mayBeContradicted } from '../../../src/engine/evidence/firm-members.ts';
import { evidenceOn } from '../../../src/engine/evidence/standings.ts';
import { evidenceRoster, moments, seeded, timed } from '../../support/rosters.ts';

test('whoever contradicts a list is looked at', () => {
  let found = 0;
  fc.assert(
    fc.property(timed(evidenceRoster), moments, (roster, asOf) => {
      const { histories, listings } = evidenceOn(roster, asOf, false);
      const members = histories.map(({ member }) => member);
      const firmOn = firmMembersBy(members);
      for (const listing of listings) {
        const looked = new Set(Array.from(firmOn(listing.time.day), ({ member }) => member));
        for (const member of members) {
          const contradicted = contradictions(member, listing);
          found += contradicted.length;
          if (contradicted.length === 0) continue;
          expect(mayBeContradicted(member, listings)).toContain(listing);
          if (!listing.listed.has(member.code)) expect(looked).toContain(member);
        }
      }
      for (const member of members) {
        const looked = mayBeContradicted(member, listings);
        expect(looked).toEqual(listings.filter((listing) => looked.includes(listing)));
      }
    }),
    { ...seeded, numRuns: 2000 },
  );
  expect(found).toBeGreaterThan(100);
});
