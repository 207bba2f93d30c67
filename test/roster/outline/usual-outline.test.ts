import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { treeOutline } from '../../../src/roster/outline/tree.ts';
import { usualOutline } from '../../../src/roster/outline/usual-outline.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { seeded } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn, yamlDocuments } from '../../support/texts.ts';

const fixtures = ['ok', 'advice'].flatMap((folder) => fixturesIn(folder).map((file) => fixture(folder, file)));
const texts = [...fixtures, bundledText()];

/** The parts of a text between lines in a column, from the first to the last. */
const partsOf = (text: string, indent: string): string[] =>
  text.split(new RegExp(`^(?=${indent}[^ #\\n])`, 'm')).filter((part) => part.startsWith(`${indent}`));

const isSound = (text: string): boolean => 'value' in readValues(text);

/** Holds the outline to that of the syntax tree, if there is one; says whether there is. */
function isHeld(text: string): boolean {
  const usual = usualOutline(text, 7);
  if (usual !== undefined) expect({ text, outline: usual }).toEqual({ text, outline: treeOutline(text, 7) });
  return usual !== undefined;
}

describe('the outline of a usual text is that of its syntax tree', () => {
  test('for rosters, their sections and members', () => {
    const parts = texts.flatMap((text) => [text, ...partsOf(text, ''), ...partsOf(text, '  ')]);
    const held = parts.filter((part) => isSound(part) && isHeld(part));
    expect(held.length).toBeGreaterThan(parts.length / 2);
  });

  test('for rosters with pieces deleted, doubled or replaced', () => {
    let held = 0;
    fc.assert(
      fc.property(damaged(texts), (text) => {
        for (const part of [text, ...partsOf(text, '  ')]) if (isSound(part) && isHeld(part)) held += 1;
      }),
      { ...seeded, numRuns: 300 },
    );
    expect(held).toBeGreaterThan(200);
  });

  test('for any document', () => {
    fc.assert(
      fc.property(yamlDocuments, (text) => {
        if (isSound(text)) isHeld(text);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  test('for short texts of signs and words', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        ': ',
        ':',
        '- ',
        '-',
        '\n',
        '\n  ',
        '\n    ',
        ' ',
        ', ',
        ',',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        ' #',
        '#',
      ],
      ...['?', '&x ', '*x', '!t ', '|', '>', '%', '@', '\\', '.', '...', '---', '~', 'é', '\t', '\r\n', '1', '_', '<<'],
    );
    let held = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.boolean(), (pieces, below) => {
        const text = `${below ? 'k:\n  ' : 'k: '}${pieces.join('')}`;
        if (isSound(text) && isHeld(text)) held += 1;
      }),
      { ...seeded, numRuns: 15_000 },
    );
    expect(held).toBeGreaterThan(500);
  });
});

test.each([
  '',
  '# nothing',
  '- a\n- b: 1',
  'HU:\n  positions:\n    - date: 2024-01-01 # one\n\n      # two\n      wants: [a, "b", { c: d }]\n    - stance: support',
  '"NO": \'no\'\nempty:\nlist: []\nmapping: {}\n',
])('there is one of %j', (text) => {
  if (text === '' || text.startsWith('#')) expect(usualOutline(text, 0)).toBeUndefined();
  else expect(isHeld(text)).toBe(true);
});

test('there is none of anything else', () => {
  const unusual = ['a: |\n  b', 'a: b\n  c', '? a\n: b', 'a: &x b', 'a:\n- b', 'a: [b,\n c]', 'a\u2029: b', 'a: [b, ]'];
  const deep = [
    `a: ${'['.repeat(99)}${']'.repeat(99)}`,
    Array.from({ length: 99 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
  ];
  for (const text of [...unusual, ...deep]) expect(usualOutline(text, 0)).toBeUndefined();
});
