import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatsOf } from '../../../../src/cli/contract/formats.ts';
import { emptyFolder, type Run, rutteTally, transcript } from '../../../support/bin.ts';
import { boMoved, decision, folderOf, someDecisions } from '../../../support/decisions.ts';
import { inTerminal } from '../../../support/host.ts';
import { git, gitEnvironment } from '../../../support/repository.ts';
import { seeded } from '../../../support/rosters.ts';
import { goldenFile } from '../../../support/texts.ts';
import { problemsOfJunit } from '../../../support/xml.ts';

const formats = formatsOf('check');

const check = (cwd: string, ...words: readonly string[]): Promise<Run> =>
  inTerminal(['check', ...words], { cwd, env: gitEnvironment });

async function documentOf(cwd: string, ...words: readonly string[]): Promise<{ readonly [key: string]: unknown }> {
  return JSON.parse((await check(cwd, ...words, '--format', 'json')).stdout) as { readonly [key: string]: unknown };
}

describe('a folder', () => {
  test.each(formats)('built, as %s, answers as written down', async (format) => {
    const args = ['check', 'decisions', '--since', '2024-05-10', '--format', format];
    const run = rutteTally(args, { cwd: folderOf(someDecisions) });
    expect(run.code).toBe(3);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`decisions/check-${format}.txt`));
  });

  test('has a valid document of JUnit', async () => {
    const { stdout } = await check(folderOf(someDecisions), 'decisions', '--format', 'junit');
    expect(await problemsOfJunit(new Map([['check.xml', stdout]]))).toEqual([]);
  });

  test.each([50, 80, 120])('counts on the last line, within %i columns', async (columns) => {
    const cwd = folderOf(someDecisions);
    const { stdout } = await inTerminal(['check', 'decisions'], { cwd, columns, isTTY: true, env: { NO_COLOR: '1' } });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.at(-1)).toBe('3 decisions: 1 reached, 1 open and 1 blocked');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test('is read with its subfolders when asked', async () => {
    const cwd = folderOf(someDecisions);
    expect((await check(cwd, 'decisions')).stdout).not.toContain('Move in 2025');
    expect((await check(cwd, 'decisions', '--recursive')).stdout).toContain('decisions/2025/move.yaml');
  });

  test('with one roster is answered as several are', async () => {
    const cwd = folderOf({ 'decisions/guide.yaml': someDecisions['decisions/guide.yaml'] ?? '' });
    const { code, stdout } = await check(cwd, 'decisions');
    expect(code).toBe(1);
    expect(stdout).toMatch(/\n\n1 decision: 1 open\n$/);
  });

  test('without a roster says so', async () => {
    const { code, stdout, stderr } = await check(folderOf({ 'decisions/notes.yaml': 'a: 1\n' }), 'decisions');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('there is no roster in "decisions"');
  });
});

test('one path that is a roster, or none, is answered as ever', async () => {
  const text = someDecisions['decisions/guide.yaml'] ?? '';
  const cwd = folderOf({ 'rutte-tally.yaml': text });
  for (const format of formats) {
    const [named, none] = [
      await check(cwd, 'rutte-tally.yaml', '--format', format),
      await check(cwd, '--format', format),
    ];
    expect([named.code, named.stdout.replaceAll('rutte-tally.yaml in this folder', 'rutte-tally.yaml')]).toEqual([
      1,
      none.stdout.replaceAll('rutte-tally.yaml in this folder', 'rutte-tally.yaml'),
    ]);
    expect(named.stdout).not.toContain('1 decision');
  }
  expect(await documentOf(cwd)).toMatchObject({ schema: 'rutte-tally/status/1' });
  expect(await documentOf(cwd, '.')).toMatchObject({ schema: 'rutte-tally/check/1' });
});

test('--recursive without a path is wrong usage', async () => {
  const { code, stderr } = await check(folderOf(someDecisions), '--recursive');
  expect([code, stderr]).toEqual([2, 'rutte-tally: --recursive goes with a folder; name one\n']);
});

describe('the exit code', () => {
  const pool = {
    'reached.yaml': [decision('Reached', 'bo: support'), 0],
    'open.yaml': [decision('Open', 'bo: unclear'), 1],
    'blocked.yaml': [decision('Blocked', 'bo: oppose'), 4],
    'bad.yaml': [decision('Bad', 'bo: maybe'), 3],
    'also-open.yaml': [decision('Open', 'bo: withheld, chi: abstain'), 1],
    'missing.yaml': ['', 3],
  } as const;
  const names = Object.keys(pool) as (keyof typeof pool)[];

  test('is the worst of the single ones, in every format', async () => {
    const { 'missing.yaml': _, ...files } = Object.fromEntries(names.map((name) => [name, pool[name][0]]));
    const cwd = folderOf(files);
    for (const name of names) expect((await check(cwd, name)).code).toBe(pool[name][1]);
    const chosen = fc.uniqueArray(fc.constantFrom(...names), { minLength: 2 });
    await fc.assert(
      fc.asyncProperty(chosen, async (paths) => {
        const single = paths.map((name) => pool[name][1]);
        const worst = [3, 4, 1, 0].find((code) => single.some((one) => one === code));
        for (const format of formats) {
          const { code, stdout, stderr } = await check(cwd, ...paths, '--format', format);
          expect([format, code]).toEqual([format, worst]);
          if (format === 'json') {
            expect(stderr).toBe('');
            expect(Object.keys(JSON.parse(stdout) as object)).toContain(
              single.some((one) => one !== 3) ? 'decisions' : 'files',
            );
          }
          if (format === 'junit') expect(stdout.includes('<failure')).toBe(worst !== 0);
        }
      }),
      { ...seeded, numRuns: 25 },
    );
  });
});

