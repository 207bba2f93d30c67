import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { emptyFolder, type Run, repository, transcript } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { git, gitEnvironment, repositoryWith } from '../../support/repository.ts';
import { goldenFile } from '../../support/texts.ts';

const nato = join(repository, 'data', 'nato-2024.yaml');
const whole = ['diff', 'nato-2024.yaml@2024-02-21', 'nato-2024.yaml@2024-06-20'];

const roster = (b: string, rest = ''): string =>
  `title: A treaty\nas-of: 2024-03-01\nrule: consensus\nmembers:\n  A: support\n  B: ${b}\n${rest}`;

/** What `diff` says about two texts. */
function between(before: string, after: string, ...options: readonly string[]): Promise<Run> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'a.yaml'), before);
  writeFileSync(join(cwd, 'b.yaml'), after);
  return inPipe(['diff', 'a.yaml', 'b.yaml', ...options], { cwd });
}

interface Document {
  readonly before: { readonly outcome: string; readonly title: string; readonly asOf: string };
  readonly after: { readonly outcome: string; readonly title: string; readonly asOf: string };
  readonly moved: readonly {
    readonly member: string;
    readonly from: string;
    readonly to: string;
    readonly why: string | null;
  }[];
  readonly joined: readonly string[];
}

const documentOf = ({ stdout }: Run): Document => JSON.parse(stdout) as Document;

