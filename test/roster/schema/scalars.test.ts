import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReportedCount } from '../../../src/roster/schema/reported-count.ts';
import {
  isAddress,
  isCode,
  readDecimal,
  readQuantity,
  readSourceDate,
  readTime,
} from '../../../src/roster/schema/scalars.ts';
import type { Fault, Read } from '../../../src/roster/yaml/problem.ts';
import { seeded } from '../../support/rosters.ts';

function valueIn<T>(read: Read<T>): T {
  if ('fault' in read) throw new Error(read.fault.message);
  return read.value;
}

function faultOf(read: Read<unknown>): Fault {
  if ('value' in read) throw new Error(`read as ${JSON.stringify(read.value)}`);
  return read.fault;
}

describe('a date', () => {
  test.each([
    '2024-02-21',
    '2024-01-01',
    '2024-12-31',
    '0001-01-01',
    '9999-12-31',
    '2024-02-29',
    '2000-02-29',
    '2400-02-29',
    '2023-02-28',
  ])('%s is a day, and holds from that day', (text) => {
    expect(readTime(text)).toEqual({ value: { text, day: text } });
  });

  test.each([
    ['2023-01', 31],
    ['2023-02', 28],
    ['2024-02', 29],
    ['1900-02', 28],
    ['2000-02', 29],
    ['2023-03', 31],
    ['2023-04', 30],
    ['2023-05', 31],
    ['2023-06', 30],
    ['2023-07', 31],
    ['2023-08', 31],
    ['2023-09', 30],
    ['2023-10', 31],
    ['2023-11', 30],
    ['2023-12', 31],
  ])('%s is a month, and holds from its last day, the %d.', (text, lastDay) => {
    expect(readTime(text)).toEqual({ value: { text, day: `${text}-${lastDay}` } });
    expect(readTime(`${text}-${lastDay}`)).toEqual({
      value: { text: `${text}-${lastDay}`, day: `${text}-${lastDay}` },
    });
    expect(readTime(`${text}-${lastDay + 1}`)).toHaveProperty('fault');
  });

  test.each([
    ['2003-02-10T08:30:00Z', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30)],
    ['2003-02-10T08:30Z', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30)],
    ['2003-02-10T00:00:00Z', '2003-02-10', Date.UTC(2003, 1, 10)],
    ['2003-02-10T23:59:59Z', '2003-02-10', Date.UTC(2003, 1, 10, 23, 59, 59)],
    ['2003-02-10T08:30:00.5Z', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30, 0, 500)],
    ['2003-02-10T08:30:00.123456789Z', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30, 0, 123)],
    ['2003-02-10T08:30:00+00:00', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30)],
    ['2003-02-10T08:30:00-00:00', '2003-02-10', Date.UTC(2003, 1, 10, 8, 30)],
    ['2003-02-10T08:30:00+05:45', '2003-02-10', Date.UTC(2003, 1, 10, 2, 45)],
    ['2024-01-01T00:30+01:00', '2023-12-31', Date.UTC(2023, 11, 31, 23, 30)],
    ['2024-12-31T23:30-01:00', '2025-01-01', Date.UTC(2025, 0, 1, 0, 30)],
    ['2024-03-01T01:00+14:00', '2024-02-29', Date.UTC(2024, 1, 29, 11)],
  ])('%s is an instant, and its day in UTC is %s', (text, day, instant) => {
    expect(readTime(text)).toEqual({ value: { text, day, instant } });
  });

  test.each([
    '',
    '2024',
    '2024-2-21',
    '2024-02-1',
    '24-02-21',
    '12024-02-21',
    '2024/02/21',
    '2024.02.21',
    '20240221',
    '21-02-2024',
    '21 February 2024',
    'today',
    '2024-02-21Z',
    '2024-02-21T',
    '2024-02-21T09',
    '2024-02-21T09Z',
    '2024-02-21T9:00Z',
    '2024-02-21 09:00Z',
    '2024-02-21t09:00Z',
    '2024-02-21T09:00z',
    '2024-02-21T09:00:00,5Z',
    '2024-02-21T09:00.5Z',
    '2024-02-21T09:00:00.Z',
    '2024-02-21T09:00:00.1234567890Z',
    '2024-02-21T09:00+0200',
    '2024-02-21T09:00+02',
    '2024-02-21T09:00 +02:00',
    '2024-W08',
    '2024-052',
    '+2024-02-21',
    '-2024-02-21',
    '2024-02-21\n',
    '２０２４-02-21',
  ])('%j is not one, and the hint shows what is', (text) => {
    expect(faultOf(readTime(text))).toEqual({
      code: 'invalid-date',
      message: `"${text}" is not a date`,
      hint: 'write a day (2024-02-21), a month (2024-04) or an instant with its offset (2024-02-21T09:00:00Z)',
    });
  });

  test.each([
    ['2024-00', 'there is no such month'],
    ['2024-13', 'there is no such month'],
    ['2024-13-01', 'there is no such month'],
    ['2024-99-99', 'there is no such month'],
    ['2024-02-00', '2024-02 has 29 days'],
    ['2024-02-30', '2024-02 has 29 days'],
    ['2023-02-29', '2023-02 has 28 days'],
    ['1900-02-29', '1900-02 has 28 days'],
    ['2100-02-29', '2100-02 has 28 days'],
    ['2024-04-31', '2024-04 has 30 days'],
    ['2024-01-32', '2024-01 has 31 days'],
    ['2024-02-30T09:00Z', '2024-02 has 29 days'],
    ['2024-02-21T24:00Z', 'there is no such time of day'],
    ['2024-02-21T09:60Z', 'there is no such time of day'],
    ['2024-02-21T09:00:60Z', 'there is no such time of day'],
    ['2024-02-21T25:00', 'there is no such time of day'],
  ])('%s is not one, and the message says what is wrong: %s', (text, reason) => {
    const { code, message, hint } = faultOf(readTime(text));
    expect(code).toBe('invalid-date');
    expect(message).toContain(`"${text}"`);
    expect(message).toContain(reason);
    expect(hint).toContain('2024-02-21');
  });

  test.each(['0000-01-01', '0000-01'])('%s is not one because of its year, not of its month', (text) => {
    const { code, message } = faultOf(readTime(text));
    expect(code).toBe('invalid-date');
    expect(message).toMatch(/year/);
    expect(message).not.toMatch(/month/);
  });

  test.each(['2024-02-21T09:00', '2024-02-21T09:00:00', '2024-02-21T09:00:00.000'])(
    '%s lacks its offset, and the hint is how to add one',
    (text) => {
      expect(faultOf(readTime(text))).toEqual({
        code: 'invalid-date',
        message: `"${text}" has no offset`,
        hint: 'add "Z" for UTC or an offset such as "+02:00"',
      });
    },
  );

  test.each([
    '2024-02-21T09:00+24:00',
    '2024-02-21T09:00+02:60',
    '2024-02-21T09:00-99:99',
    '9999-12-31T23:59:59-00:01',
  ])('%s is no instant that there is', (text) => {
    expect(faultOf(readTime(text))).toMatchObject({ code: 'invalid-date', message: `"${text}" is not an instant` });
  });

  test('every day of the calendar is one, and no day is outside of it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 40 }),
        (date, day) => {
          const iso = date.toISOString().slice(0, 10);
          expect(valueIn(readTime(iso)).day).toBe(iso);
          const other = `${iso.slice(0, 8)}${String(day).padStart(2, '0')}`;
          const real = new Date(`${other}T00:00Z`);
          const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(other);
          expect('value' in readTime(other)).toBe(exists);
        },
      ),
      seeded,
    );
  });
});

