import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Diagnosis, Diagnostic, DiagnosticCode, Span } from '../../src/model/diagnostic.ts';
import type { Roster } from '../../src/model/roster.ts';
import { type DiagnoseOptions, diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { mostDiagnostics } from '../../src/roster/diagnose/diagnosis.ts';
import { parseRoster } from '../../src/roster/parse.ts';

/** The day for which advice is asked. */
export const adviceDay = '2026-01-01';

/** A roster's text about nothing in particular: two members and, unless told otherwise, consensus. */
export function rosterText({ rule = 'consensus', members = '{ NL: support, BE: support }', rest = '' } = {}): string {
  return `title: A new chair\nrule: ${rule}\nmembers: ${members}\n${rest}`;
}

/** A roster's text with one member, `NL`, as written. */
export const withMember = (member: string, rest = ''): string => rosterText({ members: `{ NL: ${member} }`, rest });

/** The roster in a text that must be one. */
export function rosterIn(text: string): Roster {
  const result = parseRoster(text);
  if (!result.ok) throw new Error(result.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return result.roster;
}

/** A diagnosis in brief: each code, with the text under the span. */
export type Brief = readonly (readonly [code: DiagnosticCode, under: string])[];

export const under = (text: string, span: Span | undefined): string =>
  span === undefined ? 'no span' : text.slice(span.start, span.end);

export function brief(text: string, options?: DiagnoseOptions): Brief {
  return diagnose(text, options).diagnostics.map(({ code, span }) => [code, under(text, span)]);
}

/** The one thing that is wrong with a text. */
export function onlyProblem(text: string, options?: DiagnoseOptions): Diagnostic {
  const { diagnostics } = diagnose(text, options);
  const [first, second] = diagnostics;
  if (first === undefined || second !== undefined) {
    throw new Error(`not one problem: ${diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n')}`);
  }
  return first;
}

/** Whatever the text: it is answered, the two answers agree, and every place lies in the text. */
export function expectSound(text: string): Diagnosis {
  const parsed = parseRoster(text);
  const diagnosis = diagnose(text, { today: adviceDay });
  const { valid, diagnostics, more } = diagnosis;
  const told = diagnostics.map(({ code, span, message }) => JSON.stringify([code, span, message]));
  // One assertion for all: a property may look at thousands of diagnostics.
  expect({
    text,
    valid: parsed.ok,
    errorsInValid: valid ? diagnostics.filter(({ severity }) => severity !== 'advice') : [],
    adviceInAnswer: parsed.ok ? [] : parsed.diagnostics.filter(({ severity }) => severity !== 'error'),
    isCutAtLimit: more === 0 || diagnostics.length === mostDiagnostics,
    unsound: diagnostics.filter((diagnostic, index) => !isSound(diagnostic, diagnostics[index - 1], text)),
    different: new Set(told).size,
  }).toEqual({
    text,
    valid,
    errorsInValid: [],
    adviceInAnswer: [],
    isCutAtLimit: true,
    unsound: [],
    different: told.length,
  });
  return diagnosis;
}

/** Whether a diagnostic says something, of places that lie in the text, and comes in the order of the text. */
function isSound({ span, related, message, hint }: Diagnostic, earlier: Diagnostic | undefined, text: string): boolean {
  return (
    message.trim() !== '' &&
    hint !== '' &&
    liesWithin(span, text) &&
    (related === undefined || liesWithin(related.span, text)) &&
    span.start >= (earlier?.span?.start ?? 0)
  );
}

const liesWithin = (span: Span | undefined, text: string): span is Span =>
  span !== undefined && 0 <= span.start && span.start <= span.end && span.end <= text.length;

const folder = (name: string): URL => new URL(`../fixtures/${name}/`, import.meta.url);

/** The names of the fixtures in a folder of `test/fixtures`, sorted. */
export const fixturesIn = (name: string): string[] => readdirSync(folder(name)).sort();

export const fixture = (name: string, file: string): string => readFileSync(new URL(file, folder(name)), 'utf8');

/** The path of a golden file in `test/golden`. */
export const goldenFile = (name: string): string => fileURLToPath(new URL(`../golden/${name}`, import.meta.url));

/** The roster that comes with rutte-tally. */
export const bundledText = (): string => readFileSync(new URL('../../data/nato-2024.yaml', import.meta.url), 'utf8');

/** What is put into a text to break it: YAML's own characters, what editors leave behind, and what nobody would write. */
export const fragments = [
  ...[
    '\n',
    '\n  ',
    '\r\n',
    '\r',
    '\t',
    '\n\t',
    ' ',
    '  ',
    '#',
    ' # ',
    ':',
    ': ',
    '-',
    '- ',
    '? ',
    ',',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    '"',
    "'",
    '\\',
    '|',
    '>',
    '|-\n',
    '>+\n',
    '&a ',
    '*a',
    '*a ',
    '!',
    '!x ',
    '!!str ',
    '!!map ',
    '!!seq ',
    '@',
    '`',
    '%',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.1\n---\n',
    '%NEW x\n---\n',
    '<<: ',
    '__proto__',
    '__proto__: ',
    'constructor',
    '~',
    'null',
  ],
  ...[
    '\0',
    '\u0007',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ud800',
    '\udc00',
    '😀',
    'e\u0301',
    'NO',
    '1',
    '-1',
    '0.5',
    '2024-02-30',
  ],
];

type Edit = readonly [at: number, length: number, put: string];

/** Texts that were rosters until pieces of them were deleted, doubled or replaced. */
export function damaged(bases: readonly string[]): fc.Arbitrary<string> {
  const at = fc.double({ min: 0, max: 1, noNaN: true });
  const put = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fragments) },
    { weight: 2, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant('again') },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
  );
  const edit = fc.tuple(at, fc.integer({ min: 0, max: 12 }), put);
  return fc
    .tuple(fc.constantFrom(...bases), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([base, edits]) => edits.reduce(apply, base));
}

