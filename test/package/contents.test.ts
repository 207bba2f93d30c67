import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../support/bin.ts';
import { temporaryFolder } from '../support/folders.ts';
import { pack } from '../support/pack.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(`${repository}/package.json`, 'utf8')) as Manifest;

describe('the package', () => {
  let tarball = new Uint8Array();
  beforeAll(() => {
    tarball = new Uint8Array(readFileSync(pack(temporaryFolder())));
  });

  test('has what it needs, and nothing else', () => {
    const files = createPackageFromTarballData(tarball)
      .listFiles()
      .map((file) => file.replace('/node_modules/rutte-tally/', ''));
    for (const file of [
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'package.json',
      'bin/rutte-tally.js',
      'bin/package.json',
    ])
      expect(files).toContain(file);
    for (const file of [
      'dist/lib/index.js',
      'dist/lib/index.d.ts',
      'dist/cli/start.cjs',
      'dist/cli/other-commands.cjs',
      'dist/cli/report-command.cjs',
      'dist/page/report.js',
      'dist/page/report.css',
      'dist/roster.schema.json',
      'dist/completion/rutte-tally.bash',
      'dist/completion/_rutte-tally',
      'dist/completion/rutte-tally.fish',
      'dist/man/rutte-tally.1',
      'data/nato-2024.yaml',
    ])
      expect(files).toContain(file);
    const folders = [...new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))].sort();
    expect(folders).toEqual(['bin', 'data', 'dist', 'docs']);
    expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
  });

  test('pleases publint', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.slice().buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  test('has the right types for every way of resolving modules that knows them', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball));
    if (result.types === false) throw new Error('there are no types');
    // A package of modules alone: those that require it need a Node that can require modules, and the oldest way of
    // resolving, which knows no `exports`, is not served.
    const known = { 'NoResolution of node10': true, 'CJSResolvesToESM of node16-cjs': true };
    const problems = result.problems.map((problem) =>
      'resolutionKind' in problem ? `${problem.kind} of ${problem.resolutionKind}` : problem.kind,
    );
    expect(problems.filter((problem) => !(problem in known))).toEqual([]);
    expect(Object.keys(result.entrypoints)).toContain('.');
  });
});

test('the library asks for nothing but the readers', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(['js-yaml', 'yaml', 'zod']);
});
