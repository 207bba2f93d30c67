import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository } from '../support/bin.ts';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const page = readFileSync(join(repository, 'docs/library.md'), 'utf8');

/** The examples of the page that are in a language. */
const examples = (language: string): readonly string[] =>
  [...page.matchAll(/```(\w+)\n(.*?)```\n/gs)].flatMap(([, name, body = '']) => (name === language ? [body] : []));

/** What the compiler has against programs of somebody who has installed the package; our own types are checked too. */
function complaints(
  programs: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(repository, join(folder, 'node_modules', 'rutte-tally'));
  for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023'],
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
    skipLibCheck: false,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: Object.keys(programs) }));
  try {
    return execFileSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], { encoding: 'utf8' });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

describe('for those who write TypeScript', () => {
  test('the examples compile, strictly', () => {
    const programs = Object.fromEntries(examples('ts').map((text, index) => [`example-${index}.mts`, text]));
    expect(Object.keys(programs).length).toBeGreaterThan(0);
    expect(complaints(programs)).toBe('');
  });

  test('and so do those for JavaScript, all but what is never said of parameters', () => {
    const programs = Object.fromEntries(examples('js').map((text, index) => [`example-${index}.mts`, text]));
    expect(Object.keys(programs).length).toBeGreaterThan(4);
    expect(complaints(programs, { noImplicitAny: false, noUncheckedIndexedAccess: false })).toBe('');
  });

  test('a mistake is one', () => {
    const wrong = `
      import { assume, parseRoster, snapshot, type Roster, type Snapshot } from 'rutte-tally';
      const parsed = parseRoster('');
      export const roster: Roster = parsed.roster;
      export const moved = (before: Snapshot) => assume(before, new Map([['TR', 'suport']]));
      export const taken = snapshot(roster, '2024-02-21');
    `;
    const said = complaints({ 'wrong.mts': wrong });
    expect(said).toMatch(/\(4,\d+\): error TS2339: Property 'roster' does not exist on type 'ParseResult'/);
    expect(said).toMatch(/\(5,\d+\): error TS2345: Argument of type 'Map<string, "suport">'/);
    expect(said).toMatch(
      /\(6,\d+\): error TS2345: Argument of type 'string' is not assignable to parameter of type 'Time'/,
    );
  });
});

test('every type that a function of the package takes or gives can be named', () => {
  const index = readFileSync(join(repository, 'dist/lib/index.d.ts'), 'utf8');
  const exported = new Set<string>();
  const functions: string[] = [];
  for (const [, names = '', file = ''] of index.matchAll(/^export (.*) from '\.\/(.*?)\.(?:ts|js)';$/gm)) {
    const text = readFileSync(join(repository, 'dist/lib', `${file}.d.ts`), 'utf8');
    const all = [...text.matchAll(/^export (?:declare )?(?:interface|type|const|function) (\w+)/gm)].map(
      ([, name = '']) => name,
    );
    const named = names === '*' ? all : [...names.matchAll(/(\w+)(?=,| })/g)].map(([, name = '']) => name);
    for (const name of named) exported.add(name);
    for (const name of named) {
      const declared = new RegExp(`^export declare function ${name}\\b.*?;$`, 'ms').exec(text);
      if (declared !== null) functions.push(declared[0]);
    }
  }
  expect(functions.length).toBeGreaterThan(5);
  const builtIn = new Set([
    'ReadonlyMap',
    'ReadonlySet',
    'Readonly',
    'Record',
    'Pick',
    'Iterable',
    'Promise',
    'T',
    'Map',
    'Set',
  ]);
  for (const declared of functions)
    for (const [name] of declared.matchAll(/\b[A-Z]\w*/g)) if (!builtIn.has(name)) expect(exported).toContain(name);
});
