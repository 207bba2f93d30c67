import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../../src/render/format/csv.ts';
import { seeded } from '../../support/rosters.ts';

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\r\nlines', 'two lines'],
  ['=cmd()', "'=cmd()"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "' =1"],
  [' a ', '" a "'],
  ['＝1', "'＝1"],
  ['\u001b[2J', '\\u{1b}[2J'],
])('%j is written as %j', (text, written) => {
  expect(csv([[text]])).toBe(`${written}\r\n`);
});

test('numbers are ours, and nothing is an empty cell', () => {
  expect(csv([[-1, undefined, 'x']])).toBe('-1,,x\r\n');
});

/** Cells of a document as RFC 4180 reads them. */
function read(document: string): string[][] {
  expect(document.endsWith('\r\n')).toBe(true);
  return document
    .slice(0, -2)
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
        ([, a, b]) => a?.replaceAll('""', '"') ?? b ?? '',
      ),
    );
}

test('every text is one cell on one line, and none is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (row) => {
      const [cells = [], ...rest] = read(csv([['first', ...row]]));
      expect(rest).toEqual([]);
      expect(cells).toHaveLength(row.length + 1);
      for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]|\p{Cc}/u);
    }),
    seeded,
  );
});
