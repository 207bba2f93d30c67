import { expect, test } from 'vitest';
import { firstInTerms, firstNaming, listingsOf } from '../../../src/engine/evidence/listings.ts';
import { time } from '../../support/rosters.ts';
import { rosterIn, rosterText } from '../../support/texts.ts';

const lists = (text: string) =>
  listingsOf(
    rosterIn(
      rosterText({
        members: '{ NL: support, BE: support, LU: support }',
        rest: `claims:\n${text}`,
      }),
    ),
  );

const listings = lists(`
  - { date: 2024-02-01, holdouts: [BE] }
  - { date: 2024-02-02, holdouts: [LU] }
  - { date: 2024-02-03, holdouts: [BE] }
`);

test.each([
  ['BE', 0, 3, 0],
  ['BE', 1, 3, 2],
  ['BE', 1, 2, 2],
  ['LU', 0, 3, 1],
  ['LU', 2, 3, 3],
  ['NL', 0, 3, 3],
  ['NL', 3, 3, 3],
])('the first list that names %s from %i on and before %i is %i', (code, start, end, first) => {
  expect(firstNaming(listings, code, start, end)).toBe(first);
});

test('of some of the lists, those that are left out name nobody', () => {
  const some = listings.filter((_, index) => index !== 0);
  const others = listings.filter((_, index) => index !== 1);
  expect([firstNaming(some, 'BE', 0, 2), firstNaming(others, 'LU', 0, 2)]).toEqual([1, 2]);
});

test.each([
  ['one that has always been in it', [{}], 0, 0],
  ['one that joins later', [{ joined: '2024-02-02' }], 0, 1],
  ['one that joins after all', [{ joined: '2024-02-04' }], 0, 3],
  ['one that has left', [{ left: '2024-02-02' }], 1, 3],
  ['one that returns', [{ left: '2024-02-01' }, { joined: '2024-02-03' }], 0, 2],
  ['one that joins at an hour of that day', [{ joined: '2024-02-02T12:00:00Z' }], 0, 1],
])('the first list of a time at which %s is in the roster', (_, terms, start, first) => {
  const times = terms.map((term) =>
    Object.fromEntries(Object.entries(term).map(([key, text]) => [key, time(String(text))])),
  );
  expect(firstInTerms(listings, { terms: times }, start, 3)).toBe(first);
});

test('a member that left during a day was there at an hour of it', () => {
  const ofOneDay = lists(`
  - { date: 2024-02-01, holdouts: [BE] }
  - { date: 2024-02-01T00:00:00Z, holdouts: [BE] }
  - { date: 2024-02-01T16:00:00Z, holdouts: [BE] }
`);
  const terms = [{ left: time('2024-02-01T15:00:00Z') }];
  expect([0, 1, 2].map((start) => firstInTerms(ofOneDay, { terms }, start, 3))).toEqual([1, 1, 3]);
});
