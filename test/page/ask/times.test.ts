import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOf } from '../../../src/page/ask/times.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';
import { seeded } from '../../support/rosters.ts';

const read = (text: string) => {
  const result = readTime(text);
  return 'value' in result ? result.value : undefined;
};

const known = [
  '2024-02-29',
  '2023-02-29',
  '2024-04',
  '2024-13',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2024-02-21T09:00:00Z',
  '2024-02-21T23:30-05:00',
  '2024-02-21T24:00Z',
  '2024-02-21T09:00',
  '2024-02-21T09:60Z',
  '2024-02-21T09:00:00.123456789+14:00',
  '9999-12-31T23:59-10:00',
  '0001-01-01T00:00+10:00',
  ' 2024-02-21',
  '2024-2-1',
  '',
];

test.each(known)('a time of an address is one of a roster: %s', (text) => {
  expect(timeOf(text)).toEqual(read(text));
});

test('whatever its digits are', () => {
  const two = fc.integer({ min: 0, max: 99 }).map((number) => `${number}`.padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map((number) => `${number}`.padStart(4, '0'));
  const end = fc.constantFrom('', 'Z', '+02:00', '-11:30', '+99:99');
  fc.assert(
    fc.property(year, two, two, two, two, end, (y, month, day, hour, minute, offset) => {
      for (const text of [`${y}-${month}`, `${y}-${month}-${day}`, `${y}-${month}-${day}T${hour}:${minute}${offset}`])
        expect(timeOf(text)).toEqual(read(text));
    }),
    seeded,
  );
});