describe('from "over 20" to the decision', () => {
  test('open became reached, Sweden joined, and the four moved and said why', async () => {
    const run = await inTerminal([...whole, '--format', 'json'], { cwd: dirname(nato) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { before, after, moved, joined } = documentOf(run);
    expect([before.outcome, after.outcome, joined]).toEqual(['open', 'reached', ['SE']]);
    expect(moved.filter(({ member }) => ['HU', 'RO', 'SK', 'TR'].includes(member))).toMatchObject([
      { member: 'HU', from: 'withheld', to: 'support', why: expect.stringContaining('Rutte put in writing') },
      { member: 'RO', from: 'undeclared', to: 'support', why: expect.stringContaining('Iohannis gave up') },
      { member: 'SK', from: 'undeclared', to: 'support', why: expect.stringContaining('air defence') },
      { member: 'TR', from: 'conditional', to: 'support', why: expect.stringContaining('visit to Istanbul') },
    ]);
  });

  test.each([50, 80, 120])('at %i columns', async (columns) => {
    const run = await inTerminal(whole, { isTTY: true, columns, env: { NO_COLOR: '1' }, cwd: dirname(nato) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const line of run.stdout.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(whole, run)).toMatchFileSnapshot(goldenFile(`diff/nato-${columns}.txt`));
  });

  test.each(['markdown', 'csv', 'json'])('as %s', async (format) => {
    const args = [...whole, '--format', format];
    const run = await inTerminal(args, { cwd: dirname(nato) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`diff/nato-${format}.txt`));
  });
});

describe('a roster with everything changed', () => {
  const cwd = join(repository, 'test', 'fixtures', 'diff');

  test.each([
    ['80', ['diff', 'before.yaml', 'after.yaml']],
    ['all', ['diff', 'before.yaml', 'after.yaml', '--all']],
    ['back', ['diff', 'after.yaml', 'before.yaml']],
    ['markdown', ['diff', 'before.yaml', 'after.yaml', '--format', 'markdown']],
    ['csv', ['diff', 'before.yaml', 'after.yaml', '--format', 'csv']],
    ['json', ['diff', 'before.yaml', 'after.yaml', '--format', 'json']],
    ['what-if', ['diff', 'before.yaml', 'after.yaml', '--on-record', '--assume', 'BE=support']],
  ])('%s', async (name, args) => {
    const run = await inTerminal(args, { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: there are none
    expect(run.stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`diff/everything-${name}.txt`));
  });
});

describe('the exit code', () => {
  const same = roster('unclear');

  test.each([
    ['says nothing of itself', [], 0, 0],
    ['with --exit-code', ['--exit-code'], 1, 0],
    ['with --quiet', ['--quiet'], 1, 0],
    ['with --exit-code and --quiet', ['--exit-code', '--quiet'], 1, 0],
  ] as const)('%s', async (_, options, changed, unchanged) => {
    expect((await between(same, roster('support'), ...options)).code).toBe(changed);
    expect((await between(same, same, ...options)).code).toBe(unchanged);
    expect((await between(same, roster('suport'), ...options)).code).toBe(3);
    for (const format of ['json', 'markdown', 'csv'])
      expect((await between(same, roster('support'), ...options, '--format', format)).code).toBe(changed);
  });

  test('comes alone with --quiet', async () => {
    expect(await between(same, roster('support'), '--quiet')).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(await between(same, roster('support'), '--quiet', '--format', 'json')).toEqual({
      code: 1,
      stdout: '',
      stderr: '',
    });
  });

  test('is 1 for a change of anything that is shown', async () => {
    expect((await between(same, `${same}groups: { g: [A] }\n`, '--exit-code')).code).toBe(1);
    expect((await between(same, roster('{ stance: unclear, by: X }'), '--exit-code')).code).toBe(1);
  });
});

describe('two versions out of git', () => {
  const versions = [roster('oppose'), roster('unclear'), roster('{ stance: no-objection, why: talked it over }')];
  const run = (args: readonly string[], cwd: string): Promise<Run> =>
    inPipe([...args, '--format', 'json'], { cwd, env: gitEnvironment });

  test('a revision and the working copy', async () => {
    const cwd = repositoryWith('r.yaml', versions);
    const { before, after, moved } = documentOf(await run(['diff', 'HEAD~2:r.yaml', 'r.yaml'], cwd));
    expect([before.outcome, after.outcome]).toEqual(['blocked', 'reached']);
    expect(moved).toMatchObject([{ member: 'B', from: 'oppose', to: 'no-objection', why: 'talked it over' }]);
    expect(documentOf(await run(['diff', 'HEAD~2:r.yaml'], cwd))).toMatchObject({ before, after });
  });

  test('a file alone is compared with its last committed version', async () => {
    const cwd = repositoryWith('r.yaml', versions);
    expect(documentOf(await run(['diff', 'r.yaml'], cwd))).toMatchObject({ changed: false });
    writeFileSync(join(cwd, 'r.yaml'), roster('oppose'));
    expect(documentOf(await run(['diff', 'r.yaml'], cwd)).moved).toMatchObject([
      { from: 'no-objection', to: 'oppose' },
    ]);
    expect((await run(['diff', 'r.yaml', '--exit-code'], cwd)).code).toBe(1);
    expect((await inPipe(['diff', 'r.yaml'], { cwd, env: gitEnvironment })).stdout).toContain(
      'From       HEAD:r.yaml → r.yaml\n',
    );
  });

  test('from another folder, and through a link', async () => {
    const cwd = repositoryWith('r.yaml', versions);
    writeFileSync(join(cwd, 'r.yaml'), roster('oppose'));
    const elsewhere = emptyFolder();
    symlinkSync(join(cwd, 'r.yaml'), join(elsewhere, 'link.yaml'));
    expect(documentOf(await run(['diff', join(cwd, 'r.yaml')], elsewhere)).moved).toHaveLength(1);
    expect(documentOf(await run(['diff', 'link.yaml'], elsewhere)).moved).toHaveLength(1);
  });

  describe('of the roster at hand', () => {
    const changing =
      'title: t\nrule: consensus\nmembers: { A: { positions: [{ date: 2025-12-01, stance: oppose }, { date: 2025-12-28, stance: support }] } }\n';
    const told = async (args: readonly string[], cwd: string): Promise<unknown> => {
      const { before, after } = documentOf(await run(['diff', ...args], cwd));
      return [
        [before.title, before.asOf, before.outcome],
        [after.title, after.asOf, after.outcome],
      ];
    };
    const [then, now] = [
      ['t', '2025-12-25', 'blocked'],
      ['t', '2026-01-01', 'reached'],
    ];

    test.each([
      [
        ['@2025-12-25', '@2026-01-01'],
        [then, now],
      ],
      [
        ['@7d', '@today'],
        [then, now],
      ],
      [['@7d'], [then, now]],
      [['rutte-tally.yaml@7d'], [then, now]],
      [
        ['--since', '7d'],
        [then, now],
      ],
      [
        ['--since', '@1w'],
        [then, now],
      ],
      [
        ['--since', '2025-12-25'],
        [then, now],
      ],
      [
        ['--since', 'rutte-tally.yaml@7d'],
        [then, now],
      ],
      [
        ['rutte-tally.yaml', '--since=7d'],
        [then, now],
      ],
      [
        ['--since', '7d', '--as-of', 'today'],
        [then, now],
      ],
      [
        ['@2025-11', '--as-of', '7d'],
        [['t', '2025-11-30', 'open'], then],
      ],
      [
        ['@today', '--since', '7d'],
        [then, now],
      ],
      [
        ['-', '--since', '7d'],
        [
          ['in', '2025-12-25', 'reached'],
          ['in', '2026-01-01', 'reached'],
        ],
      ],
      [
        ['--', '-@7d'],
        [
          ['in', '2025-12-25', 'reached'],
          ['in', '2026-01-01', 'reached'],
        ],
      ],
      [
        ['other.yaml@7d', '@today'],
        [
          ['o', '2025-12-25', 'reached'],
          ['o', '2026-01-01', 'reached'],
        ],
      ],
      [
        ['@7d', 'other.yaml'],
        [
          ['o', '2025-12-25', 'reached'],
          ['o', '2026-01-01', 'reached'],
        ],
      ],
    ])('%j: two dates', async (args, expected) => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'rutte-tally.yaml'), changing);
      writeFileSync(join(cwd, 'other.yaml'), 'title: o\nrule: consensus\nmembers: { A: support }\n');
      const input = 'title: in\nrule: consensus\nmembers: { A: support }\n';
      const { before, after } = documentOf(await inPipe(['diff', '--format', 'json', ...args], { cwd, input }));
      expect([before, after].map(({ title, asOf, outcome }) => [title, asOf, outcome])).toEqual(expected);
    });

    const [first, second, copy] = [
      ['first', '2024-03-01', 'reached'],
      ['second', '2024-03-01', 'reached'],
      ['copy', '2024-03-01', 'reached'],
    ];

    test.each([
      [[], [second, copy]],
      [['rutte-tally.yaml'], [second, copy]],
      [['HEAD'], [second, copy]],
      [['HEAD~1'], [first, copy]],
      [['v1'], [first, copy]],
      [
        ['HEAD~1', 'HEAD'],
        [first, second],
      ],
      [
        ['HEAD~1', 'rutte-tally.yaml'],
        [first, copy],
      ],
      [
        ['rutte-tally.yaml', 'HEAD~1'],
        [copy, first],
      ],
      [
        ['--since', 'HEAD~1'],
        [first, copy],
      ],
      [
        ['HEAD', '--since', 'v1'],
        [first, second],
      ],
      [
        ['HEAD~1@2024-01-01'],
        [
          ['first', '2024-01-01', 'reached'],
          ['copy', '2024-01-01', 'reached'],
        ],
      ],
      [
        ['@2024-01-01', '--since', 'HEAD~1'],
        [
          ['first', '2024-01-01', 'reached'],
          ['copy', '2024-01-01', 'reached'],
        ],
      ],
    ])('%j: two versions', async (args, expected) => {
      const version = (title: string): string =>
        `title: ${title}\nas-of: 2024-03-01\nrule: consensus\nmembers: { A: support }\n`;
      const cwd = repositoryWith('rutte-tally.yaml', [version('first'), version('second')]);
      git(cwd, 'tag', 'v1', 'HEAD~1');
      writeFileSync(join(cwd, 'rutte-tally.yaml'), version('copy'));
      expect(await told(args, cwd)).toEqual(expected);
    });

    test('is named where nobody named it', async () => {
      const cwd = repositoryWith('rutte-tally.yaml', [roster('unclear')]);
      writeFileSync(join(cwd, 'rutte-tally.yaml'), roster('support'));
      const table = await inPipe(['diff'], { cwd, env: gitEnvironment });
      expect(table.stdout).toContain('From       HEAD:rutte-tally.yaml → rutte-tally.yaml in this folder\n');
      expect(table.stderr).toBe('');
      expect((await run(['diff'], cwd)).stderr).toBe('rutte-tally: reading rutte-tally.yaml in this folder\n');
      expect(await inPipe(['diff', '--quiet'], { cwd, env: gitEnvironment })).toEqual({
        code: 1,
        stdout: '',
        stderr: '',
      });
    });
  });

  test('both at one date', async () => {
    const dated = (stance: string): string => roster(`{ positions: [{ date: 2024-02-01, stance: ${stance} }] }`);
    const cwd = repositoryWith('r.yaml', [dated('oppose')]);
    writeFileSync(join(cwd, 'r.yaml'), dated('support'));
    expect(documentOf(await run(['diff', 'HEAD:r.yaml@2024-01-31'], cwd))).toMatchObject({ changed: false });
    expect(documentOf(await run(['diff', 'HEAD:r.yaml@2024-02-01'], cwd)).moved).toHaveLength(1);
    expect(documentOf(await run(['diff', 'r.yaml', '--as-of', '2024-02-01'], cwd)).moved).toHaveLength(1);
  });

  test('a file that was never committed, or is in no repository, is told so', async () => {
    const cwd = repositoryWith('r.yaml', versions);
    writeFileSync(join(cwd, 'new.yaml'), roster('support'));
    const never = await inPipe(['diff', 'new.yaml'], { cwd, env: gitEnvironment });
    expect(never.code).toBe(3);
    expect(never.stderr).toContain(
      'HEAD:new.yaml: error[unreadable-file]: cannot be read: there is no file "new.yaml" in the revision "HEAD"\n',
    );
    const outside = emptyFolder();
    writeFileSync(join(outside, 'r.yaml'), roster('support'));
    expect((await inPipe(['diff', 'r.yaml'], { cwd: outside, env: gitEnvironment })).stderr).toContain(
      'this folder is not in a git repository',
    );
  });
});

describe('wrong usage', () => {
  test.each([
    ['one-snapshot', ['diff', '-']],
    ['stream-twice', ['diff', '-', '-']],
    ['two-dates', ['diff', 'a.yaml@2024-01-01', 'a.yaml', '--as-of', '2024-01-01']],
    ['unknown-member', ['diff', 'a.yaml', 'a.yaml', '--assume', 'X=support']],
    ['excess-arguments', ['diff', 'a.yaml', 'a.yaml', 'a.yaml']],
    ['conflicting-option', ['diff', 'a.yaml', 'a.yaml', '--since', '7d']],
    ['no-time', ['diff', 'a.yaml', '--since', '7d']],
    ['invalid-date', ['diff', '--since', '2024-13-01']],
    ['one-snapshot', ['diff', '-', '--since', 'HEAD']],
  ])('%s', async (code, args) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a.yaml'), roster('support'));
    const run = await inPipe([...args, '--format', 'json'], { cwd });
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
  });
});

