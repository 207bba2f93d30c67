import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diagnose } from '../../../src/roster/diagnose/diagnose.ts';
import { longestTree } from '../../../src/roster/yaml/large-text.ts';
import { placeLarge, placeValues } from '../../../src/roster/yaml/locations.ts';
import type { Placed } from '../../../src/roster/yaml/placed.ts';

const comments = '# a line of a comment\n'.repeat(Math.ceil(longestTree / 22) + 1);
const large = (text: string): string => `${comments}${text}`;
const head = 'title: T\nrule: consensus\nmembers:\n';
const onlyFirst = 'in a file this large, only the first mistake in the YAML is listed';

/** Where each key and written scalar is, and whether it is plain. */
function placesOf({ value, span, plain, entries, items }: Placed): unknown[] {
  const own = typeof value === 'string' ? [[value, value === '' ? 'nowhere' : span, plain]] : [];
  return [
    ...own,
    ...[...entries].flatMap(([name, { key, plain: isPlain, node }]) => [[name, key, isPlain], ...placesOf(node)]),
    ...items.flatMap(placesOf),
  ];
}

const folder = join(import.meta.dirname, '../../../data');
const rosters = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r', ''));

it.each([
  ...rosters.filter((text) => !/: [|>]/.test(text)),
  `${head}  A: 'support'\n  "B": { stance: "oppose", wants: [x, 'y'] }\n  C:\n  ? D\n  : - {}\n    - []\n`,
])('places every key and written scalar as the tree does, roster %#', (text) => {
  expect(placesOf(placeLarge(text).root)).toEqual(placesOf(placeValues(text).root));
});

it.each([
  [
    '  A: support\n  A: support\n  A: oppose\n',
    'duplicate-key',
    'the key "A" appears twice',
    'delete or rename one of them',
  ],
  ['  A: &a support\n  B: *a\n  C: *a\n', 'alias', 'aliases are not allowed in a roster', 'repeat the value itself'],
  ['  A: !x support\n  B: !x support\n', 'tag', 'tags are not allowed in rosters', 'delete it'],
])('lists the first mistake in the YAML of a large text: %j', (members, code, message, hint) => {
  const { diagnostics, more } = diagnose(large(head + members));
  expect({ diagnostics, more }).toMatchObject({
    diagnostics: [{ code, message, hint: `${hint}; ${onlyFirst}` }],
    more: 0,
  });
});

it('places the first mistake where the fast reader gave up', () => {
  const text = large(`${head}  A: support\n  A: support\n`);
  const at = text.lastIndexOf('A:');
  expect(diagnose(text).diagnostics).toMatchObject([{ span: { start: at, end: at + 1 } }]);
  const broken = large(`${head}  A: [support\n  B: [support\n`);
  expect(diagnose(broken).diagnostics).toMatchObject([{ code: 'yaml-syntax', hint: onlyFirst }]);
});

it('lists every mistake in the values of a large text at its place', () => {
  const text = large(`${head}  A: suport\n  B: { stance: opose }\n`);
  const { diagnostics } = diagnose(text);
  expect(diagnostics.map(({ code, span }) => [code, text.slice(span?.start, span?.end)])).toEqual([
    ['unknown-stance', 'suport'],
    ['unknown-stance', 'opose'],
  ]);
});

it('says that a large text of comments has no content', () => {
  expect(diagnose(comments).diagnostics).toMatchObject([{ code: 'empty-document' }]);
});

it('takes a short text of very many values for a large one', () => {
  const aliases = `${head}  A: *a\n  B: *b\n`;
  const values = `groups: { all: [${'A,'.repeat(longestTree / 8)}] }\n`;
  const { diagnostics } = diagnose(aliases + values);
  expect(values.length).toBeLessThan(longestTree);
  expect(diagnostics.map(({ code }) => code)).toEqual(['alias']);
  expect(diagnostics[0]?.hint).toContain(onlyFirst);
  expect(diagnose(aliases).diagnostics.map(({ code }) => code)).toEqual(['alias', 'alias']);
});
