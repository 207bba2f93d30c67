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
])('%j is folded to %j, and stays so', (name, folded) => {
  expect(fold(name)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
