import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarations } from '../../src/cli/program/commands.ts';
import { emptyFolder, rutteTally } from '../support/bin.ts';
import { inPipe } from '../support/host.ts';
import { gitEnvironment, needGit, repositoryWith } from '../support/repository.ts';

const roster = (b: string): string =>
  `title: t\nas-of: 2024-03-01\nrule: consensus\nmembers: { A: support, B: ${b} }\n`;

const files = {
  'reached.yaml': roster('support'),
  'open.yaml': roster('{ stance: unclear, date: 2024-02-01 }'),
  'blocked.yaml': roster('oppose'),
  'broken.yaml': roster('suport'),
  'votes.csv': 'member;vote\nana;yes\nbo;no\n',
  'bad.csv': 'member,vote\nana,perhaps not\n',
};

/** Writes the rosters above into a folder. */
function furnish(folder: string): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const textsIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== '.git')
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** The built program and the sources are given the same words; both must end, answer and write alike. */
async function expectAlike(line: string, code: number, folders: readonly [built: string, sources: string]) {
  const [args, options] = [line.split(' '), { input: roster('abstain'), env: gitEnvironment }];
  const run = rutteTally(args, { ...options, cwd: folders[0] });
  expect(run).toMatchObject({ code });
  expect(run).toEqual(await inPipe(args, { ...options, cwd: folders[1] }));
  expect(textsIn(folders[0])).toEqual(textsIn(folders[1]));
}

/** What is asked of each command, and of each file that the build makes, with the exit code. */
const runs: readonly (readonly [line: string, code: number])[] = [
  ['status open.yaml', 0],
  ['status blocked.yaml --color=always', 0],
  ['check reached.yaml', 0],
  ['check open.yaml', 1],
  ['check blocked.yaml', 4],
  ['check -', 0],
  ['check broken.yaml', 3],
  ['check open.yaml --as-of tomorrow', 2],
  ['check open.yaml --format junit', 1],
  ['check open.yaml reached.yaml', 1],
  ['check .', 3],
  ['check . --format github', 3],
  ['list .', 3],
  ['matrix .', 3],
  ['agreement . --groups', 3],
  ['diff open.yaml reached.yaml --exit-code', 1],
  ['timeline open.yaml', 0],
  ['member B blocked.yaml', 0],
  ['member B open.yaml reached.yaml', 0],
  ['snapshot open.yaml', 0],
  ['report open.yaml', 0],
  ['report . --output -', 3],
  ['validate reached.yaml broken.yaml', 3],
  ['record B support open.yaml --date 2024-02-02', 0],
  ['init --body committee', 0],
  ['import votes.csv', 0],
  ['import votes.csv --output new.yaml --rule two-thirds', 0],
  ['import bad.csv', 3],
  ['import --words', 0],
  ['rules consensus', 0],
  ['schema', 0],
  ['completion bash', 0],
  ['__complete fish -- 4 status open.yaml --assume B=', 0],
  ['--version', 0],
  ['-V', 0],
  ['--help', 0],
];

test.each(runs)('built, %s ends with %i and answers as the sources do', async (line, code) => {
  await expectAlike(line, code, [furnish(emptyFolder()), furnish(emptyFolder())]);
});

test('built, a version out of git is read as the sources read it', async () => {
  needGit();
  const folder = repositoryWith('open.yaml', [roster('oppose'), roster('unclear')]);
  await expectAlike('diff HEAD~1:open.yaml open.yaml', 0, [folder, folder]);
});

test('every command is started at least once as it is built', () => {
  const started = new Set(runs.map(([line]) => line.split(' ')[0]));
  expect(declarations.filter(({ name }) => !started.has(name))).toEqual([]);
});

describe('the cache of compiled code', () => {
  const lines = ['status open.yaml', 'check broken.yaml', 'timeline open.yaml'];
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['cut', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['garbage', (bytes) => Buffer.alloc(bytes.length, 'garbage')],
    ['zeros from the middle on', (bytes) => bytes.fill(0, bytes.length >> 1)],
    ...[0.1, 0.5, 0.9].map((part) => [`another byte at ${part}`, otherAt(part)] as const),
  ];
  function otherAt(part: number): (bytes: Buffer) => Buffer {
    return (bytes) => {
      const place = Math.floor(bytes.length * part);
      bytes[place] = (bytes[place] ?? 0) ^ 0xff;
      return bytes;
    };
  }
  const cachesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.cache'))
      .map((name) => join(folder, name));

  test('is filled by the first run, and damaged in any way changes no answer and no exit code', () => {
    const cwd = furnish(emptyFolder());
    const env = { XDG_CACHE_HOME: emptyFolder() };
    const answers = () => lines.map((line) => rutteTally(line.split(' '), { cwd, env }));
    const plain = lines.map((line) => rutteTally(line.split(' '), { cwd }));
    expect(answers()).toEqual(plain);
    const caches = cachesIn(env.XDG_CACHE_HOME).map((path) => [path, readFileSync(path)] as const);
    expect(caches.length).toBeGreaterThanOrEqual(2 * lines.length);
    expect(answers()).toEqual(plain);
    for (const [what, damage] of damages) {
      for (const [path, bytes] of caches) writeFileSync(path, damage(Buffer.from(bytes)));
      expect(answers(), what).toEqual(plain);
    }
  });

  test('is not made where the user wants none', () => {
    const env = { XDG_CACHE_HOME: emptyFolder(), NODE_DISABLE_COMPILE_CACHE: '1' };
    expect(rutteTally(['status'], { env }).code).toBe(0);
    expect(readdirSync(env.XDG_CACHE_HOME)).toEqual([]);
  });
});
