import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum } from '../../src/text/checksum.ts';
import { seeded } from '../support/rosters.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 });

test('a byte that is another changes the checksum', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (text, place, change) => {
      const other = text.slice();
      other[place % text.length] = (other[place % text.length] ?? 0) ^ change;
      expect(checksum(other)).not.toBe(checksum(text));
    }),
    seeded,
  );
});

test('the length counts', () => {
  const sums = Array.from({ length: 1000 }, (_, length) => checksum(new Uint8Array(length)));
  expect(new Set(sums).size).toBe(sums.length);
});

test('the highest bits of two words do not make up for each other', () => {
  const other = new Uint8Array(12);
  other[3] = 0x80;
  other[7] = 0x80;
  expect(checksum(other)).not.toBe(checksum(new Uint8Array(12)));
});

test('the seed counts', () => {
  expect(checksum(Uint8Array.of(1, 2, 3), 1)).not.toBe(checksum(Uint8Array.of(1, 2, 3), 2));
});
