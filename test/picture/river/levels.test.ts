import { expect, test } from 'vitest';
import { levelsOf } from '../../../src/picture/river/levels.ts';

test.each([
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [9, [0, 2, 4, 6, 8]],
  [15, [0, 5, 10, 15]],
  [32, [0, 10, 20, 30]],
  [193, [0, 50, 100, 150]],
  [10_000, [0, 5000, 10_000]],
])('up to %i', (most, levels) => {
  expect(levelsOf(most)).toEqual(levels);
});