describe('--since', () => {
  test('compares each with its own earlier version, and takes a new file as new', async () => {
    const cwd = emptyFolder();
    const commit = (files: Readonly<Record<string, string>>): void => {
      folderOf(files, cwd);
      git(cwd, 'add', '.');
      git(cwd, 'commit', '--quiet', '-m', 'next');
    };
    git(cwd, 'init', '--quiet');
    commit({
      'd/won.yaml': decision('Won', 'bo: unclear'),
      'd/lost.yaml': decision('Lost', 'bo: support'),
      'd/same.yaml': decision('Same', 'bo: support'),
      'd/was-bad.yaml': decision('Was bad', 'bo: suport'),
    });
    commit({
      'd/won.yaml': decision('Won', 'bo: support'),
      'd/lost.yaml': decision('Lost', 'bo: oppose'),
      'd/was-bad.yaml': decision('Was bad', 'bo: support'),
      'd/new.yaml': decision('New', 'bo: support'),
      'd/new-open.yaml': decision('New and open', 'bo: unclear'),
    });
    const { code, stdout } = await check(cwd, 'd', '--since', 'HEAD~1');
    expect(code).toBe(4);
    expect(stdout).toContain(
      '\nNewly reached: New, Was bad and Won\nLost: Lost\n6 decisions: 4 reached, 1 open and 1 blocked\n',
    );
    const files = ['d/new.yaml', 'd/was-bad.yaml', 'd/won.yaml'];
    expect(await documentOf(cwd, 'd', '--since', 'HEAD~1')).toMatchObject({
      newlyReached: files,
      lost: ['d/lost.yaml'],
    });
    const { stdout: table } = await check(cwd, 'd', '--since', 'HEAD~1', '--format', 'markdown');
    expect(table).toContain('| since HEAD\\~1 |');
    expect(table).toContain('| Won | REACHED | 2 of 2 |  | newly reached, was open |');
    expect(table).toContain('| Lost | BLOCKED | 1 of 2 | bo | lost, was reached |');
    expect(table).toContain('| New and open | OPEN | 1 of 2 | bo | new |');
    expect(table).toContain('| Same | REACHED | 2 of 2 |  |  |');
  });

  test('before the first commit nothing was reached, and that is said once', async () => {
    const cwd = folderOf({ 'd/a.yaml': decision('A', 'bo: support'), 'd/b.yaml': decision('B', 'bo: support') });
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'first');
    const { code, stdout, stderr } = await check(cwd, 'd', '--since', 'HEAD~1');
    expect([code, stderr.split('\n').length]).toEqual([0, 2]);
    expect(stdout).toContain('Newly reached: A and B\n');
  });

  test('says null where nothing is compared', async () => {
    const cwd = folderOf(someDecisions);
    expect(await documentOf(cwd, 'decisions')).toMatchObject({ newlyReached: null, lost: null });
    expect(await documentOf(cwd, 'decisions', '--since', '2024-05-20')).toMatchObject({ newlyReached: [], lost: [] });
  });

  test('leaves a roster that is read at an earlier date unchanged', async () => {
    const cwd = folderOf({
      'old.yaml': decision('Old', 'bo: support').replace('2024-05-20', '2023-01-01'),
      'new.yaml': decision('New', boMoved('support')),
    });
    expect(await documentOf(cwd, 'old.yaml', 'new.yaml', '--since', '2024-05-10')).toMatchObject({
      decisions: [{ since: { asOf: '2023-01-01' }, newlyReached: false }, { newlyReached: true }],
      newlyReached: ['new.yaml'],
    });
  });

  test('refuses a roster, for there are several to compare', async () => {
    const { code, stderr } = await check(folderOf(someDecisions), 'decisions', '--since', 'decisions/venue.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('"decisions/venue.yaml" is one roster');
  });

  test('an unknown revision is an error, as for one roster, and is told once', async () => {
    const cwd = folderOf(someDecisions);
    git(cwd, 'init', '--quiet');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '--quiet', '-m', 'first');
    for (const since of ['nowhere', 'HEAD~x', '0123456789']) {
      const run = await check(cwd, 'decisions/guide.yaml', 'decisions/venue.yaml', '--since', since);
      expect(run).toMatchObject({ code: 3, stdout: '' });
      expect(run.stderr.match(/error\[/g)).toHaveLength(1);
    }
  });
});

