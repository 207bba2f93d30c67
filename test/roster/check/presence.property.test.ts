import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Term } from '../../../src/model/roster.ts';
import { endOf, type Time } from '../../../src/model/time.ts';
import { presenceOf } from '../../../src/roster/check/presence.ts';
import { absenceAt } from '../../../src/roster/check/terms.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';
import { seeded } from '../../support/rosters.ts';

const timeOf = (text: string): Time => {
  const read = readTime(text);
  return 'value' in read ? read.value : expect.unreachable(text);
};
const times = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', 'T08:00:00Z', 'T20:00:00Z'))
  .map(([day, hour]) => timeOf(`2024-01-0${day}${hour}`));
const ends = fc.option(times, { nil: undefined });
const terms = fc.array(
  fc.tuple(ends, ends).map(([joined, left]): Term => ({ ...(joined && { joined }), ...(left && { left }) })),
  { minLength: 1, maxLength: 4 },
);

test('as many members are present as are not absent, also where their terms overlap or end before they begin', () => {
  fc.assert(
    fc.property(fc.array(terms, { maxLength: 5 }), times, (members, time) => {
      const present = members.filter((own) => absenceAt(own, time) === undefined);
      expect(presenceOf(members)(endOf(time))).toBe(present.length);
    }),
    seeded,
  );
});
