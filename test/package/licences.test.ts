import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, rutteTally } from '../support/bin.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (...path: readonly string[]): string => readFileSync(join(repository, ...path), 'utf8');
const manifestOf = (name: string): Manifest => JSON.parse(read('node_modules', name, 'package.json')) as Manifest;

/** What only the command line of js-yaml uses. */
const notBundled = ['argparse'];

/** The packages that the sources import, and those that these need. */
function packages(): readonly string[] {
  const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  const found = new Set<string>();
  for (const file of sources.filter((name) => /\.tsx?$/.test(name)))
    for (const [, name = ''] of read('src', file).matchAll(/\bfrom '((?:@[\w.-]+\/)?[a-z][\w.-]*)(?:\/[^':]*)?'/g))
      found.add(name);
  for (const name of found) for (const other of Object.keys(manifestOf(name).dependencies ?? {})) found.add(other);
  return [...found].filter((name) => !notBundled.includes(name)).sort();
}

function licenceOf(name: string): string {
  const file = readdirSync(join(repository, 'node_modules', name)).find((one) => /^licen[cs]e/i.test(one)) ?? '';
  return read('node_modules', name, file).replaceAll('\r\n', '\n').trim();
}

describe('the licences of what is bundled', () => {
  const shipped = read('dist', 'THIRD-PARTY-LICENSES.txt');

  test('are those of known packages', () => {
    expect(packages()).toEqual(expect.arrayContaining(['commander', 'js-yaml', 'preact', 'readdirp', 'yaml', 'zod']));
  });

  test.each(packages())('have that of %s, to the letter', (name) => {
    expect(shipped).toContain(`${name} ${manifestOf(name).version} (`);
    expect(shipped).toContain(licenceOf(name));
  });

  test('are in every report that is written, for what its script has in it', () => {
    const { stdout } = rutteTally(['report', 'nato-2024', '--output', '-']);
    const [, notice = ''] = /<script>(\/\*!.*?\*\/)/s.exec(stdout) ?? [];
    expect(notice).toContain(`preact ${manifestOf('preact').version} (MIT)`);
    expect(notice).toContain(licenceOf('preact'));
  });
});
