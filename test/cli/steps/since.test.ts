import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { git, gitEnvironment, repositoryWith } from '../../support/repository.ts';

const roster = (b: string): string =>
  `title: t\nas-of: 2024-03-01\nrule: consensus\nmembers: { A: support, B: ${b} }\n`;

const [open, reached, blocked] = [roster('unclear'), roster('support'), roster('oppose')];

function check(cwd: string, since: string, ...options: readonly string[]): Promise<Run> {
  return inPipe(['check', 'r.yaml', '--since', since, ...options], { cwd, env: gitEnvironment });
}

interface Document {
  readonly since: { readonly file: string; readonly asOf: string | null; readonly outcome: string | null };
  readonly newlyReached: boolean;
  readonly lost: boolean;
}

const documentOf = ({ stdout }: Run): Document => JSON.parse(stdout) as Document;

describe('from one version to the next', () => {
  test.each([
    [open, reached, 'newly reached since HEAD~1:r.yaml (1 Mar 2024), where it was open', true, false, 0],
    [blocked, reached, 'newly reached since HEAD~1:r.yaml (1 Mar 2024), where it was blocked', true, false, 0],
    [reached, open, 'lost since HEAD~1:r.yaml (1 Mar 2024), where it was reached', false, true, 1],
    [reached, blocked, 'lost since HEAD~1:r.yaml (1 Mar 2024), where it was reached', false, true, 4],
    [open, blocked, 'was open in HEAD~1:r.yaml (1 Mar 2024)', false, false, 4],
    [reached, reached, 'unchanged since HEAD~1:r.yaml (1 Mar 2024)', false, false, 0],
    [open, open, 'unchanged since HEAD~1:r.yaml (1 Mar 2024)', false, false, 1],
    [
      reached.replace('t\n', ': broken'),
      reached,
      'newly reached: the roster was not valid in HEAD~1:r.yaml',
      true,
      false,
      0,
    ],
    [blocked.replace('oppose', 'opose'), open, 'new: the roster was not valid in HEAD~1:r.yaml', false, false, 1],
  ])('%#: in every format, with the exit code of check', async (before, after, sentence, newlyReached, lost, code) => {
    const cwd = repositoryWith('r.yaml', [before, after]);
    const as = (format: string): Promise<Run> =>
      inTerminal(['check', 'r.yaml', '--since', 'HEAD~1:r.yaml', '--format', format], { cwd, env: gitEnvironment });
    const inJson = await as('json');
    expect(documentOf(inJson)).toMatchObject({ newlyReached, lost, since: { file: 'HEAD~1:r.yaml' } });
    expect(inJson.code).toBe(code);
    for (const format of ['table', 'markdown', 'csv', 'github', 'junit']) {
      const run = await as(format);
      expect([format, run.code]).toEqual([format, code]);
      const told = format === 'csv' ? run.stderr : run.stdout.replaceAll('\\~', '~');
      expect([format, told]).toEqual([format, expect.stringContaining(sentence)]);
    }
  });
});

test('nothing is said of it unless it is asked for', async () => {
  const cwd = repositoryWith('r.yaml', [open]);
  const run = await inPipe(['check', 'r.yaml', '--format', 'json'], { cwd });
  expect(documentOf(run)).toMatchObject({ since: null, newlyReached: null, lost: null });
  expect((await inPipe(['check', 'r.yaml'], { cwd })).stdout.split('\n')).toHaveLength(4);
});

describe('the date of the earlier snapshot', () => {
  const dated = 'title: t\nrule: consensus\nmembers: { A: { stance: support, date: 2024-06-01 } }\n';

  test.each([
    ['its own', 'r.yaml', 'r.yaml@2024-05-31', [], '2024-05-31', true],
    ['its own, whatever --as-of says', 'r.yaml', 'r.yaml@2024-05-31', ['--as-of', '2024-07-01'], '2024-05-31', true],
    ['else that of --as-of', 'r.yaml', 'HEAD:r.yaml', ['--as-of', '2024-07-01'], '2024-07-01', false],
    ['else that of the other', 'r.yaml@2024-07-01', 'HEAD:r.yaml', [], '2024-07-01', false],
  ])('is %s', async (_, now, since, options, asOf, newlyReached) => {
    const cwd = repositoryWith('r.yaml', [dated]);
    const run = await inPipe(['check', now, '--since', since, '--format', 'json', ...options], {
      cwd,
      env: gitEnvironment,
    });
    expect(documentOf(run)).toMatchObject({ since: { asOf }, newlyReached });
  });
});

