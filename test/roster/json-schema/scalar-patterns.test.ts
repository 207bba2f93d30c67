import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scalarShapes } from '../../../src/roster/json-schema/scalar-patterns.ts';
import { asCode, asText } from '../../../src/roster/schema/combinators.ts';
import type { Reader } from '../../../src/roster/schema/metadata.ts';
import { readReportedCount } from '../../../src/roster/schema/reported-count.ts';
import {
  isCode,
  readAddress,
  readDecimal,
  readQuantity,
  readSourceDate,
  readTime,
  readTruth,
  readWholeNumber,
} from '../../../src/roster/schema/scalars.ts';
import { tidy } from '../../../src/text/suggest.ts';
import { validatorOf } from '../../support/editor.ts';
import { seeded } from '../../support/rosters.ts';

/** Whether a reader takes a text, as a scalar of a roster gives it to the reader. */
function reads(read: Reader, text: string): boolean {
  const tidied = tidy(text);
  if (tidied === '') return false;
  const result = read(tidied);
  return typeof result === 'boolean' ? result : 'value' in result;
}

const accepts = (read: Reader) => validatorOf(scalarShapes.get(read) ?? { not: {} });

/** Texts that look like what is asked for, right or nearly so. */
const nearly = (texts: readonly string[], alphabet: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.record({
          at: fc.nat(),
          cut: fc.constantFrom(0, 0, 1, 1, 2),
          put: fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((changed, { at, cut, put }) => {
        const place = at % (changed.length + 1);
        return changed.slice(0, place) + put + changed.slice(place + cut);
      }, text),
    );

const instants = ['2024-02-21T09:00:00Z', '2024-02-29T23:59:59.123456789-11:59', '2003-02-10T08:30+01:00'];
const dates = ['2024-02-21', '2024-02', '2023-02-28', '2000-02-29', '1900-02-28', '0001-01-01', ...instants];
const counts = [
  '21',
  'more than 20',
  'over two',
  '20+',
  'at most 5',
  'Fewer than 5',
  'about 10',
  'nearly 30',
  'all',
  'all but 3',
  '20–25',
  '3 or 4',
  '26 of 27',
  'two-thirds',
  '2/3',
  '90%',
  'none',
  '000000001',
];
const long = (length: number): string => '1'.repeat(length);
const numbers = ['10551707', '2.02', '0', '007', '0.5', long(99), long(100), `${long(98)}.5`];
const parts = [
  '55%',
  '100 %',
  '99.9%',
  '100.00%',
  '0%',
  '2/3',
  '0/1',
  '2 / 3',
  '1/10',
  'all',
  'all but 3',
  'all but 3.5',
];

const isUpsideDown = (text: string): boolean => {
  const count = readReportedCount(tidy(text));
  return 'fault' in count && count.fault.message.endsWith('can never be true');
};

describe('what the JSON Schema says of a scalar that is text', () => {
  test.each<[string, Reader, readonly string[], string]>([
    ['text', asText, ['a', ' ', 'a b', ''], ' a\n\u00a0\ufeff'],
    ['a code in a list', asCode, ['NL', ' ', ''], ' aÉ\n'],
    ['a code', isCode, ['NL', 'a.b_c-d', 'Ωmega', '_proto_', `${long(64)}`, ' NL '], ' _é١.-/𐐀😀'],
    ['a time', readTime, dates, '0123456789-:.TZ+ '],
    ['the date of a source', readSourceDate, ['2024', '0000', ...dates], '0123456789-:TZ '],
    ['a truth value', readTruth, ['true', 'false', ' true '], 'truefalsTF '],
    ['a decimal', readDecimal, numbers, '0123456789.,-+e '],
    ['a count', readReportedCount, counts, '0123456789 allbout.'],
    ['a whole number', readWholeNumber, ['31', '0', '123456789'], '0123456789.- '],
    ['an address', readAddress, ['https://example.org/a', 'HTTP://x', 'ftp://x'], 'htpsHTPS:/. \n'],
  ])('is what reads %s', (_, read, texts, alphabet) => {
    const schema = accepts(read);
    let accepted = 0;
    fc.assert(
      fc.property(nearly(texts, alphabet), (text) => {
        // Which of two numbers is greater is more than a pattern can tell.
        if (read === readReportedCount && isUpsideDown(text)) return;
        accepted += Number(schema(text));
        expect({ text, accepted: schema(text) }).toEqual({ text, accepted: reads(read, text) });
      }),
      { ...seeded, numRuns: Math.min(20 * seeded.numRuns, 20_000) },
    );
    expect(accepted).toBeGreaterThan(seeded.numRuns);
  });

  test('is what reads a bound, but that a fraction may be more than everybody', () => {
    const schema = accepts(readQuantity);
    fc.assert(
      fc.property(nearly([...numbers, ...parts], '0123456789.%/ allbut'), (text) => {
        const fraction = /^\s*(\d+)\s?\/\s?(\d+)\s*$/.exec(text);
        if (fraction !== null && BigInt(fraction[1] ?? '') > BigInt(fraction[2] ?? '')) return;
        expect({ text, accepted: schema(text) }).toEqual({ text, accepted: reads(readQuantity, text) });
      }),
      { ...seeded, numRuns: Math.min(20 * seeded.numRuns, 20_000) },
    );
    expect([schema('3/2'), reads(readQuantity, '3/2')]).toEqual([true, false]);
  });

  test('knows how many days each month has, in every kind of year', () => {
    const schema = accepts(readTime);
    for (const year of ['0000', '0001', '0004', '0100', '0400', '1900', '2000', '2023', '2024', '9999'])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect({ text, accepted: schema(text) }).toEqual({ text, accepted: reads(readTime, text) });
        }
  });

  test('refuses the one code that no mapping may have, which the reader of YAML refuses before', () => {
    expect([accepts(isCode)('__proto__'), accepts(isCode)('__proto')]).toEqual([false, true]);
  });

  test('takes a letter with its accent apart for a letter, as the program does', () => {
    const apart = 'E\u0301ire';
    expect([accepts(isCode)(apart), reads(isCode, apart)]).toEqual([true, true]);
  });
});

describe('what an editor takes for a number or a truth value', () => {
  test.each<[string, Reader, readonly unknown[], readonly unknown[]]>([
    ['text', asText, [0, 1.5, true, 2024], [null, [], {}]],
    ['a code in a list', asCode, [0, 1.5, true], [null, []]],
    ['a time', readTime, [], [2024, 2024.5, true, null]],
    ['the date of a source', readSourceDate, [2024, 0], [20240, -1, 2024.5, true, null]],
    ['a truth value', readTruth, [true, false], [0, 1, null]],
    ['a decimal', readDecimal, [0, 10551707, 2.02, 1e21], [-1, true, null]],
    ['a bound', readQuantity, [0, 9, 9.5], [-1, true, null]],
    ['a count', readReportedCount, [0, 28, 999999999], [-1, 1.5, 1000000000, true, null]],
    ['a whole number', readWholeNumber, [0, 31], [-1, 1.5, 1000000000, null]],
    ['an address', readAddress, [], [1, true, null]],
  ])('goes for %s where its text would', (_, read, right, wrong) => {
    const schema = accepts(read);
    expect(right.filter((value) => !schema(value))).toEqual([]);
    expect(wrong.filter((value) => schema(value))).toEqual([]);
  });
});
