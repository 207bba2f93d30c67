import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, linesOf, widthOf } from '../../src/picture/text-width.ts';
import { seeded } from '../support/rosters.ts';

test.each([
  ['Hungary', 12, 200, 'Hungary'],
  ['North Macedonia', 12, 55, 'North…'],
  ['Hungary', 12, 3, ''],
  ['', 12, 0, ''],
])('%s in %i px of type and %i of room', (text, size, room, expected) => {
  expect(cut(text, size, room)).toBe(expected);
});

test('what is cut fits, and says that it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), fc.boolean(), (text, room, bold) => {
      const short = cut(text, 12, room, bold);
      expect(short === '' || widthOf(short, 12, bold) <= room).toBe(true);
      if (short !== text && short !== '') expect(short).toMatch(/…$/u);
    }),
    seeded,
  );
});

test('lines have all words in order, and the last is cut where there are too many', () => {
  expect(linesOf('one two three four', 12, 60, 9)).toEqual(['one two', 'three four']);
  expect(linesOf('one two three four', 12, 60, 1)).toEqual(['one tw…']);
  expect(linesOf('', 12, 60, 3)).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (text, room) => {
      const lines = linesOf(text, 12, room, 1000);
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      for (const line of lines) expect(widthOf(line.trim(), 12) <= room || [...line].length <= 2).toBe(true);
    }),
    seeded,
  );
});
