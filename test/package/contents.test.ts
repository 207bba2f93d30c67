import { readdirSync, readFileSync } from 'node:fs';
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

/** What is published: nothing of the sources, the tests or the build, and no code that fits one version of Node. */
const kinds: readonly RegExp[] = [
  /^(?:README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/,
  /^bin\/(?:rutte-tally\.js|package\.json)$/,
  /^data\/(?:bodies\/)?[\w-]+\.yaml$/,
  /^data\/README\.md$/,
  /^dist\/THIRD-PARTY-LICENSES\.txt$/,
  /^dist\/cli\/[\w-]+\.cjs$/,
  /^dist\/completion\/(?:rutte-tally\.bash|_rutte-tally|rutte-tally\.fish)$/,
  /^dist\/data\/[\w-]+\.yaml\.json$/,
  /^dist\/lib\/index\.js$/,
  /^dist\/lib\/(?:[\w-]+\/)*[\w-]+\.d\.ts$/,
  /^dist\/man\/rutte-tally\.1$/,
  /^dist\/page\/(?:report\.js|report\.css|picture\.css)$/,
  /^dist\/roster\.schema\.json$/,
  /^docs\/(?:decisions\/)?[\w-]+\.md$/,
  /^docs\/examples\/(?:[\w-]+\.yaml|README\.md)$/,
  /^docs\/pictures\/[\w-]+\.svg$/,
];

describe('the package', () => {
  let tarball = new Uint8Array();
  beforeAll(() => {
    tarball = new Uint8Array(readFileSync(pack(temporaryFolder())));
  });

  const filesOf = (): readonly string[] =>
    createPackageFromTarballData(tarball)
      .listFiles()
      .map((file) => file.replace('/node_modules/rutte-tally/', ''));

  test('has files of these kinds, at least one of each, and no others', () => {
    const files = filesOf();
    expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
    expect(kinds.filter((kind) => !files.some((file) => kind.test(file)))).toEqual([]);
  });

  test('has every file that a run or a program loads', () => {
    const files = filesOf();
    const built = readdirSync(`${repository}/dist/cli`).map((name) => `dist/cli/${name}`);
    for (const file of [...built, 'dist/cli/start.cjs', 'dist/cli/report-command.cjs', 'data/nato-2024.yaml'])
      expect(files).toContain(file);
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
