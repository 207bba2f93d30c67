import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run } from '../../support/bin.ts';
import { inPipe } from '../../support/host.ts';
import { git, gitEnvironment, needGit, repositoryWith } from '../../support/repository.ts';

/** A roster about one matter, with a member that came to support it on 1 February 2024. */
const roster = (title: string): string =>
  `title: ${title}\nas-of: 2024-03-01\nrule: consensus\nmembers: { A: support, B: { stance: support, date: 2024-02-01 } }\n`;

function titleIn({ stdout }: Run): string | undefined {
  return (JSON.parse(stdout) as { title?: string }).title;
}

function status(designator: string, cwd: string, env: Readonly<Record<string, string>> = gitEnvironment): Promise<Run> {
  return inPipe(['status', '--format', 'json', '--', designator], { cwd, env, input: roster('streamed') });
}

function problemOf(run: Run): string | undefined {
  expect(run).toMatchObject({ code: 3, stderr: '' });
  const { files } = JSON.parse(run.stdout) as { files: { diagnostics: { code: string; message: string }[] }[] };
  return files[0]?.diagnostics.map(({ code, message }) => `${code}: ${message}`).join();
}

describe('a date behind @', () => {
  const cwd = (): string => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'r.yaml'), roster('dated'));
    return folder;
  };

  test.each([
    ['r.yaml', '2024-03-01', 'reached'],
    ['r.yaml@2024-01-31', '2024-01-31', 'open'],
    ['r.yaml@2024-02', '2024-02-29', 'reached'],
    ['r.yaml@2024-01-31T23:00:00-02:00', '2024-01-31T23:00:00-02:00', 'reached'],
    ['-@2024-01-31', '2024-01-31', 'open'],
    ['r.yaml@today', '2026-01-01', 'reached'],
    ['r.yaml@Yesterday', '2025-12-31', 'reached'],
    ['-@2w', '2025-12-18', 'reached'],
    ['nato-2024@700d', '2024-02-01', 'open'],
  ])('%s is read at %s', async (designator, asOf, outcome) => {
    expect(JSON.parse((await status(designator, cwd())).stdout)).toMatchObject({ asOf, outcome });
  });

  test.each(['r.yaml@2024-02-30', 'r.yaml@7days', '@soon', 'r.yaml@', '-@soon', 'missing.yaml@2024-13-01'])(
    '%s is wrong usage, and not a file',
    async (designator) => {
      const run = await status(designator, cwd());
      expect(run.code).toBe(2);
      expect(JSON.parse(run.stdout)).toMatchObject({ code: 'invalid-date' });
    },
  );

  test('and --as-of are one date too many', async () => {
    const run = await inPipe(['check', 'r.yaml@2024-01-31', '--as-of', '2024-02-01'], { cwd: cwd() });
    expect(run.code).toBe(2);
    expect(run.stderr).toBe('rutte-tally: "r.yaml" has two dates: 2024-01-31 after @, and 2024-02-01 from --as-of\n');
  });
});

test.each([
  ...['x@y.yaml', 'a:b.yaml', 'r.yaml@2024-01-01', 'HEAD:r.yaml', '@2024-01-01', 'nato-2024'],
  ...['HEAD', 'HEAD~1', 'main', '@', '@7d', 'deadbeef'],
])('a file named %s is that file', async (name) => {
  const folder = repositoryWith('r.yaml', [roster('committed')]);
  writeFileSync(join(folder, name), roster('whole name'));
  expect(titleIn(await status(name, folder))).toBe('whole name');
});

test.each(['x@y.yaml', 'nobody@example.org', 'sub@/r.yaml'])('%s that is no file is a missing file', async (name) => {
  expect(problemOf(await status(name, emptyFolder()))).toBe('unreadable-file: cannot be read: there is no such file');
});

