import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictions } from '../../../src/engine/evidence/conflicts.ts';
import { isVague } from '../../../src/engine/evidence/listings.ts';
import { evidenceOn } from '../../../src/engine/evidence/standings.ts';
import { contradictedBy } from '../../../src/engine/prune/contradicted.ts';
import type { Roster } from '../../../src/model/roster.ts';
import { evidenceRoster, moments, seeded, timed } from '../../support/rosters.ts';

/** The same roster without what keeps a range from being said: rounds, returns and lists of vague dates. */
const simple = (roster: Roster): Roster => ({
  ...roster,
  rounds: [],
  members: roster.members.map((member) => ({ ...member, terms: member.terms.slice(0, 1) })),
  claims: roster.claims.filter((claim) => !isVague(claim)),
  reports: [],
});

test('what a member contradicts is said of ranges of lists, and comes to each list that it contradicts', () => {
  let ranges = 0;
  fc.assert(
    fc.property(
      fc.oneof(timed(evidenceRoster), { weight: 3, arbitrary: evidenceRoster.map(simple) }),
      moments,
      fc.infiniteStream(fc.nat(3)),
      (roster, asOf, stays) => {
        const { histories, listings: all } = evidenceOn(roster, asOf, false);
        const listings = all.filter(() => stays.next().value !== 0);
        for (const { member } of histories) {
          const said = contradictedBy(member, listings).flatMap((part) => {
            if (part.length === 3) return [part];
            ranges += 1;
            const [first, end] = part;
            return listings
              .slice(first, end)
              .flatMap(({ place, lists }) =>
                lists.map((_, list) => [place, 'unlisted-though-not-supporting', list] as const),
              );
          });
          const each = listings.flatMap((listing) =>
            contradictions(member, listing).map(
              ({ kind, list }) => [listing.place, kind, listing.lists.indexOf(list)] as const,
            ),
          );
          expect([...said].sort()).toEqual([...each].sort());
          const found = contradictedBy(member, listings).filter((part) => part.length === 2);
          for (const [index, [first]] of found.slice(1).entries())
            expect(first).toBeGreaterThan(found[index]?.[1] ?? 0);
        }
      },
    ),
    { ...seeded, numRuns: 1000 },
  );
  expect(ranges).toBeGreaterThan(10);
});
