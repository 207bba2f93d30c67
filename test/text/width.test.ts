import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { json } from '../../src/render/format/json.ts';
import { visible } from '../../src/text/escape-controls.ts';
import { displayWidth, fit, truncate, wrap } from '../../src/text/width.ts';
import { seeded } from '../support/rosters.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 60 }).map(visible);

test('a character that is counted without the library is as wide by the library', () => {
  const differing = Array.from({ length: 0x3000 }, (_, code) => visible(String.fromCodePoint(code))).filter(
    (text) => displayWidth(text) !== stringWidth(text),
  );
  expect(differing).toEqual([]);
});

test('millions of marks on a letter are no wider than one', () => {
  const text = visible(`an e${'\u0301\u0323'.repeat(2_000_000)} ok`);
  expect(displayWidth(text)).toBe(7);
  expect(wrap(text, 80).join('') === text).toBe(true);
  expect(fit(text, 2)).toBe('an');
});

describe('wrapping', () => {
  test('loses nothing but the blanks at which it breaks, and keeps to the width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      seeded,
    );
  });

  test.each([
    ['', 5, ['']],
    ['a b', 3, ['a b']],
    ['ab cd', 3, ['ab', 'cd']],
    ['abcdefg', 3, ['abc', 'def', 'g']],
    ['日本語', 4, ['日本', '語']],
    ['e\u0301e\u0301e\u0301', 2, ['e\u0301e\u0301', 'e\u0301']],
  ])('%j in %i cells', (text, width, lines) => {
    expect(wrap(visible(text), width)).toEqual(lines);
  });

  test('cuts a word of a million letters once and for all', () => {
    expect(wrap(visible('w'.repeat(1_000_000)), 80)).toHaveLength(12_500);
  });
});

test('what is fitted or cut keeps to its cells, and is a beginning of the text', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, width) => {
      expect(text.startsWith(fit(text, width))).toBe(true);
      expect(displayWidth(fit(text, width))).toBeLessThanOrEqual(width);
      expect(displayWidth(truncate(text, width))).toBeLessThanOrEqual(width);
    }),
    seeded,
  );
});

test('nothing that moves a cursor, hides or reorders is left in a document', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(json({ text })).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(json({ text }))).toEqual({ text });
    }),
    seeded,
  );
});
