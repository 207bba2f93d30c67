import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run } from '../../../support/bin.ts';
import { decision, folderOf } from '../../../support/decisions.ts';
import { inPipe, inTerminal } from '../../../support/host.ts';
import { gitEnvironment, needGit, repositoryWith } from '../../../support/repository.ts';

const guide = decision('Adopt the style guide', 'bo: { stance: withheld, date: 2024-05-13, why: no examples }');
const broken = decision('Break it', 'bo: suport');

const folder = (): string => folderOf({ 'guide.yaml': guide, 'broken.yaml': broken });
const report = (words: readonly string[], cwd: string, input = ''): Promise<Run> =>
  inPipe(['report', ...words], { cwd, input, env: gitEnvironment });
const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), 'utf8');

interface Document {
  readonly [key: string]: unknown;
}

/** What a page begins with: its data block. */
const dataOf = (html: string): Document =>
  JSON.parse(/id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as Document;

describe('the file', () => {
  test('is named after the roster, in the current folder, and the answer has its size and the verdict', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await report(['guide.yaml'], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^wrote guide\.html \(\d+ kB\): OPEN, consensus of 2: 1 in support, 1 to go\n$/);
    const bytes = Buffer.byteLength(read(cwd, 'guide.html'));
    expect(stdout).toContain(`(${Math.round(bytes / 1000)} kB)`);
    expect(read(cwd, 'guide.html')).toMatch(/^<!doctype html>.*<title>Adopt the style guide<\/title>/s);
  });

  test.each([
    ['sub/guide.yml', 'guide.html'],
    ['guide.json', 'guide.html'],
    ['guide', 'guide.html'],
    ['.yaml', '.yaml.html'],
    ['a.b.yaml', 'a.b.html'],
  ])('for %s it is %s', async (roster, file) => {
    const cwd = folderOf({ [roster]: guide });
    expect(await report([`./${roster}`], cwd)).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, file))).toBe(true);
  });

  test('names the roster of the folder without the folder, which its readers do not have', async () => {
    const cwd = folderOf({ 'rutte-tally.yaml': guide });
    expect(await report([], cwd)).toMatchObject({ code: 0 });
    expect(dataOf(read(cwd, 'rutte-tally.html'))).toMatchObject({ origin: 'rutte-tally.yaml' });
  });

  test('is report.html for standard input', async () => {
    const cwd = emptyFolder();
    expect(await report(['-'], cwd, guide)).toMatchObject({ code: 0 });
    expect(readdirSync(cwd)).toEqual(['report.html']);
  });

  test('is report.html for a version out of git', async () => {
    needGit();
    const cwd = repositoryWith('guide.yaml', [guide]);
    expect(await report(['HEAD:guide.yaml'], cwd)).toMatchObject({ code: 0 });
    expect(existsSync(join(cwd, 'report.html'))).toBe(true);
  });

  test('is the one that --output names', async () => {
    const cwd = folder();
    expect((await report(['guide.yaml', '--output', 'a page.html'], cwd)).stdout).toMatch(/^wrote a page\.html \(/);
    expect(existsSync(join(cwd, 'a page.html'))).toBe(true);
    expect(existsSync(join(cwd, 'guide.html'))).toBe(false);
  });

  test('goes to standard output with -, and nothing is written', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await report(['guide.yaml', '--output', '-'], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect(readdirSync(cwd)).toEqual(['broken.yaml', 'guide.yaml']);
  });

  test('that exists is left as it is, and replaced with --force', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'guide.html'), 'mine');
    const refused = await report(['guide.yaml'], cwd);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toBe('rutte-tally: "guide.html" already exists; use --force to replace it\n');
    expect(read(cwd, 'guide.html')).toBe('mine');
    const { stdout } = await report(['guide.yaml', '--format', 'json'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code: 'file-exists' });
    expect(await report(['guide.yaml', '--force'], cwd)).toMatchObject({ code: 0 });
    expect(read(cwd, 'guide.html')).toContain('Adopt the style guide');
  });

  test('that is a link stays one, and the file that it leads to is replaced', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'there.html'), 'mine');
    symlinkSync('there.html', join(cwd, 'guide.html'));
    expect(await report(['guide.yaml', '--force'], cwd)).toMatchObject({ code: 0 });
    expect(lstatSync(join(cwd, 'guide.html')).isSymbolicLink()).toBe(true);
    expect(read(cwd, 'there.html')).toContain('Adopt the style guide');
  });

  test.each([
    ['.', 'this is a folder'],
    ['missing/page.html', 'there is no such folder'],
    ['guide.yaml/page.html', 'there is no such folder'],
    ['', 'this is a folder'],
  ])('cannot be %j', async (file, reason) => {
    const cwd = folder();
    const { code, stderr } = await report(['guide.yaml', '--output', file, '--force'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(`${JSON.stringify(file)} cannot be written: ${reason}`);
    expect(readdirSync(cwd)).toEqual(['broken.yaml', 'guide.yaml']);
  });

  test('never replaces the roster that it is about', async () => {
    const cwd = folder();
    symlinkSync('guide.yaml', join(cwd, 'link.html'));
    for (const words of [
      ['guide.yaml', '--output', 'guide.yaml'],
      ['guide.yaml', '--output', 'link.html'],
      ['guide.yaml', '.', '--output', './guide.yaml'],
    ]) {
      const { code, stderr } = await report([...words, '--force'], cwd);
      expect(code).toBe(2);
      expect(stderr).toContain('it is the roster that the report is about');
      expect(read(cwd, 'guide.yaml')).toBe(guide);
    }
  });

  test('is the same from the same, whenever it is made', async () => {
    const cwd = folder();
    const made = async (today: string): Promise<string> =>
      (await inTerminal(['report', 'guide.yaml', '--output', '-'], { cwd, today })).stdout;
    expect(await made('2024-06-01')).toBe(await made('2025-06-01'));
  });

  test('is the same in a workflow, also where a roster says what the runner would do', async () => {
    const text = guide.replace('Adopt', '"##[error] adopt').replace('guide', 'guide"');
    const cwd = folderOf({ 'r.yaml': text.replace('no examples', '"##[error]x\\n::error::x"') });
    const words = ['report', 'r.yaml', '--output', '-'];
    const { stdout } = await inPipe(words, { cwd });
    expect(await inPipe(words, { cwd, env: { GITHUB_ACTIONS: 'true' } })).toMatchObject({ code: 0, stdout });
    expect(stdout).not.toMatch(/##\[|^\s*::/m);
    expect(dataOf(stdout)).toMatchObject({ roster: { title: '##[error] adopt the style guide' } });
  });

  test('is linked in terminals that show links', async () => {
    const cwd = folder();
    const env = { FORCE_HYPERLINK: '1' };
    const { stdout } = await inTerminal(['report', 'guide.yaml'], { cwd, env, isTTY: true });
    expect(stdout).toContain(`\u001b]8;;file://${cwd}/guide.html\u001b\\guide.html\u001b]8;;\u001b\\`);
  });
});

describe('the page', () => {
  test.each([
    [['--as-of', '2024-05-01'], { at: { text: '2024-05-01', day: '2024-05-01' } }],
    [['--assume', 'bo=support'], { ifs: { bo: 'support' } }],
    [['--on-record'], { onRecord: true }],
    [[], { ifs: {}, onRecord: false, designator: 'guide.yaml', origin: 'guide.yaml' }],
  ])('begins with what %j asks', async (words, begins) => {
    const { stdout } = await report(['guide.yaml', '--output', '-', ...words], folder());
    expect(dataOf(stdout)).toMatchObject(begins);
  });

  test('begins with the date of its word', async () => {
    const { stdout } = await report(['guide.yaml@2024-05-02', '--output', '-'], folder());
    expect(dataOf(stdout)).toMatchObject({ at: { text: '2024-05-02' }, designator: 'guide.yaml' });
  });

  test('names a bundled roster as a terminal does', async () => {
    const { stdout } = await report(['nato-2024', '--output', '-'], emptyFolder());
    expect(dataOf(stdout)).toMatchObject({ designator: 'nato-2024', origin: 'nato-2024.yaml, a bundled roster' });
  });

  test('says what the answer assumes', async () => {
    const { stdout } = await report(['guide.yaml', '--assume', 'bo=support'], folder());
    expect(stdout).toMatch(/\): REACHED, assuming bo = support, consensus/);
  });

  test('of the bundled example is told in the first line, as a remark where it goes to standard output', async () => {
    const example = 'Bundled example: no rutte-tally.yaml here; begin one with rutte-tally init\n';
    const written = await report([], emptyFolder());
    expect(written.stdout.startsWith(`${example}wrote nato-2024.html (`)).toBe(true);
    const printed = await report(['--output', '-'], emptyFolder());
    expect(printed).toMatchObject({ code: 0, stderr: `rutte-tally: ${example}` });
    expect(printed.stdout.startsWith('<!doctype html>')).toBe(true);
  });
});