describe('in terms of the roster itself', () => {
  const dated =
    'title: t\nrule: consensus\nmembers: { A: { positions: [{ date: 2025-12-01, stance: oppose }, { date: 2025-12-28, stance: support }] } }\n';

  test.each([
    ['7d', '2025-12-25', 'blocked', true],
    ['yesterday', '2025-12-31', 'reached', false],
    ['2025-12-25', '2025-12-25', 'blocked', true],
    ['2025-11', '2025-11-30', 'open', true],
    ['@1w', '2025-12-25', 'blocked', true],
  ])('since %s is since that day', async (since, asOf, outcome, newlyReached) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), dated);
    const run = await check(cwd, since, '--format', 'json');
    expect(documentOf(run)).toMatchObject({ since: { file: 'r.yaml', asOf, outcome }, newlyReached });
    const piped = await inPipe(['check', '-', '--since', since, '--format', 'json'], { cwd, input: dated });
    expect(documentOf(piped)).toMatchObject({ since: { file: '<stdin>', asOf, outcome }, newlyReached });
  });

  test.each(['HEAD~1', 'HEAD^', 'v1', '@~1'])('since %s is since that version of it', async (since) => {
    const cwd = repositoryWith('r.yaml', [open, reached]);
    git(cwd, 'tag', 'v1', 'HEAD~1');
    const run = await check(cwd, since, '--format', 'json');
    expect(documentOf(run)).toMatchObject({ since: { file: `${since}:r.yaml`, outcome: 'open' }, newlyReached: true });
  });

  test('a version before the first commit reached nothing', async () => {
    const run = await check(repositoryWith('r.yaml', [reached]), 'HEAD~1');
    expect(run.stderr).toBe(
      'rutte-tally: "HEAD~1" comes before the first commit; the earlier outcome counts as not reached\n',
    );
    expect(run.stdout).toContain('newly reached: there was no roster in HEAD~1:r.yaml');
  });

  test('a file is that file, whatever its name', async () => {
    const cwd = repositoryWith('r.yaml', [reached, reached]);
    for (const name of ['7d', 'HEAD~1']) {
      writeFileSync(join(cwd, name), open);
      expect(documentOf(await check(cwd, name, '--format', 'json'))).toMatchObject({
        since: { file: name, outcome: 'open' },
      });
    }
  });

  test('a later date than that of the roster is a mistake, and says what to do', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), reached);
    const run = await check(cwd, '7d');
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'rutte-tally: --since: 2025-12-25 is later than 2024-03-01, at which "r.yaml" is read; name an earlier date, or add --as-of today\n',
    });
    expect((await check(cwd, '7d', '--as-of', 'today')).code).toBe(0);
  });
});

test('assumptions are about the later one, and --on-record about both', async () => {
  const cwd = repositoryWith('r.yaml', [open]);
  const assumed = await check(cwd, 'HEAD:r.yaml', '--assume', 'B=support', '--format', 'json');
  expect(documentOf(assumed)).toMatchObject({ since: { outcome: 'open' }, newlyReached: true });
  writeFileSync(join(cwd, 'reported.yaml'), roster('{ stance: support, basis: reported }'));
  expect(documentOf(await check(cwd, 'reported.yaml', '--format', 'json'))).toMatchObject({
    since: { outcome: 'reached' },
  });
  const onRecord = await check(cwd, 'reported.yaml', '--on-record', '--format', 'json');
  expect(documentOf(onRecord)).toMatchObject({ since: { outcome: 'open' } });
});

