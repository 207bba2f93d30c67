import { describe, expect, test } from 'vitest';
import { alternatives, didYouMean, nearest, quote, tidy } from '../../src/text/suggest.ts';

describe('a quoted value', () => {
  test.each([
    ['', '""'],
    ['x', '"x"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
    ['x'.repeat(5000), `"${'x'.repeat(40)}…"`],
    ['😀'.repeat(40), `"${'😀'.repeat(40)}"`],
    ['😀'.repeat(41), `"${'😀'.repeat(40)}…"`],
    [`x${'😀'.repeat(99)}`, `"x${'😀'.repeat(39)}…"`],
  ])('%j is %s: cut after forty characters, and never within one', (value, quoted) => {
    expect(quote(value)).toBe(quoted);
  });
});

describe('a tidy text', () => {
  test.each([
    ['  Tu\u0308rkiye\n', 'T\u00fcrkiye'],
    ['a\u0301\u0323', '\u1ea1\u0301'],
    [`a${'\u0301\u0323'.repeat(15)}`, `\u1ea1${'\u0323'.repeat(14)}${'\u0301'.repeat(15)}`],
    // Where people write many letters that are not Latin, there is no mark to put in order.
    ['北大西洋条约组织的秘书长由各成员国协商一致推选产生而且没有书面的程序规定', undefined],
  ])('%j is composed', (text, composed) => {
    expect(tidy(text)).toBe(composed ?? text);
    expect(tidy(tidy(text))).toBe(tidy(text));
  });

  test('keeps more than thirty marks in a row as they are, and composes the rest', () => {
    for (const marks of ['\u0301\u0323'.repeat(16), '\u0301\u0323'.repeat(20_000), '\u0301\u0323'.repeat(3_000_000)]) {
      const text = tidy(`e\u0301 a${marks} e\u0301`);
      expect(text).toBe(`\u00e9 a${marks} \u00e9`);
      expect(tidy(text)).toBe(text);
    }
  });
});

describe('alternatives', () => {
  test.each([
    [[], ''],
    [['a'], '"a"'],
    [['a', 'b'], '"a" or "b"'],
    [['a', 'b', 'c'], '"a", "b" or "c"'],
  ])('%j are %s', (values, text) => {
    expect(alternatives(values)).toBe(text);
  });
});

describe('what was probably meant', () => {
  const stances = ['support', 'oppose', 'abstain', 'conditional'];

  test.each([
    ['suport', 'support'],
    ['Support', 'support'],
    ['OPPOSE', 'oppose'],
    ['supports', 'support'],
    ['abstains', 'abstain'],
    ['opposse', 'oppose'],
    ['conditonal', 'conditional'],
    ['conditionnaly', 'conditional'],
    ['opopse', 'oppose'],
    ['absatin', 'abstain'],
  ])('by %s is %s', (written, meant) => {
    expect(nearest(written, stances)).toBe(meant);
    expect(didYouMean(written, stances)).toBe(`did you mean "${meant}"?`);
  });

  test.each(['', 'x', 'yes', 'sup', 'for', 'neutral', 'x'.repeat(41), 'support'.repeat(6)])(
    'by %j is anybody’s guess',
    (written) => {
      expect(nearest(written, stances)).toBeUndefined();
      expect(didYouMean(written, stances)).toBeUndefined();
    },
  );

  test('is the nearest of several, and the first of those as near', () => {
    expect(nearest('NLD', ['NO', 'NL', 'LD'])).toBe('NL');
    expect(nearest('abc', ['abd', 'abc'])).toBe('abc');
    expect(nearest('abc', [])).toBeUndefined();
  });

  test('differs in no more than a third of the letters, and of a word of two letters only in their case', () => {
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy');
    expect(nearest('abcdef', ['abcxyz'])).toBeUndefined();
    expect(nearest('abc', ['abx'])).toBe('abx');
    expect(nearest('NL', ['NX'])).toBeUndefined();
    expect(nearest('nl', ['NX', 'NL'])).toBe('NL');
    expect(nearest('N', ['X'])).toBeUndefined();
  });
});
