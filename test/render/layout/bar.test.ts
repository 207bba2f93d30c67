import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barRuns, fillAndMark, shareCells } from '../../../src/render/layout/bar.ts';
import { seeded } from '../../support/rosters.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('the cells of a bar', () => {
  test.each([
    ['one a member', [2n, 24n, 3n, 1n, 1n], 31, [2, 24, 3, 1, 1]],
    ['by share', [53n, 15n, 32n], 40, [21, 6, 13]],
    ['at least one, however small the part', [1n, 999n, 1n], 10, [1, 8, 1]],
    ['none for nothing', [], 10, []],
  ])('%s', (_, amounts, cells, expected) => {
    expect(shareCells(amounts, cells)).toEqual(expected);
  });

  test('are all given away, and none is without', () => {
    const parts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 9, max: 60 }), (amounts, cells) => {
        const shared = shareCells(amounts, cells);
        expect(sum(shared)).toBe(cells);
        expect(Math.min(...shared)).toBeGreaterThan(0);
      }),
      seeded,
    );
  });
});

describe('the mark', () => {
  test.each<[string, bigint, bigint, bigint, number, Parameters<typeof fillAndMark>[2], number, number]>([
    ['stands at the need', 12n, 15n, 27n, 27, 'short', 12, 15],
    ['stands to the nearest cell', 40n, 65n, 100n, 27, 'short', 11, 18],
    ['is not reached by what is not enough', 649n, 650n, 1000n, 10, 'short', 6, 7],
    ['is reached by what is enough', 650n, 640n, 1000n, 10, 'reaching', 7, 6],
    ['is reached by what is enough, however little', 641n, 641n, 1000n, 3, 'reaching', 2, 2],
    ['is not passed by what is allowed', 36n, 36n, 100n, 10, 'within', 4, 4],
    ['is passed by what is not', 36n, 35n, 100n, 10, 'over', 5, 4],
  ])('%s', (_, counted, asked, total, cells, beside, filled, mark) => {
    expect(fillAndMark({ counted, asked, total }, cells, beside, [1, cells - 1])).toEqual({ filled, mark });
  });

  test('is on its side of what is counted, whatever the numbers', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 6n });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: 9, max: 60 }), (counted, rest, asked, cells) => {
        const total = counted + rest > asked ? counted + rest : asked;
        const at = (beside: Parameters<typeof fillAndMark>[2]) =>
          fillAndMark({ counted, asked, total }, cells, beside, [1, cells - 1]);
        const [floor, ceiling] = [at(counted < asked ? 'short' : 'reaching'), at(counted > asked ? 'over' : 'within')];
        expect(floor.filled < floor.mark).toBe(counted < asked);
        expect(ceiling.filled > ceiling.mark).toBe(counted > asked);
        for (const { filled, mark } of [floor, ceiling]) {
          expect(filled).toBeGreaterThan(0);
          expect(filled).toBeLessThan(cells);
          expect(mark).toBeGreaterThanOrEqual(0);
          expect(mark).toBeLessThanOrEqual(cells);
        }
      }),
      seeded,
    );
  });

  test('parts a run in two, or stands between two or at an end', () => {
    expect(barRuns([2, 3], 3)).toEqual([{ part: 0, cells: 2 }, { part: 1, cells: 1 }, 'mark', { part: 1, cells: 2 }]);
    expect(barRuns([2, 3], 2)).toEqual([{ part: 0, cells: 2 }, 'mark', { part: 1, cells: 3 }]);
    expect(barRuns([2, 3], 0)).toEqual(['mark', { part: 0, cells: 2 }, { part: 1, cells: 3 }]);
    expect(barRuns([2, 3], 5)).toEqual([{ part: 0, cells: 2 }, { part: 1, cells: 3 }, 'mark']);
  });
});