describe('where there was nothing before', () => {
  const remarked = (run: Run): string => run.stderr.split('\n')[0] ?? '';

  test.each([
    ['HEAD~1:r.yaml', 'rutte-tally: "HEAD~1" comes before the first commit; the earlier outcome counts as not reached'],
    ['HEAD^:r.yaml', 'rutte-tally: "HEAD^" comes before the first commit; the earlier outcome counts as not reached'],
    [
      `${'0'.repeat(40)}:r.yaml`,
      'rutte-tally: a revision of zeros does not exist; the earlier outcome counts as not reached',
    ],
  ])('%s of a first commit', async (since, remark) => {
    const cwd = repositoryWith('r.yaml', [reached]);
    const run = await check(cwd, since);
    expect(run.stdout.replace(/\s+/g, ' ')).toContain(`newly reached: there was no roster in ${since}`);
    expect([run.code, remarked(run)]).toEqual([0, remark]);
    expect(documentOf(await check(cwd, since, '--format', 'json'))).toMatchObject({
      since: { asOf: null, outcome: null },
      newlyReached: true,
      lost: false,
    });
  });

  test('a commit before the file, also where the working copy has it in a folder', async () => {
    const cwd = repositoryWith('other.txt', ['x']);
    writeFileSync(join(cwd, 'r.yaml'), open);
    const run = await check(cwd, 'HEAD:r.yaml');
    expect(run.stdout).toContain('new: there was no roster in HEAD:r.yaml');
    expect(remarked(run)).toBe(
      'rutte-tally: there is no file "r.yaml" in the revision "HEAD"; the earlier outcome counts as not reached',
    );
  });

  test.skipIf(process.platform === 'win32')('a name of the file that moves a cursor is written out', async () => {
    const cwd = repositoryWith('\u001b[2J.yaml', ['title: t\n', reached]);
    const run = await inPipe(['check', '\u001b[2J.yaml', '--since', 'HEAD~1:\u001b[2J.yaml'], {
      cwd,
      env: gitEnvironment,
    });
    expect([run.code, remarked(run)]).toEqual([
      0,
      'rutte-tally: HEAD~1:\\u{1b}[2J.yaml is not a valid roster; the earlier outcome counts as not reached',
    ]);
  });

  test('a file that is gone by now was there', async () => {
    const cwd = repositoryWith('old.yaml', [reached]);
    git(cwd, 'mv', 'old.yaml', 'r.yaml');
    git(cwd, 'commit', '--quiet', '-m', 'moved');
    expect(documentOf(await check(cwd, 'HEAD~1:old.yaml', '--format', 'json'))).toMatchObject({ newlyReached: false });
  });
});

describe('what may be a mistake is told as one', () => {
  const problemOf = (run: Run): string => {
    expect(run.code).toBe(3);
    return run.stderr.split('\n').slice(0, 2).join('\n').trim();
  };

  test.each([
    ['a name that no revision has', 'HAED~1:r.yaml', '"HAED~1" is not a revision of this repository'],
    ['a parent of what is no merge', 'HEAD^2:r.yaml', '"HEAD^2" is not a revision of this repository'],
    ['a file that is nowhere', 'HEAD:r.yml', 'there is no file "r.yml" in the revision "HEAD"'],
    ['a folder', 'HEAD:.', '"." is a folder there'],
    ['an option', '--all:r.yaml', '"--all" is not a revision'],
    ['a file that is not there', 'missing.yaml', 'there is no such file'],
  ])('%s', async (_, since, message) => {
    expect(problemOf(await check(repositoryWith('r.yaml', [reached, reached]), since))).toContain(message);
  });

  test('a clone without its history says how to get it', async () => {
    const whole = repositoryWith('r.yaml', [open, reached]);
    const shallow = join(emptyFolder(), 'clone');
    git(whole, 'clone', '--quiet', '--depth', '1', `file://${whole}`, shallow);
    const run = await check(shallow, 'HEAD~1:r.yaml');
    expect(problemOf(run)).toContain('"HEAD~1" is not a revision of this repository');
    expect(run.stderr).toContain('fetch more of the history (actions/checkout: fetch-depth: 0)');
  });

  test('a roster in the working copy that is none, together with all else', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), roster('suport'));
    writeFileSync(join(cwd, 'old.yaml'), roster('opose'));
    const run = await check(cwd, 'old.yaml', '--format', 'json');
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ files: [{ file: 'r.yaml' }, { file: 'old.yaml' }] });
  });

  test.each([
    ['standard input twice', ['check', '-', '--since', '-'], 'stream-twice'],
    ['standard input twice, as assumptions', ['check', 'r.yaml', '--since', '-', '--assume-file', '-'], 'stream-twice'],
    ['a date that is none', ['check', '-', '--since', 'r.yaml@2024-13-01'], 'invalid-date'],
  ])('%s is wrong usage', async (_, args, code) => {
    const run = await inPipe([...args, '--format', 'json'], { cwd: emptyFolder(), input: open });
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ code });
  });
});
