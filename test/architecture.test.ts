import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './support/bin.ts';

/** What the files of each folder of `src/` may import: folders of `src/`, and packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  roster: ['roster', 'model', 'zod/mini', 'yaml', 'js-yaml', 'leven', 'countries-list/minimal/countries.en.min.json'],
  engine: ['engine', 'model'],
  render: ['render', 'model', 'fast-string-width'],
  cli: [
    'cli',
    'render',
    'engine',
    'roster',
    'model',
    'commander',
    'chalk',
    'chokidar',
    'csv-parse/sync',
    'diff',
    'node:',
    '../../package.json',
  ],
  '': ['engine', 'model', 'render', 'roster'],
};

const source = join(repository, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** What a file imports: a folder of `src/`, or the name of a package. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map(([, name = '']) => {
    if (!name.startsWith('.')) return name;
    const target = relative(source, join(source, file, '..', name));
    return target.startsWith('..') ? name : (target.split('/')[0] ?? '');
  });
}

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(30);
});

test.each(files)('%s imports only what its folder may', (file) => {
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  const may = allowed[folder] ?? [];
  expect(
    importsOf(file).filter(
      (name) => !may.some((known) => name === known || (known.endsWith(':') && name.startsWith(known))),
    ),
  ).toEqual([]);
});

test.each(files.filter((file) => /^(?:model|engine|render|roster)\//.test(file)))(
  '%s has no clock, no randomness and no environment',
  (file) => {
    const text = readFileSync(join(source, file), 'utf8');
    expect(text).not.toMatch(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bIntl\.|\.localeCompare\b|\.toLocale/,
    );
  },
);

test('no name that the library exports stands for two things', () => {
  const index = readFileSync(join(source, 'index.ts'), 'utf8');
  const listed = [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );
  const whole = [...index.matchAll(/^export \* from '(.*)'/gm)].flatMap(([, file = '']) => {
    const text = readFileSync(join(source, file), 'utf8');
    return [...text.matchAll(/^export (?:const|type|interface|function) (\w+)/gm)].map(([, name = '']) => name);
  });
  expect(whole).toContain('Position');
  const names = [...listed, ...whole];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
