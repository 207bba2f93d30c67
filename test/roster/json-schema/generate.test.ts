import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { candidateStatuses, decisionOutcomes } from '../../../src/model/roster.ts';
import { comparisons, presets } from '../../../src/model/rule.ts';
import { bases, outcomes, stances, writtenBases } from '../../../src/model/stance.ts';
import { keyWords, snippets } from '../../../src/roster/json-schema/descriptions.ts';
import { describe as describeSchema, rosterJsonSchema, schemaId } from '../../../src/roster/json-schema/generate.ts';
import type { JsonSchema } from '../../../src/roster/json-schema/scalar-patterns.ts';
import { parseRoster } from '../../../src/roster/parse.ts';
import { mapping, needed, scalar, shorthand } from '../../../src/roster/schema/combinators.ts';
import { formed } from '../../../src/roster/schema/metadata.ts';
import { readWholeNumber } from '../../../src/roster/schema/scalars.ts';
import { schemaComments, schemaFile } from '../../../src/roster/write/new-roster.ts';
import { repository } from '../../support/bin.ts';
import { complaintsOf, validatorOf } from '../../support/editor.ts';
import { evidenceRoster, positionsRoster, seeded } from '../../support/rosters.ts';
import { fixture, fixturesIn, rosterText, withMember } from '../../support/texts.ts';
import { asWritten } from '../../support/written.ts';

/** What the program refuses and an editor does not, and why a JSON Schema cannot. */
const onlyTheProgramRefuses: Readonly<Record<string, string>> = {
  'alias.yaml': 'an alias is gone when the schema looks',
  'alias-as-key.yaml': 'an alias is gone when the schema looks',
  'closing-brace-not-indented.yaml': 'a matter of the text, not of its values',
  'nested-too-deep.yaml': 'a schema that refers to itself has no depth',
  'second-document.yaml': 'editors look at every document by itself',
  'before-joined.yaml': 'compares two values',
  'after-left.yaml': 'compares two values',
  'left-before-joined.yaml': 'compares two values',
  'overlapping-terms.yaml': 'compares entries',
  'never-in-time.yaml': 'compares two values',
  'between-terms.yaml': 'compares entries',
  'same-date.yaml': 'compares entries',
  'two-undated-positions.yaml': 'compares entries',
  'several-proposed.yaml': 'counts entries under names',
  'group-in-a-list.yaml': 'looks a code up among the members',
  'unknown-member.yaml': 'looks a code up among the members',
  'unknown-member-everywhere.yaml': 'looks codes up among the members',
  'unknown-group.yaml': 'looks a name up among the groups',
  'missing-group-inside.yaml': 'a preset inside a criterion of its own, at any depth',
  'unknown-source.yaml': 'looks a key up among the sources',
  'unknown-weight.yaml': 'looks a name up among the weights',
};

const schema = rosterJsonSchema();

/** All pieces of a schema, wherever they are. */
function* piecesOf(value: unknown): Generator<JsonSchema> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as JsonSchema;
  for (const part of Object.values(value)) yield* piecesOf(part);
}
const pieces = [...piecesOf(schema)];