describe('as JSON', () => {
  test('it says what was written', async () => {
    const cwd = folder();
    const { stdout } = await report(['guide.yaml', '--format', 'json'], cwd);
    expect(JSON.parse(stdout)).toEqual({
      schema: 'rutte-tally/report/1',
      file: 'guide.html',
      bytes: Buffer.byteLength(read(cwd, 'guide.html')),
      asOf: '2024-05-20',
      outcome: 'open',
      decisions: [
        { file: 'guide.yaml', title: 'Adopt the style guide', asOf: '2024-05-20', assumed: {}, outcome: 'open' },
      ],
      passedOver: 0,
      problems: [],
    });
  });

  test('it is one document also on standard output, with the page in it', async () => {
    const { stdout } = await report(['guide.yaml', '--output', '-', '--format', 'json'], folder());
    const { file, text, bytes } = JSON.parse(stdout);
    expect(file).toBe('-');
    expect(text).toMatch(/^<!doctype html>/);
    expect(bytes).toBe(Buffer.byteLength(text));
  });
});

test('a bad roster is told, and nothing is written', async () => {
  const cwd = folder();
  const { code, stdout, stderr } = await report(['broken.yaml'], cwd);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toContain('error[unknown-stance]');
  expect(readdirSync(cwd)).toEqual(['broken.yaml', 'guide.yaml']);
  const json = await report(['broken.yaml', '--format', 'json'], cwd);
  expect([json.code, JSON.parse(json.stdout).schema]).toEqual([3, 'rutte-tally/diagnostics/1']);
});

test('--recursive goes with a folder', async () => {
  expect(await report(['--recursive'], folder())).toMatchObject({ code: 2, stdout: '' });
});

test('a folder in the place of the file is never removed', async () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'guide.html'));
  expect(await report(['guide.yaml', '--force'], cwd)).toMatchObject({ code: 2 });
  expect(lstatSync(join(cwd, 'guide.html')).isDirectory()).toBe(true);
});
