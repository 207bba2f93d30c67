import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/cli/input/parse-date.ts';
import { readTime } from '../../../src/roster/schema/scalars.ts';

describe('a date of the command line', () => {
  test.each([
    ['today', '2024-03-01'],
    ['Today', '2024-03-01'],
    [' yesterday ', '2024-02-29'],
    ['0d', '2024-03-01'],
    ['1d', '2024-02-29'],
    ['7d', '2024-02-23'],
    ['2w', '2024-02-16'],
    ['2W', '2024-02-16'],
    ['366d', '2023-03-01'],
    ['9999d', '1996-10-15'],
  ])('may be relative: %j is %s', (text, day) => {
    expect(readDate(text, '2024-03-01')).toEqual({ value: { text: day, day } });
  });

  test.each(['2024-02-21', '2024-04', '2024-02-21T09:00:00Z', ' 2024-02-21 '])('may be one of a roster: %j', (text) => {
    expect(readDate(text, '2024-03-01')).toEqual(readTime(text.trim()));
  });

  test.each(['tomorrow', '7', 'd', '-7d', '+7d', '7 d', '7days', '12345d', '1.5w', '3m', ''])(
    'is no other: %j',
    (text) => {
      expect(readDate(text, '2024-03-01')).toEqual({
        fault: {
          code: 'invalid-date',
          message: `"${text}" is not a date`,
          hint: 'write a day (2024-02-21), a month (2024-04) or an instant with its offset (2024-02-21T09:00:00Z), or today, yesterday, 7d or 2w (days or weeks ago)',
        },
      });
    },
  );

  test('is never before the year 1', () => {
    expect(readDate('8d', '0001-01-05')).toMatchObject({ fault: { code: 'invalid-date' } });
  });
});