describe('the roster at hand', () => {
  const folder = (): string => {
    const versions = [roster('first'), roster('second'), roster('third')];
    const cwd = repositoryWith('rutte-tally.yaml', versions);
    git(cwd, 'tag', 'v1', 'HEAD~2');
    git(cwd, 'branch', 'feature/x', 'HEAD~1');
    writeFileSync(join(cwd, 'rutte-tally.yaml'), roster('working copy'));
    return cwd;
  };

  test.each([
    ['@2024-01-31', 'working copy', '2024-01-31'],
    ['@2024-02', 'working copy', '2024-02-29'],
    ['@today', 'working copy', '2026-01-01'],
    ['@1w', 'working copy', '2025-12-25'],
    ['HEAD', 'third', '2024-03-01'],
    ['@', 'third', '2024-03-01'],
    ['HEAD~1', 'second', '2024-03-01'],
    ['@~1', 'second', '2024-03-01'],
    ['HEAD^^', 'first', '2024-03-01'],
    ['main@{0}', 'third', '2024-03-01'],
    ['main', 'third', '2024-03-01'],
    ['v1', 'first', '2024-03-01'],
    ['feature/x', 'second', '2024-03-01'],
    ['HEAD~1@2024-01-31', 'second', '2024-01-31'],
    ['v1@yesterday', 'first', '2025-12-31'],
  ])('is meant by %s', async (designator, title, asOf) => {
    const run = await status(designator, folder());
    expect(JSON.parse(run.stdout)).toMatchObject({ title, asOf });
  });

  test('is named in full', async () => {
    const cwd = folder();
    const from = async (word: string): Promise<string | undefined> =>
      /^From +(.*)$/m.exec((await inPipe(['status', word], { cwd, env: gitEnvironment })).stdout)?.[1];
    expect(await from('@2024-01-31')).toBe('rutte-tally.yaml in this folder');
    expect(await from('HEAD~1')).toBe('HEAD~1:rutte-tally.yaml');
  });

  test('is in the folder, wherever that lies in the repository, and behind a link', async () => {
    const cwd = folder();
    const sub = join(cwd, 'sub');
    mkdirSync(sub);
    symlinkSync('../rutte-tally.yaml', join(sub, 'rutte-tally.yaml'));
    expect(titleIn(await status('HEAD~2', sub))).toBe('first');
  });

  test('is the bundled example at a date for those who look, and has no revisions then', async () => {
    const cwd = repositoryWith('other.txt', ['x']);
    expect(JSON.parse((await status('@2024-06-20', cwd)).stdout)).toMatchObject({ asOf: '2024-06-20', body: 'NATO' });
    expect(problemOf(await status('HEAD', cwd))).toBe('no-roster: there is no roster in this folder');
    const check = await inPipe(['check', '@2024-06-20', '--format', 'json'], { cwd });
    expect(problemOf(check)).toBe('no-roster: there is no roster in this folder');
  });

  test.each([
    ['nothing', 'no file, bundled roster or revision has that name; write a date with @, as in @2024-02-21 or @7d'],
    ['7d', 'for a date, write @7d'],
    ['2024-02-21', 'for a date, write @2024-02-21'],
  ])('is not meant by %s, and what to write is said', async (word, hint) => {
    for (const env of [gitEnvironment, {}]) {
      const { stdout } = await status(word, folder(), env);
      const { diagnostics } = JSON.parse(stdout).files[0];
      expect(diagnostics).toMatchObject([
        { code: 'unreadable-file', message: 'cannot be read: there is no such file', hint },
      ]);
    }
  });
});

test('a bundled roster has a name', async () => {
  const run = await status('nato-2024@2024-06-20', emptyFolder());
  expect(JSON.parse(run.stdout)).toMatchObject({ title: 'Mark Rutte for NATO secretary general', asOf: '2024-06-20' });
});