function apply(text: string, [at, length, put]: Edit): string {
  const start = Math.floor(at * text.length);
  const cut = text.slice(start, start + length);
  return text.slice(0, start) + (put === 'again' ? cut + cut : put) + text.slice(start + length);
}

/** A value to be written as YAML, and the way in which it is written. */
type Writing =
  | { readonly kind: 'scalar'; readonly style: ScalarStyle; readonly words: readonly string[] }
  | { readonly kind: 'list'; readonly flow: boolean; readonly items: readonly Writing[] }
  | { readonly kind: 'mapping'; readonly flow: boolean; readonly entries: readonly (readonly [string, Writing])[] };

const scalarStyles = ['plain', 'lines', 'single', 'double', '|', '|-', '|+', '>', '>-', '>+', 'nothing'] as const;
type ScalarStyle = (typeof scalarStyles)[number];

const words = fc.constantFrom(
  ...['a', 'b c', 'NO', 'true', '1', '1.50', '~', 'null', 'é', 'e\u0301', '日本', '😀', 'a:b', 'a#b', 'x - y', "it's"],
  ...[
    'say "hi"',
    'back\\slash',
    '<<',
    '=',
    '0x1F',
    '2024-02-21',
    '&x',
    '*x',
    '!x',
    '@x',
    '`x',
    '%x',
    '- x',
    '? x',
    'x: y',
  ],
  ...['x #y', '{x', 'x}', '[x', 'x]', ',', 'x, y', '|', '>', '#x', ' x ', 'a\tb', '...', '---', ''],
);