describe('the date of a source', () => {
  test.each(['2024', '1949', '2024-02', '2024-02-21', '2024-02-21T09:00Z'])('may be %s', (text) => {
    expect(readSourceDate(text)).toEqual({ value: text });
  });

  test.each(['24', '20245', '2024-13', '2024-02-30', 'spring 2024', 'c. 2024', ''])('may not be %j', (text) => {
    const { code, message, hint } = faultOf(readSourceDate(text));
    expect(code).toBe('invalid-date');
    expect(message).toContain(`"${text}" is not a date`);
    expect(hint).toBe('write a day (2024-02-21), a month (2024-04) or a year (2024)');
  });
});

describe('a decimal', () => {
  test.each([
    ['0', '0'],
    ['1', '1'],
    ['1.50', '1.50'],
    ['0.1', '0.1'],
    ['10551707', '10551707'],
    ['12345678901234567890.000000000000000001', '12345678901234567890.000000000000000001'],
    ['007', '7'],
    ['000', '0'],
    ['00.50', '0.50'],
    ['9'.repeat(100), '9'.repeat(100)],
  ])('%s is the number %s, exactly', (text, value) => {
    expect(readDecimal(text)).toEqual({ value });
  });

  test.each([
    ['17 900 000', 'write 17900000'],
    ['17_900_000', 'write 17900000'],
    ["17'900'000", 'write 17900000'],
    ['17’900’000', 'write 17900000'],
    ['17\u00a0900\u202f000', 'write 17900000'],
    ['1 000.50', 'write 1000.50'],
    ['1,000', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['2,02', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['1.000.000', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['1e3', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['0x10', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['.5', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['5.', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['+5', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['1/3', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['55%', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['many', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['Infinity', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['NaN', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['٣', 'write digits, with a point before decimals: 10551707 or 2.02'],
    ['5\n', 'write 5'],
  ])('%j is not one, and the hint is: %s', (text, hint) => {
    expect(faultOf(readDecimal(text))).toEqual({ code: 'invalid-number', message: `"${text}" is not a number`, hint });
  });

  test.each(['-1', '-0.5', '-17900000'])('%s is negative, which no weight is', (text) => {
    expect(faultOf(readDecimal(text))).toMatchObject({
      code: 'invalid-number',
      message: `"${text}" is negative; a weight is zero or more`,
    });
  });

  test.each(['-', '--', '-n/a', '- none'])('%j is not a number at all, negative or not', (text) => {
    expect(faultOf(readDecimal(text)).message).toBe(`"${text}" is not a number`);
  });

  test('of more than a hundred digits is refused, without quoting them', () => {
    const { code, message } = faultOf(readDecimal('1'.repeat(101)));
    expect(code).toBe('invalid-number');
    expect(message).toContain('100');
    expect(message).not.toContain('1111');
  });

  test('is read for what it is, whatever number of a hundred digits is written', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 45 });
    fc.assert(
      fc.property(digits, fc.option(digits, { nil: undefined }), (whole, decimals) => {
        const point = decimals === undefined ? '' : `.${decimals}`;
        expect(valueIn(readDecimal(`${whole}${point}`))).toBe(`${BigInt(whole)}${point}`);
      }),
      seeded,
    );
  });
});

describe('a bound', () => {
  test.each([
    ['9', { kind: 'absolute', value: '9' }],
    ['0', { kind: 'absolute', value: '0' }],
    ['9.5', { kind: 'absolute', value: '9.5' }],
    ['0.55', { kind: 'absolute', value: '0.55' }],
    ['all', { kind: 'share', numerator: '1', denominator: '1' }],
    ['55%', { kind: 'share', numerator: '55', denominator: '100' }],
    ['55 %', { kind: 'share', numerator: '55', denominator: '100' }],
    ['55.5%', { kind: 'share', numerator: '555', denominator: '1000' }],
    ['66.67%', { kind: 'share', numerator: '6667', denominator: '10000' }],
    ['100%', { kind: 'share', numerator: '100', denominator: '100' }],
    ['100.00%', { kind: 'share', numerator: '10000', denominator: '10000' }],
    ['0%', { kind: 'share', numerator: '0', denominator: '100' }],
    ['2/3', { kind: 'share', numerator: '2', denominator: '3' }],
    ['2 / 3', { kind: 'share', numerator: '2', denominator: '3' }],
    ['02/03', { kind: 'share', numerator: '2', denominator: '3' }],
    ['0/5', { kind: 'share', numerator: '0', denominator: '5' }],
    ['3/3', { kind: 'share', numerator: '3', denominator: '3' }],
    ['all but 3', { kind: 'all-but', value: '3' }],
    ['all but 0', { kind: 'all-but', value: '0' }],
    ['all but 2.5', { kind: 'all-but', value: '2.5' }],
  ])('%s is %j', (text, quantity) => {
    expect(readQuantity(text)).toEqual({ value: quantity });
  });

  test.each([
    ['', 'is not a bound'],
    ['lots', 'is not a bound'],
    ['all but', 'is not a bound'],
    ['all but 10%', 'is not a bound'],
    ['-1', 'is not a bound'],
    ['1e3', 'is not a bound'],
    ['.55', 'is not a bound'],
    ['%', 'is not a bound'],
    ['1/', 'is not a bound'],
    ['2/3%', 'is not a bound'],
    ['1.5/3', 'is not a bound'],
    ['1 000', 'is not a bound'],
    ['9'.repeat(101), 'is not a bound'],
    ['1/0', 'divides by zero'],
    ['0/0', 'divides by zero'],
    ['3/2', 'is more than the whole'],
    ['101%', 'is more than the whole'],
    ['100.01%', 'is more than the whole'],
  ])('%s is not one: it %s', (text, reason) => {
    const { code, message, hint } = faultOf(readQuantity(text));
    expect(code).toBe('invalid-bound');
    expect(message).toContain(reason);
    expect(message.length).toBeLessThan(100);
    expect(hint).toBe('write a number (9), a share (55%, 2/3), "all" or "all but 3"');
  });

  test.each([
    ['most', 'write more-than: 1/2'],
    ['All', 'write all'],
    ['all but three', 'write all but 3'],
    ['all  but 3', 'write all but 3'],
    ['55 percent', 'write 55%'],
    ['more than 20', 'write more-than: 20'],
  ])('%s is not one, and the hint says how to write it', (text, written) => {
    const { code, hint } = faultOf(readQuantity(text));
    expect(code).toBe('invalid-bound');
    expect(hint).toBe(written);
  });
});

describe('a code', () => {
  test.each([
    'NL',
    'nl',
    'NO',
    'true',
    '1',
    '1.50',
    '.',
    '_',
    '-',
    'v2.1_b-c',
    'Ω',
    'Åland',
    '日本',
    '٣',
    'x'.repeat(64),
  ])('may be %s', (text) => {
    expect(isCode(text)).toBe(true);
  });

  test.each(['', ' ', 'a b', ' NL', 'NL\n', 'a/b', 'a:b', 'a,b', 'a@b', '<<', '😀', '\ud800', '\0', 'x'.repeat(65)])(
    'may not be %j',
    (text) => {
      expect(isCode(text)).toBe(false);
    },
  );
});

describe('an address', () => {
  test.each(['https://example.org', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG/', 'https://müller.example/ä'])(
    'may be %s',
    (text) => {
      expect(isAddress(text)).toBe(true);
    },
  );

  test.each([
    '',
    'https://',
    'https:// x',
    'https://example.org/a b',
    'www.example.org',
    'ftp://example.org',
    'x https://a',
  ])('may not be %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

test('no text makes a scalar’s reader throw, and every fault has a message of one line', () => {
  const readers = [readTime, readSourceDate, readDecimal, readQuantity, readReportedCount];
  const near = fc.string({ unit: fc.constantFrom(...'0123456789-:TZ+.%/ ,al but'), maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
      for (const read of readers) {
        const result: Read<unknown> = read(text);
        if ('fault' in result) expect(result.fault.message.length).toBeGreaterThan(10);
      }
      expect([true, false]).toContain(isCode(text));
      expect([true, false]).toContain(isAddress(text));
    }),
    { ...seeded, numRuns: 1000 },
  );
});
