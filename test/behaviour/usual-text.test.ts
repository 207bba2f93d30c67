import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUsualText } from '../../src/roster/yaml/usual-text.ts';
import { readEvents } from '../../src/roster/yaml/values.ts';
import { seeded } from '../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn, yamlDocuments } from '../support/texts.ts';

/** What the library makes of a text, in JSON, because the order of keys counts; undefined if it refuses it. */
function byLibrary(text: string): string | undefined {
  const read = readEvents(text);
  return 'value' in read ? JSON.stringify(read.value) : undefined;
}

/** Whether a text is usual, after a look that it means to the library what it means here. */
function isUsual(text: string): boolean {
  const usual = readUsualText(text);
  if (usual !== undefined) expect({ text, read: JSON.stringify(usual) }).toEqual({ text, read: byLibrary(text) });
  return usual !== undefined;
}

const scalars = [
  'x',
  'x y ',
  'x:y',
  'x: y',
  'x#y',
  'x #y',
  'x, y',
  '.x',
  '-x',
  '- x',
  '"x"',
  '"x": y',
  "'x'",
  'x:',
  '...',
];
const collections = [
  '[]',
  '{}',
  '[x, "y"]',
  '[x]y',
  '[x',
  '[[x], {y: z}]',
  '{x: y, z: }',
  '{x:y}',
  '{x}',
  '[x:y]',
  '[,]',
];
const others = [
  '',
  '#',
  '|',
  '>-',
  '&x y',
  '*x',
  '!x y',
  '? x',
  'x\u00a0',
  '\u00a0x',
  '\u0085',
  '%x',
  '@x',
  '`x',
  '~',
  '<<',
  '--- x',
];

const often = <T>(most: readonly T[], rest: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...most) }, { weight: 1, arbitrary: fc.constantFrom(...rest) });

/** A few lines, most of which are usual by themselves. */
const lines = fc
  .array(
    fc
      .record({
        indent: often([''], ['  ', '    ', ' ']),
        dash: often([''], ['- ', '-', '-  ']),
        key: often(['a: ', 'b: ', 'c: ', "'d e': ", '"f":  '], ['', 'g : ', 'a.b: ', 'x:y: ', '<<: ', '? h: ', 'i:']),
        value: often(['x', '"x"', '[x, y]', '\n  x: y', '\n  - x\n  - y: z'], [...scalars, ...collections, ...others]),
        comment: often(['', '', ' # x', '  '], ['# x', '\n # x']),
      })
      .map(({ indent, dash, key, value, comment }) => `${indent}${dash}${key}${value}${comment}`),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) => all.join('\n'));

describe('a text in the usual style means the same to the library', () => {
  test.each([
    'a: b',
    'a:\nb:\n',
    'a: b # why\n# why\n\n  # why\nc: d   \n',
    'a: "b: #c"\n"d": \'e\'   # why\n\'f g\': h\n',
    'a: it\'s "so", {or} [so], & more * or ! less | > % @\n',
    'at: 2024-02-21T09:00:00Z\nurl: https://example.org/a#b\n',
    'a:\n  b:\n    c: d\n  e: f\ng: h',
    'a:\n  - b\n  - c d # why\n  -\u0020\n  - e: f\n    g:\n      - h\n  - i: j\n',
    'a: [b, "c, d", \'e\', [f], {g: h}]\nb: []\nc: {}\nd: [ e ]\n',
    'a: { b: c, d: , "e": [f], g: {h: i}, j: k l }\n',
    '  # why\na:\n\n    b: c\n',
    'Č: ž\n"日本": 語\n',
    'caf\u0065\u0301: a',
    ' a: b'.trimStart(),
  ])('%j', (text) => {
    expect(isUsual(text)).toBe(true);
  });

  test('in most rosters here', () => {
    const usual = fixturesIn('ok').filter((file) => isUsual(fixture('ok', file)));
    expect(usual.length).toBeGreaterThan(fixturesIn('ok').length / 2);
    expect(isUsual(bundledText())).toBe(true);
  });

  test.each([
    ['lines in random order', lines, 2000, 400],
    ['documents of every style', yamlDocuments, 200, 1],
    ['damaged rosters', damaged(fixturesIn('ok').map((file) => fixture('ok', file))), 200, 10],
  ])('in %s', (_, texts, numRuns, least) => {
    let usual = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (isUsual(text)) usual += 1;
      }),
      { ...seeded, numRuns: (numRuns * seeded.numRuns) / 200 },
    );
    expect(usual).toBeGreaterThan(least);
  });
});

test.each([
  ['', 'nothing'],
  ['# why\n', 'nothing but a comment'],
  ['a', 'a text alone'],
  ['- a\n', 'a list'],
  ['---\na: b\n', 'a mark of a document'],
  [' a: b\n', 'an indented document'],
  ['a: b\r\nc: d\r\n', 'carriage returns'],
  ['a:\tb\n', 'a tab'],
  ['a: \u{1f600}\n', 'a character of two units'],
  ['a: "\\u0041"\n', 'an escape'],
  ["a: 'it''s'\n", 'a doubled quote'],
  ['a: b\n  c\n', 'a text over two lines'],
  ['a: [b,\n  c]\n', 'a list over two lines'],
  ['a: [b,]\n', 'a comma before a bracket'],
  ['a: [b: c]\n', 'a pair in brackets'],
  ['a: |\n  b\n', 'a block'],
  ['a: &b c\n', 'an anchor'],
  ['a: !!str b\n', 'a tag'],
  ['? a\n: b\n', 'a key behind a question mark'],
  ['a : b\n', 'a blank before a colon'],
  ['a: b: c\n', 'two colons'],
  ['a: b\na: c\n', 'a key twice'],
  ['a: {b: c, b: d}\n', 'a key twice in braces'],
  ['__proto__: b\n', 'the key that cannot be'],
  ['a:\n- b\n', 'a list as far to the left as its key'],
  ['a:\n    b: c\n  d: e\n', 'two indentations'],
  ['a:\n  - b\n  c: d\n', 'a key after a list'],
  [`a: ${'['.repeat(30)}${']'.repeat(30)}\n`, 'deep brackets'],
  [Array.from({ length: 30 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), 'deep lines'],
  [`${'a'.repeat(1100)}: b\n`, 'a long key'],
])('%j is left to the library: %s', (text) => {
  expect(readUsualText(text)).toBeUndefined();
});

test('millions of texts are left to the library, which has a limit', () => {
  expect(readUsualText(`a: [${'x, '.repeat(2_500_000)}x]\n`)).toBeUndefined();
});