describe('an editor', () => {
  const data = readdirSync(join(repository, 'data'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  const sound = [
    ...['ok', 'advice'].flatMap((folder) =>
      fixturesIn(folder).map((file) => [`${folder}/${file}`, fixture(folder, file)]),
    ),
    ...data.map((file) => [`data/${file}`, readFileSync(join(repository, 'data', file), 'utf8')]),
  ];

  test.each(sound)('has nothing against %s', (_, text) => {
    expect(complaintsOf(text ?? '')).toEqual([]);
  });

  test.each(fixturesIn('err').filter((file) => !Object.hasOwn(onlyTheProgramRefuses, file)))(
    'refuses err/%s as the program does',
    (file) => {
      expect(complaintsOf(fixture('err', file))).not.toEqual([]);
    },
  );

  test.each(Object.entries(onlyTheProgramRefuses))('cannot refuse err/%s: %s', (file) => {
    expect(parseRoster(fixture('err', file)).ok).toBe(false);
    expect(complaintsOf(fixture('err', file))).toEqual([]);
  });

  // docs/editor.md names all of these.
  test.each([
    ['null, a text', withMember('{ stance: support, by: null }')],
    ['blanks in quotes around a word', withMember('{ stance: " support " }')],
    [
      'codes that are one number',
      rosterText({ members: '{ 1: support, 01: support }', rest: 'groups: { both: [1, 01] }' }),
    ],
  ])('refuses %s, though the program does not', (_, text) => {
    expect(parseRoster(text)).toMatchObject({ ok: true });
    expect(complaintsOf(text)).not.toEqual([]);
  });

  test.each([
    ['a fraction above one', rosterText({ rule: '{ at-least: 3/2 }' })],
    ['a number in hexadecimal', withMember('{ weights: { size: 0x10 } }')],
    ['a number with an exponent', withMember('{ weights: { size: 1e3 } }')],
    ['a number with a plus', rosterText({ rule: '{ at-least: +1 }' })],
  ])('accepts %s, though the program does not', (_, text) => {
    expect(parseRoster(text)).toMatchObject({ ok: false });
    expect(complaintsOf(text)).toEqual([]);
  });

  test('has nothing against random rosters, with numbers in quotes and without', () => {
    fc.assert(
      fc.property(fc.oneof(positionsRoster, evidenceRoster), (roster) => {
        const quoted = JSON.stringify(asWritten(roster));
        const bare = quoted.replaceAll(/:"(true|false|\d+(?:\.\d+)?)"/g, ':$1');
        for (const text of [quoted, bare]) {
          expect(parseRoster(text)).toMatchObject({ ok: true });
          expect(complaintsOf(text)).toEqual([]);
        }
      }),
      seeded,
    );
  });
});

describe('the JSON Schema', () => {
  test('is one, of draft 7, under a name that is no address', () => {
    expect(schema).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', $id: schemaId });
    expect(schemaId).toMatch(/^urn:/);
  });

  test('is shipped as it is made', () => {
    expect(JSON.parse(readFileSync(join(repository, 'dist/roster.schema.json'), 'utf8'))).toEqual(schema);
  });

  test('explains every key, and no keys that there are not', () => {
    const strict = pieces.filter((piece) => piece.additionalProperties === false);
    const explained = strict.flatMap(({ properties }) => Object.values(properties as Record<string, JsonSchema>));
    const texts = Object.values(keyWords).flatMap((keys) => Object.values(keys).map(([text]) => text));
    expect(explained.every(({ description }) => typeof description === 'string' && description.length > 10)).toBe(true);
    expect(new Set(explained.map(({ description, markdownDescription = description }) => markdownDescription))).toEqual(
      new Set(texts),
    );
    const named = strict.map(({ properties }) =>
      Object.keys(properties as JsonSchema)
        .sort()
        .join(),
    );
    const expected = Object.values(keyWords).map((keys) => Object.keys(keys).sort().join());
    expect(new Set(named)).toEqual(new Set(expected));
  });

  test.each([
    ['stances', stances],
    ['bases', writtenBases],
    ["a candidate's statuses", candidateStatuses],
    ['the outcomes of a decision', decisionOutcomes],
    ['outcomes', outcomes],
    ['presets', presets.filter((preset) => preset !== 'silence')],
  ])('lists %s, each with its meaning', (_, list) => {
    const found = pieces.filter((piece) => JSON.stringify(piece.enum) === JSON.stringify(list));
    const lists = found.filter(({ enumDescriptions }) => enumDescriptions !== undefined);
    expect(lists.length).toBeGreaterThan(0);
    for (const { enumDescriptions } of lists) expect(enumDescriptions).toHaveLength(list.length);
  });

  test('has the presets with terms and every comparison as keys', () => {
    const keys = new Set(pieces.flatMap(({ properties }) => Object.keys(properties ?? {})));
    expect([...keys]).toEqual(expect.arrayContaining(['silence', ...comparisons]));
  });

  test('has no word that is only for the engine', () => {
    const words = new Set(pieces.flatMap((piece) => (Array.isArray(piece.enum) ? piece.enum : [])));
    expect(bases.filter((basis) => words.has(basis))).toEqual([...writtenBases]);
  });

  test('offers examples and snippets that it accepts itself', () => {
    for (const piece of pieces) {
      const { examples = [], ...rest } = piece as { examples?: readonly unknown[] };
      const accepts = examples.length > 0 ? validatorOf({ ...rest, definitions: schema.definitions }) : undefined;
      for (const example of examples)
        expect({ example, accepted: accepts?.(example) }).toEqual({ example, accepted: true });
    }
    const bodies = pieces.flatMap(
      ({ defaultSnippets }) => (defaultSnippets ?? []) as { label: string; body: unknown }[],
    );
    expect(bodies.length).toBeGreaterThan(8);
    for (const { label } of bodies) expect(label).not.toMatch(/\[object|undefined|\$\{/);
    expect(Object.keys(snippets).every((what) => Object.hasOwn(keyWords, what))).toBe(true);
  });

  test('has an example, filled in, for every snippet: they make a roster', () => {
    const filled = (body: unknown): string => JSON.stringify(body).replaceAll(/\$\{\d:([^}]*)\}/g, '$1');
    const entry = (what: string): string => `[${(snippets[what] ?? []).map(({ body }) => filled(body)).join(', ')}]`;
    const text = `title: A new chair
rule: consensus
members: { NL: { positions: ${entry('a position')} }, TR: , RO: }
claims: ${entry('a claim')}
milestones: ${entry('a milestone')}
expect: ${entry('an expectation')}
`;
    expect(parseRoster(text)).toMatchObject({ ok: true });
    expect(complaintsOf(text)).toEqual([]);
    const [whole] = snippets['a roster'] ?? [];
    expect(parseRoster(filled(whole?.body))).toMatchObject({ ok: true });
  });

  test('is not in what "status" loads', () => {
    for (const bundle of ['main', 'quick-commands', 'problems-bundle'])
      expect(readFileSync(join(repository, `dist/cli/${bundle}.cjs`), 'utf8')).not.toContain('What is being decided');
  });
});

describe('what no table has a row for', () => {
  const text = scalar((value) => ({ value }));
  test.each([
    ['a reader', text, /what .* reads/],
    ['a mapping', mapping('a thing', {}), 'the keys of a thing'],
    ['a key of a mapping', mapping('a position', { colour: text }), /reads|colour/],
    ['a check', mapping('a position', {}, () => {}), /conditions for the check/],
    [
      'a list of words',
      formed(z.string(), { kind: 'word', what: 'a colour', words: ['red'] }),
      'the words for a colour',
    ],
    ['a word', formed(z.string(), { kind: 'word', what: 'a basis', words: ['red'] }), '"red"'],
    ['a kind of schema', z.number(), 'number'],
  ])('%s is a mistake that the build notices', (_, unknown, message) => {
    expect(() => describeSchema(unknown)).toThrow(message);
  });

  test('a text that stands for a mapping may be any text', () => {
    const { schema: either } = describeSchema(
      shorthand('title', mapping('a source', { title: needed(readWholeNumber) })),
    );
    const accepts = validatorOf(either);
    expect([accepts('2'), accepts({ title: '2' }), accepts('x'), accepts({}), accepts(null)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the comments for editors', () => {
  test('name a copy of the schema beside the roster, and the command that writes it', () => {
    expect(schemaComments).toBe(
      `# yaml-language-server: $schema=./${schemaFile}\n# Editors need that file: rutte-tally schema > ${schemaFile}`,
    );
    expect(parseRoster(`${schemaComments}\n${fixture('ok', 'shorthand.yaml')}`)).toMatchObject({ ok: true });
  });
});