describe('assumptions', () => {
  const files = {
    'a.yaml': decision('A', 'bo: unclear'),
    'b.yaml': decision('B', 'chi: unclear'),
    'c.yaml': decision('C', 'chi: support').replace('}', '}\ngroups: { guests: [chi] }'),
  };
  const outcomes = async (...options: readonly string[]): Promise<readonly string[]> => {
    const { decisions } = await documentOf(folderOf(files), 'a.yaml', 'b.yaml', 'c.yaml', ...options);
    return (decisions as readonly { readonly outcome: string }[]).map(({ outcome }) => outcome);
  };

  test('apply where the roster has the member, or the group', async () => {
    expect(await outcomes()).toEqual(['open', 'open', 'reached']);
    expect(await outcomes('--assume', 'bo=support')).toEqual(['reached', 'open', 'reached']);
    expect(await outcomes('--assume', 'chi=oppose')).toEqual(['open', 'blocked', 'blocked']);
    expect(await outcomes('--assume', 'guests=oppose')).toEqual(['open', 'open', 'blocked']);
    expect(await outcomes('--assume', 'all=oppose', '--assume', 'bo=support')).toEqual([
      'blocked',
      'blocked',
      'blocked',
    ]);
  });

  test('are wrong usage only if no roster has the member', async () => {
    const cwd = folderOf(files);
    expect(await check(cwd, 'a.yaml', 'b.yaml', '--assume', 'bo=support', '--assume', 'cho=support')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'rutte-tally: --assume: "cho" is not a member of any of these rosters on its date; did you mean "chi"?\n',
    });
  });

  test('of which two contradict each other are wrong usage', async () => {
    const cwd = folderOf(files);
    const { code, stderr } = await check(cwd, 'a.yaml', 'b.yaml', '--assume', 'bo=support', '--assume', 'Bo=oppose');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be both "support" and "oppose"');
  });

  test('come from a file as well, each line with its place when it is about nobody', async () => {
    const cwd = folderOf({
      ...files,
      'deal.yaml': 'bo: support\nchi: support\n',
      'bad.yaml': 'bo: support\nzed: oppose\n',
    });
    const both = ['a.yaml', 'b.yaml'] as const;
    expect((await check(cwd, ...both, '--assume-file', 'deal.yaml')).code).toBe(0);
    const { code, stdout, stderr } = await check(cwd, ...both, '--assume-file', 'bad.yaml');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('bad.yaml:2:1: error[unknown-member]: "zed" is not a member of any of these rosters');
    expect((await check(cwd, ...both, '--assume-file', 'missing.yaml')).code).toBe(3);
    const wrong = await check(folderOf({ 'x.yaml': 'bo: suport\n' }, cwd), ...both, '--assume-file', 'x.yaml');
    expect(wrong.stderr).toContain('x.yaml:1:5: error[unknown-stance]');
  });
});

test('a summary has the table first, and as much of the details as there is room for', async () => {
  const why = 'a reason '.repeat(60_000);
  const files = Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [`${name}.yaml`, decision(name, `bo: { stance: unclear, why: ${why}}`)]),
  );
  const cwd = folderOf(files);
  const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
  await inTerminal(['check', '.', '--format', 'github'], { cwd, env });
  const summary = readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8');
  expect(summary.length).toBeLessThanOrEqual(1024 * 1024);
  expect(summary).toMatch(/^### 3 decisions: 3 open\n\n\| decision \|.*\n.*\n\| a \|.*\n\| b \|.*\n\| c \|/);
  expect(summary).toMatch(/The rest is cut: a summary has room for 1 MiB\.\n$/);
});

test('titles that two rosters share are told apart in a table and in JUnit', async () => {
  const cwd = folderOf({ 'a.yaml': decision('Same', 'bo: support'), 'b.yaml': decision('Same', 'bo: unclear') });
  expect((await check(cwd, 'a.yaml', 'b.yaml', '--format', 'markdown')).stdout).toContain('| Same (b.yaml) | OPEN |');
  const { stdout } = await check(cwd, 'a.yaml', 'b.yaml', '--format', 'junit');
  const suites = [...stdout.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name);
  expect(suites).toEqual(['Same', 'Same (b.yaml)']);
  const tests = [...stdout.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(([text]) => text);
  expect(new Set(tests).size).toBe(tests.length);
});

test('the same roster named twice is one', async () => {
  const cwd = folderOf(someDecisions);
  const { stdout } = await check(cwd, 'decisions/venue.yaml', join(cwd, 'decisions', 'venue.yaml'));
  expect(stdout).toMatch(/\n1 decision: 1 reached\n$/);
});