test('all that is wrong with two rosters comes at once, in one document', async () => {
  const run = await between(roster('suport'), roster('opose'), '--format', 'json');
  expect(run.code).toBe(3);
  const { files } = JSON.parse(run.stdout) as { files: readonly { file: string }[] };
  expect(files.map(({ file }) => file)).toEqual(['a.yaml', 'b.yaml']);
});

test('rosters about different things are compared all the same, with a word about it', async () => {
  const other = roster('support').replace('A treaty', 'Another matter');
  const run = await between(other, roster('support'));
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('Two different decisions: the first is "Another matter".\n');
  expect(documentOf(await between(other, roster('support'), '--format', 'json'))).toMatchObject({ sameMatter: false });
});

test('an assumption is about the second snapshot', async () => {
  const run = await between(roster('oppose'), roster('oppose'), '--assume', 'B=support');
  expect(run.stdout).toMatch(/^BLOCKED → REACHED {2}A treaty$/m);
  expect(run.stdout).toContain('What if: assuming B = support in the second snapshot.\n');
  expect(run.stdout).toContain('oppose → support  assumed');
});

test('nothing of the files is changed', async () => {
  const cwd = repositoryWith('r.yaml', [roster('oppose')]);
  mkdirSync(join(cwd, 'sub'));
  await inPipe(['diff', 'r.yaml'], { cwd, env: gitEnvironment });
  expect(readFileSync(join(cwd, 'r.yaml'), 'utf8')).toBe(roster('oppose'));
});
