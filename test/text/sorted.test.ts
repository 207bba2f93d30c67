import { expect, test } from 'vitest';
import { firstIndex } from '../../src/text/sorted.ts';

test.each([
  [0, 0, 0],
  [0, 10, 0],
  [0, 10, 3],
  [0, 10, 10],
  [4, 10, 2],
  [4, 10, 7],
])('the first index from %i to %i, where a claim holds from %i on', (start, end, from) => {
  expect(firstIndex(start, end, (index) => index >= from)).toBe(Math.min(end, Math.max(start, from)));
});

test('is found in as many steps as a number has bits', () => {
  let asked = 0;
  firstIndex(0, 1_000_000, (index) => {
    asked += 1;
    return index >= 654_321;
  });
  expect(asked).toBeLessThanOrEqual(20);
});
