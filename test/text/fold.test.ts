import { expect, test } from 'vitest';
import { fold, withoutMarks } from '../../src/text/fold.ts';

test.each([
  ['Türkiye', 'turkiye'],
  ['  United   Kingdom ', 'united kingdom'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Færøerne', 'faeroerne'],
  ['İstanbul', 'istanbul'],
  ['Ελλάδα', 'ελλαδα'],
  ['', ''],
  [`Türkiye${'\u0301\u0323'.repeat(20_000)} ve`, 'turkiye ve'],
])('%j is folded to %j, and stays so', (name, folded) => {
  expect(fold(name)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});

test('letters before all marks are without them as by the tables of Unicode', () => {
  for (let code = 0; code < 0x300; code += 1) {
    const letter = String.fromCharCode(code);
    expect(withoutMarks(letter)).toBe(letter.normalize('NFD').replace(/\p{M}/gu, ''));
    expect(letter).not.toMatch(/\p{M}/u);
  }
});
