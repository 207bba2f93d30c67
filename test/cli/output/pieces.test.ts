import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '../../../src/cli/output/pieces.ts';

test('pieces make the text again, and none parts a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (text, most) => {
      const pieces = [...piecesOf(text, most)];
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= most + 1)).toBe(true);
      expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString()).toBe(text);
    }),
  );
  expect([...piecesOf('a😀b', 2)]).toEqual(['a😀', 'b']);
  expect([...piecesOf('', 2)]).toEqual([]);
});