const keys = fc.constantFrom(
  ...[
    'a',
    'b',
    'c',
    'NL',
    'NO',
    'true',
    'null',
    '~',
    '1',
    '1.50',
    '007',
    'a b',
    'é',
    '日本',
    '😀',
    '<<',
    '=',
    'constructor',
  ],
  ...[
    'toString',
    '"quoted"',
    "'single'",
    '"a: b"',
    '"# c"',
    '""',
    "'- d'",
    '"\\u00e9"',
    '"\\n"',
    '? e',
    'x-y',
    'a:b',
    '__proto__',
  ],
);

const writing = fc.letrec<{ any: Writing; scalar: Writing; list: Writing; mapping: Writing }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: tie('scalar') },
    tie('list'),
    tie('mapping'),
  ),
  scalar: fc.record({
    kind: fc.constant('scalar' as const),
    style: fc.constantFrom(...scalarStyles),
    words: fc.array(words, { minLength: 1, maxLength: 3 }),
  }),
  list: fc.record({
    kind: fc.constant('list' as const),
    flow: fc.boolean(),
    items: fc.array(tie('any'), { maxLength: 4 }),
  }),
  mapping: fc.record({
    kind: fc.constant('mapping' as const),
    flow: fc.boolean(),
    entries: fc.uniqueArray(fc.tuple(keys, tie('any')), { maxLength: 4, selector: ([key]) => key }),
  }),
}));

const extras = fc.record({
  start: fc.constantFrom('', '---\n', '# first\n', '# first\n---\n', '\n\n'),
  end: fc.constantFrom('', '...\n', '# last\n', '\n', '...\n# last\n'),
  comment: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
});

/** Documents as people and programs write YAML, valid for the most part: mappings and lists of any shape. */
export const yamlDocuments: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(writing.mapping, writing.list), extras)
  .map(([value, { start, end, comment, newline }]) => {
    const body = writeBlock(value, '', comment ? ' # why' : '').replace(/^[ \n]/, '');
    return `${start}${body}${end}`.replaceAll('\n', newline);
  });

/** What follows a key's colon or a list's dash, up to the end of its last line. */
function writeBlock(value: Writing, indent: string, comment: string): string {
  const deeper = `${indent}  `;
  switch (value.kind) {
    case 'scalar':
      return value.style.startsWith('|') || value.style.startsWith('>')
        ? ` ${value.style}\n${value.words.map((line) => (line === '' ? '\n' : `${deeper}${line}\n`)).join('')}`
        : ` ${writeScalar(value.style, value.words, deeper)}${value.style === 'lines' ? '' : comment}\n`;
    case 'list':
      if (value.flow || value.items.length === 0) return ` ${writeFlow(value)}${comment}\n`;
      return `${comment}\n${value.items.map((item) => `${indent}-${writeBlock(item, deeper, '')}`).join('')}`;
    case 'mapping':
      if (value.flow || value.entries.length === 0) return ` ${writeFlow(value)}${comment}\n`;
      return `${comment}\n${value.entries
        .map(([key, item]) => {
          const written = key.startsWith('? ') ? `${key}\n${indent}` : key;
          return `${indent}${written}:${writeBlock(item, deeper, '')}`;
        })
        .join('')}`;
  }
}

function writeFlow(value: Writing): string {
  switch (value.kind) {
    case 'scalar':
      return writeScalar(value.style === 'plain' || value.style === 'double' ? value.style : 'single', value.words, '');
    case 'list':
      return `[${value.items.map(writeFlow).join(', ')}]`;
    case 'mapping':
      return `{ ${value.entries.map(([key, item]) => `${key}: ${writeFlow(item)}`).join(', ')} }`;
  }
}

function writeScalar(style: ScalarStyle, lines: readonly string[], indent: string): string {
  switch (style) {
    case 'nothing':
      return '';
    case 'single':
      return `'${lines.join(' ').replaceAll("'", "''")}'`;
    case 'double':
      return JSON.stringify(lines.join('\n'));
    case 'lines':
      return lines.join(`\n${indent}`);
    default:
      return lines.join(' ');
  }
}
