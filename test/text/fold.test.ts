import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';

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