describe('out of git', () => {
  const versions = [roster('first'), roster('second'), roster('third')];

  test.each([
    ['HEAD:r.yaml', 'third'],
    ['HEAD~2:r.yaml', 'first'],
    ['main:./r.yaml', 'third'],
    ['main^:r.yaml', 'second'],
    ['v1:r.yaml', 'first'],
    ['HEAD^{/version 2}:r.yaml', 'second'],
    ['main@{0}:r.yaml', 'third'],
    [':/version 1:r.yaml', undefined],
    [':r.yaml', 'staged'],
    ['HEAD:r.yaml@2024-01-31', 'third'],
  ])('%s is the %s version', async (designator, title) => {
    const folder = repositoryWith('r.yaml', versions);
    git(folder, 'tag', 'v1', 'HEAD~2');
    writeFileSync(join(folder, 'r.yaml'), roster('staged'));
    git(folder, 'add', 'r.yaml');
    writeFileSync(join(folder, 'r.yaml'), roster('working copy'));
    const run = await status(designator, folder);
    if (title === undefined) expect(run.code).toBe(3);
    else expect(titleIn(run)).toBe(title);
  });

  test('a path is relative to the current folder, else to the root of the repository', async () => {
    const folder = repositoryWith('r.yaml', [roster('root')]);
    const sub = join(folder, 'sub');
    mkdirSync(sub);
    expect(titleIn(await status('HEAD:r.yaml', sub))).toBe('root');
    expect(titleIn(await status('HEAD:../r.yaml', sub))).toBe('root');
    expect(titleIn(await status(`HEAD:${join(folder, 'r.yaml')}`, sub))).toBe('root');
    writeFileSync(join(sub, 'r.yaml'), roster('sub'));
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'sub');
    expect(titleIn(await status('HEAD:r.yaml', sub))).toBe('sub');
    expect(titleIn(await status('HEAD:sub/r.yaml', sub))).toBe('sub');
  });

  test('the exit code is that of the version', async () => {
    const folder = repositoryWith('r.yaml', [roster('committed')]);
    writeFileSync(join(folder, 'r.yaml'), roster('now').replace('A: support', 'A: oppose'));
    expect((await inPipe(['check', 'r.yaml'], { cwd: folder, env: gitEnvironment })).code).toBe(4);
    expect((await inPipe(['check', 'HEAD:r.yaml'], { cwd: folder, env: gitEnvironment })).code).toBe(0);
    expect((await inPipe(['check', 'HEAD:r.yaml@2024-01-01'], { cwd: folder, env: gitEnvironment })).code).toBe(1);
  });

  test.each([
    ['NOPE:r.yaml', '"NOPE" is not a revision of this repository'],
    ['HEAD~9:r.yaml', '"HEAD~9" is not a revision of this repository'],
    ['--output=x:r.yaml', '"--output=x" is not a revision'],
    ['-p:r.yaml', '"-p" is not a revision'],
    ['HEAD;touch x:r.yaml', '"HEAD;touch x" is not a revision of this repository'],
    ['$(touch x):r.yaml', '"$(touch x)" is not a revision of this repository'],
    ['HEAD:missing.yaml', 'there is no file "missing.yaml" in the revision "HEAD"'],
    [':missing.yaml', 'there is no file "missing.yaml" in the index'],
    ['HEAD:../r.yaml', 'there is no file "../r.yaml" in the revision "HEAD"'],
    ['HEAD:sub', '"sub" is a folder there, and a roster is a file'],
  ])('%s does nothing but fail', async (designator, problem) => {
    const folder = repositoryWith('r.yaml', [roster('committed')]);
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub', 's.yaml'), roster('sub'));
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'sub');
    expect(problemOf(await status(designator, folder))).toBe(`unreadable-file: cannot be read: ${problem}`);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('an option in the place of a snapshot is an unknown option', async () => {
    const folder = repositoryWith('r.yaml', [roster('committed')]);
    expect((await inPipe(['status', '--output=x:r.yaml'], { cwd: folder, env: gitEnvironment })).code).toBe(2);
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('a folder without a repository, and a machine without git, are told so', async () => {
    needGit();
    expect(problemOf(await status('HEAD:r.yaml', emptyFolder()))).toBe(
      'unreadable-file: cannot be read: this folder is not in a git repository',
    );
    const folder = repositoryWith('r.yaml', [roster('committed')]);
    expect(problemOf(await status('HEAD:r.yaml', folder, { PATH: folder }))).toBe(
      'unreadable-file: cannot be read: git did not run',
    );
  });

  test("the user's pager, hooks, aliases and filters are left alone", async () => {
    const folder = repositoryWith('r.yaml', [roster('committed')]);
    const marker = join(folder, '.git', 'ran');
    const script = join(folder, '.git', 'script');
    writeFileSync(script, `#!/bin/sh\ntouch '${marker}'\n`, { mode: 0o755 });
    writeFileSync(join(folder, '.git', 'info', 'attributes'), '*.yaml diff=loud filter=loud\n');
    for (const [key, value] of Object.entries({
      'core.pager': script,
      'core.fsmonitor': script,
      'alias.cat-file': `!${script}`,
      'diff.loud.textconv': script,
      'filter.loud.smudge': script,
      'color.ui': 'always',
    }))
      git(folder, 'config', key, value);
    const run = await status('HEAD:r.yaml', folder, { ...gitEnvironment, GIT_PAGER: script, PAGER: script });
    expect(titleIn(run)).toBe('committed');
    expect(() => symlinkSync('nowhere', marker)).not.toThrow();
  });
});
