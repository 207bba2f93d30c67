import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportedCount } from '../../../src/model/roster.ts';
import { readReportedCount } from '../../../src/roster/schema/reported-count.ts';
import { seeded } from '../../support/rosters.ts';

function countIn(text: string): ReportedCount {
  const read = readReportedCount(text);
  if ('fault' in read) throw new Error(read.fault.message);
  return read.value;
}

describe('a reported count', () => {
  test.each([
    ['21', 21, 21],
    ['0', 0, 0],
    ['007', 7, 7],
    ['999999999', 999999999, 999999999],
    ['Twelve', 12, 12],
    ['all', 'all', 'all'],
    ['none', 0, 0],
    ['more than 20', 21, 'all'],
    ['More than 20', 21, 'all'],
    ['over 20', 21, 'all'],
    ['more than 0', 1, 'all'],
    ['at least 20', 20, 'all'],
    ['at least two', 2, 'all'],
    ['20+', 20, 'all'],
    ['20 +', 20, 'all'],
    ['at most 5', 0, 5],
    ['up to five', 0, 5],
    ['at most 0', 0, 0],
    ['fewer than 5', 0, 4],
    ['less than 5', 0, 4],
    ['fewer than 1', 0, 0],
    ['20 to 25', 20, 25],
    ['20-25', 20, 25],
    ['20–25', 20, 25],
    ['20 – 25', 20, 25],
    ['3 or 4', 3, 4],
    ['three or four', 3, 4],
    ['5-5', 5, 5],
  ])('%s is from %s to %s', (text, min, max) => {
    expect(readReportedCount(text)).toEqual({ value: { text, min, max } });
  });

  test.each([
    ['about 0', 0, 1, 0],
    ['about 1', 0, 2, 1],
    ['about 2', 1, 3, 2],
    ['around 5', 4, 6, 5],
    ['about 9', 8, 10, 9],
    ['about ten', 9, 11, 10],
    ['About 11', 9, 13, 11],
    ['about 19', 17, 21, 19],
    ['around 25', 22, 28, 25],
    ['about 99', 89, 109, 99],
    ['about 999999999', 899999999, 1099999999, 999999999],
    ['nearly 30', 27, 29, 30],
    ['almost 30', 27, 29, 30],
    ['nearly 1', 0, 0, 1],
    ['nearly two', 1, 1, 2],
  ])('%s is from %s to %s, and names %s', (text, min, max, about) => {
    expect(readReportedCount(text)).toEqual({ value: { text, min, max, about } });
  });

  test.each([
    ['two-thirds', 2, 3],
    ['Two thirds', 2, 3],
    ['half', 1, 2],
    ['2/3', 2, 3],
    ['2 / 3', 2, 3],
    ['90%', 90_000_000, 100_000_000],
    ['33.3 %', 33_300_000, 100_000_000],
    ['100%', 100_000_000, 100_000_000],
  ])('%s is a share of the members', (text, numerator, denominator) => {
    const end = { numerator, denominator };
    expect(readReportedCount(text)).toEqual({ value: { text, min: end, max: end } });
  });

  test('all but some is what is left of the members, and "of" names the total of the report', () => {
    expect(countIn('all but three')).toEqual({ text: 'all but three', min: { allBut: 3 }, max: { allBut: 3 } });
    expect(countIn('26 of 27')).toEqual({ text: '26 of 27', min: 26, max: 26, total: 27 });
    expect(countIn('26 out of 27')).toMatchObject({ min: 26, total: 27 });
    expect(countIn('two of the three')).toEqual({ text: 'two of the three', min: 2, max: 2, total: 3 });
    expect(countIn('26 out of the 27')).toMatchObject({ min: 26, total: 27 });
  });

  test('about n is n more or less max(1, n/10), rounded outwards by less than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (count) => {
        const { min, max } = countIn(`about ${count}`);
        const spread = Math.max(10, count);
        const [low, high] = [Math.max(0, 10 * count - spread), 10 * count + spread];
        expect(10 * Number(min)).toBeLessThanOrEqual(low);
        expect(10 * Number(min)).toBeGreaterThan(low - 10);
        expect(10 * Number(max)).toBeGreaterThanOrEqual(high);
        expect(10 * Number(max)).toBeLessThan(high + 10);
      }),
      seeded,
    );
  });

  const hint =
    'write 21, "more than 20", "at least 20", "at most 5", "fewer than 5", "about 10", "nearly 30", "20 to 25", "26 of 27", "two-thirds", "90%", "all but 3", "all" or "none"';

  test.each([
    '',
    'most',
    'more than',
    'more than twenty',
    'more than two-thirds',
    'more  than 20',
    'about',
    'about 10%',
    'about 20 to 25',
    'at least 26 of 27',
    '20.5',
    '-1',
    '1000000000',
    '1,000',
    '20 or so',
    'fewer than 0',
    'less than 0',
    'nearly 0',
    '120%',
    '0/0',
    '1/0',
  ])('%j is not one, and the hint shows what is', (text) => {
    expect(readReportedCount(text)).toEqual({
      fault: { code: 'invalid-count', message: `"${text}" is not a number of members`, hint },
    });
  });

  test.each(['25 to 20', '4 or 3', '5 of 3', '3/2'])('%s can never be true', (text) => {
    expect(readReportedCount(text)).toEqual({
      fault: { code: 'invalid-count', message: `"${text}" can never be true`, hint },
    });
  });
});

test('letters that only look like those of a word, or have them in another case, are no word', () => {
  for (const text of ['\u017fix', 's\u0130x', 'n\u0131ne']) expect(readReportedCount(text)).toHaveProperty('fault');
});
