import { expect, test } from 'vitest';
import { firstNaming, listingsOf } from '../../../src/engine/evidence/listings.ts';
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
