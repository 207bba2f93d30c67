import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders.ts';
import { pack } from '../support/pack.ts';

/** Every release line of Node that is supported, as a package of npm for this machine. */
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const releases = ['20', '22', '24'] as const;

const program = `
import { diff, parseRoster, readTime, snapshot, tally } from 'rutte-tally';
const parsed = parseRoster('title: Lunch\\nrule: unanimity\\nmembers: { ana: support, bo: unclear }');
const today = readTime('2024-02-21');
if (!parsed.ok || 'fault' in today) throw new Error('no roster');
const taken = snapshot(parsed.roster, today.value);
console.log(process.versions.node.split('.')[0], tally(taken).outcome, diff(taken, taken).changed);
`;

describe('installed from its tarball into an empty folder', () => {
  let folder = '';
  let nodes = '';
  let caches = '';

  /** Runs something found on the path, with a release of Node in front of all others. */
  const run = (release: string, command: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
    const path = [join(nodes, release, 'node_modules', nodePackage, 'bin'), process.env.PATH ?? ''].join(delimiter);
    return execFileSync(command, words, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: caches, ...env, PATH: path },
    });
  };
  const install = (into: string, words: readonly string[]): void => {
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, 'package.json'), '{ "private": true }\n');
    const options = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, ...words], { cwd: into, stdio: 'inherit' });
  };

  beforeAll(() => {
    folder = temporaryFolder();
    nodes = temporaryFolder();
    caches = temporaryFolder();
    const packed = temporaryFolder();
    install(folder, [pack(packed)]);
    for (const release of releases) install(join(nodes, release), [`${nodePackage}@${release}`]);
  });

  test('it brings only its own dependencies', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    const known = ['argparse', 'js-yaml', 'rutte-tally', 'yaml', 'zod'];
    expect(installed.filter((name) => !known.includes(name))).toEqual([]);
    expect(installed).toContain('rutte-tally');
  });

  describe.each(releases)('on Node %s', (release) => {
    test('the command runs', () => {
      expect(run(release, 'node', ['--version'])).toMatch(new RegExp(`^v${release}\\.`));
      const answer = run(release, 'npx', ['--no', 'rutte-tally', 'status']);
      expect(answer).toMatch(/^OPEN {2}consensus of 31: 2 named in support, 29 to go; reported 21 or more$/m);
      expect(answer).toMatch(/^From +nato-2024\.yaml, the bundled example$/m);
    });

    test('commands that load more run', () => {
      const answer = run(release, 'npx', [
        '--no',
        'rutte-tally',
        'diff',
        'nato-2024@2024-02-21',
        'nato-2024@2024-06-20',
      ]);
      expect(answer).toMatch(/^OPEN → REACHED /);
    });

    test('compiled code is kept, and damaged in any way changes no answer', () => {
      const env = { XDG_CACHE_HOME: join(caches, release) };
      mkdirSync(env.XDG_CACHE_HOME);
      const status = () => run(release, 'npx', ['--no', 'rutte-tally', 'status'], env);
      const answer = status();
      const files = readdirSync(env.XDG_CACHE_HOME, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.cache'))
        .map((name) => join(env.XDG_CACHE_HOME, name));
      expect(files).toHaveLength(2);
      expect(status()).toBe(answer);
      const whole = files.map((file) => readFileSync(file));
      expect(whole[0]?.length).toBeGreaterThan(10_000);
      for (const part of [0.01, 0.2, 0.4, 0.6, 0.8]) {
        for (const [index, file] of files.entries()) {
          const bytes = Buffer.from(whole[index] ?? []);
          const place = Math.floor(bytes.length * part);
          bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
          writeFileSync(file, bytes);
        }
        expect(status()).toBe(answer);
      }
    });

    test('a page is written, with its script and its style', () => {
      const page = run(release, 'npx', ['--no', 'rutte-tally', 'report', 'nato-2024', '--output', '-']);
      expect(page).toMatch(/<style>.{1000}.*<script>.{100000}/s);
    });

    test('the library is imported', () => {
      expect(run(release, 'node', ['--input-type=module', '-e', program])).toBe(`${release} open false\n`);
    });
  });
});
