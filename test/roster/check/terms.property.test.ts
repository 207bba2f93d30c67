import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBefore, momentOf, type Time } from '../../../src/model/time.ts';
import { type PlacedTerm, withinTerms } from '../../../src/roster/check/terms.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';
import { seeded } from '../../support/rosters.ts';

const timeOf = (text: string): Time => {
  const read = readTime(text);
  return 'value' in read ? read.value : expect.unreachable(text);
};
const times = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('', 'T08:00:00Z', 'T12:00:00Z', 'T20:00:00Z'))
  .map(([day, hour]) => timeOf(`2024-01-0${day}${hour}`));
const ends = fc.option(times, { nil: undefined });
const terms = fc
  .array(fc.tuple(ends, ends), { minLength: 1, maxLength: 4 })
  .chain((all) =>
    fc.constantFrom(
      all,
      [...all].sort(([a], [b]) => (momentOf(a) < momentOf(b) ? -1 : 1)),
    ),
  )
  .map((all) =>
    all.map(
      ([joined, left]): PlacedTerm => ({ cursor: { value: '' }, ...(joined && { joined }), ...(left && { left }) }),
    ),
  );

/** Whether a time is in some term; one that ends before it begins has no end. */
const isInSome = (all: readonly PlacedTerm[], time: Time): boolean =>
  all.some(({ joined, left }) => {
    const ends = joined !== undefined && left !== undefined && momentOf(left) <= momentOf(joined) ? undefined : left;
    return !(joined && isBefore(time, joined)) && !(ends && momentOf(ends) <= momentOf(time));
  });

test('a position is outside its terms if it is in none of them, whatever their order', () => {
  fc.assert(
    fc.property(terms, times, (all, time) => {
      let reported = false;
      withinTerms(all, () => {
        reported = true;
      })({ value: time.text }, time);
      expect(reported).toBe(!isInSome(all, time));
    }),
    { ...seeded, numRuns: 5000 },
  );
});
