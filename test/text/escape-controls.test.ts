import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown, visible } from '../../src/text/escape-controls.ts';
import { padEnd, truncate, wrap } from '../../src/text/width.ts';
import { seeded } from '../support/rosters.ts';

const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const anyText = fc.string({ unit: 'binary' });

describe('what is made visible', () => {
  test('has nothing left in it that moves a cursor, hides or reorders', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(text)).not.toMatch(unsafe);
      }),
      seeded,
    );
  });

  test('stays the same when it is made visible again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
      seeded,
    );
  });

  test.each([
    ['\u001b[31m', '\\u{1b}[31m'],
    ['\\u{1b}', '\\u{1b}'],
    ['a\r\n\tb', 'a b'],
    ['soft\u00adhyphen', 'soft\\u{ad}hyphen'],
    ['\u202eabc', '\\u{202e}abc'],
    ['\ud83d', '\\u{d83d}'],
    ['Türkiye 日本 \u{1f600} \u200d', 'Türkiye 日本 \u{1f600} \u200d'],
  ])('%j is %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe('a template', () => {
  test('makes each of its texts visible, and leaves numbers and its own words as they are', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer(), (first, second, number) => {
        expect(shown`${first}: ${second} … ${number}`).toBe(`${visible(first)}: ${visible(second)} … ${number}`);
      }),
      seeded,
    );
  });

  test('may be without texts, and without words', () => {
    expect(shown`before`).toBe('before');
    expect(shown``).toBe('');
    expect(shown`${'a\n'}${'b'}`).toBe('a b');
  });
});

test('text that is not made visible does not compile where it is laid out', () => {
  const title: string = 'title';
  // @ts-expect-error
  wrap(title, 10);
  // @ts-expect-error
  truncate(title, 10);
  // @ts-expect-error
  padEnd(title, 10);
  // @ts-expect-error
  wrap(`${visible(title)}: ${title}`, 10);
  expect(wrap(shown`${title}`, 10)).toEqual(['title']);
});

test('every character of two bytes is escaped where the tables of Unicode say so, and no other', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    const shown = /[\t\n\r\v\f]/.test(character)
      ? ' '
      : unsafe.test(character)
        ? `\\u{${code.toString(16)}}`
        : character;
    if (visible(character) !== shown) expect(visible(character)).toBe(shown);
  }
});
