import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run, repository, transcript } from '../../support/bin.ts';
import { folderOf, someDecisions } from '../../support/decisions.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const fixtures = join(repository, 'test', 'fixtures');
const named = (folder: string): string[] =>
  readdirSync(join(fixtures, folder)).filter((name) => name.endsWith('.yaml'));

describe.each(['err', 'expect', 'advice'] as const)('the fixtures of %s', (folder) => {
  test.each(named(folder))('%s', async (name) => {
    const args = ['validate', `${folder}/${name}`];
    const run = await inTerminal(args, { cwd: fixtures, today: '2026-01-01' });
    expect(run.code).toBe(folder === 'advice' ? 0 : 3);
    expect(run.stderr).toBe('');
    const golden = goldenFile(`${folder}/${name.replace('.yaml', '.txt')}`);
    await expect(transcript(args, run)).toMatchFileSnapshot(golden);
  });
});

test.each(named('ok'))('ok/%s is valid, and status and check read it', async (name) => {
  const file = join(fixtures, 'ok', name);
  expect(await inTerminal(['validate', file])).toMatchObject({ code: 0 });
  expect(await inTerminal(['status', file])).toMatchObject({ code: 0, stderr: '' });
  expect([0, 1, 4]).toContain((await inTerminal(['check', file])).code);
});

/** What validate says about these bytes, written to a file. */
function validated(bytes: string | Uint8Array): Promise<Run> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), bytes);
  return inPipe(['validate', 'r.yaml'], { cwd });
}

describe('a file that is not UTF-8', () => {
  test('is told where it goes wrong', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('title: é\nbody: '), 0xe9, 0x74, 0xe9, 0x0a]);
    const { code, stdout } = await validated(bytes);
    expect(code).toBe(3);
    expect(stdout).toContain('r.yaml:2:7: error[not-utf-8]: the byte 0xe9 is not UTF-8\n');
  });

  test('is told that it is UTF-16', async () => {
    const { code, stdout } = await validated(new Uint8Array([0xff, 0xfe, 0x74, 0x00]));
    expect(code).toBe(3);
    expect(stdout).toContain('error[not-utf-8]: the file is UTF-16, not UTF-8\n');
  });

  test('may be cut off inside a character', async () => {
    const { stdout } = await validated(new Uint8Array([...new TextEncoder().encode('title: '), 0xe2, 0x82]));
    expect(stdout).toContain('r.yaml:1:8: error[not-utf-8]: the byte 0xe2 is not UTF-8\n');
  });
});

describe('a folder', () => {
  const valid = 'title: t\nrule: consensus\nmembers: { A: support }\n';

  function folderWith(files: Readonly<Record<string, string>>): string {
    const cwd = emptyFolder();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(cwd, name, '..'), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    return cwd;
  }

  const folder = (): string =>
    folderWith({
      'a.yaml': valid,
      'b.yml': valid.replace('support', 'suport'),
      'c.json': '{ "members": { "A": "support" }, "title": ',
      'package.json': '{ "name": "a" }',
      'notes.txt': 'members: none',
      'deeper/d.yaml': valid.replace('rule', 'rul'),
    });

  const filesIn = (stdout: string): string[] =>
    JSON.parse(stdout).files.map(({ file, ok }: { file: string; ok: boolean }) => `${file} ${ok}`);

  test('is every roster in it, with those that are broken, and what is none is passed over', async () => {
    const { code, stdout, stderr } = await inPipe(['validate', '.', '--format', 'json'], { cwd: folder() });
    expect(code).toBe(3);
    expect(filesIn(stdout)).toEqual(['a.yaml true', 'b.yml false', 'c.json false']);
    expect(stderr).toBe('rutte-tally: passed over 1 file that is not a roster\n');
  });

  test('is read with its subfolders when asked', async () => {
    const { stdout } = await inPipe(['validate', '.', '--recursive', '--format', 'json'], { cwd: folder() });
    expect(filesIn(stdout)).toEqual(['a.yaml true', 'b.yml false', 'c.json false', 'deeper/d.yaml false']);
  });

  test('is valid if all its rosters are', async () => {
    const cwd = folderWith({ 'a.yaml': valid, 'b.yaml': valid });
    expect(await inPipe(['validate', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.each(['table', 'json'])('without rosters has a problem, as %s', async (format) => {
    const cwd = folderWith({ 'package.json': '{}' });
    const { code, stdout, stderr } = await inPipe(['validate', '.', '--format', format], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('no-roster');
    expect(stdout).toContain('there is no roster in this folder');
    expect(stderr).toBe('rutte-tally: passed over 1 file that is not a roster\n');
  });

  test('does not excuse a file that was named and is no roster', async () => {
    const run = await inPipe(['validate', '.', 'package.json', '--format', 'json'], { cwd: folder() });
    expect(filesIn(run.stdout)).toContain('package.json false');
    expect(run.stderr).toBe('');
  });
});

test('a byte order mark is no part of the text', async () => {
  expect(await validated('\ufefftitle: t\nrule: consensus\nmembers: { A: support }\n')).toMatchObject({ code: 0 });
});

test('a file that is too large is not read', async () => {
  const { code, stdout } = await validated(new Uint8Array(33 * 1024 * 1024).fill(0x20));
  expect(code).toBe(3);
  expect(stdout).toContain('error[too-large]: more than 32 MiB');
});

describe('the frame', () => {
  const frameOf = async (text: string, columns: number): Promise<string[]> => {
    async function* stdin(): AsyncGenerator<string> {
      yield text;
    }
    const { stdout } = await inTerminal(['validate', '-'], {
      isTTY: true,
      columns,
      env: { NO_COLOR: '1' },
      stdin: stdin(),
    });
    return stdout.split('\n').filter((line) => line.includes('|'));
  };

  test('underlines wide characters with as many cells', async () => {
    const [, line = '', under = ''] = await frameOf('title: t\nrule: consensus\nmembers: { "日本": 日本語 }\n', 80);
    expect(line).toContain('"日本": 日本語 }');
    expect(under).toMatch(/\^{2,}$/);
  });

  test('shows a tab as spaces and still underlines the right place', async () => {
    const [, line = '', under = ''] = await frameOf(
      'title: t\nrule: consensus\nmembers: { B: { stance: support, why: "a\tb" }, A: suport }\n',
      80,
    );
    expect(line.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('suport');
  });

  test('cuts a long line around the place', async () => {
    const many = Array.from({ length: 200 }, (_, index) => `M${index}: support`).join(', ');
    const [, line = '', under = ''] = await frameOf(
      `title: t\nrule: consensus\nmembers: { ${many}, Z: suport, ${many.replaceAll('M', 'N')} }\n`,
      60,
    );
    expect(line.length).toBeLessThanOrEqual(60);
    expect(line).toMatch(/\| ….*…$/);
    expect(line.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('suport');
  });

  test('of megabytes on one line is as short as any', async () => {
    const [, line = ''] = await frameOf(
      `title: "${'x'.repeat(2_000_000)}"\nrule: consensus\nmembers: { A: suport, ${'B: support, '.repeat(2)} }\n`,
      80,
    );
    expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('five thousand mistakes give a hundred diagnostics and a count', async () => {
  const members = Array.from({ length: 5000 }, (_, index) => `  M${index}: suport\n`).join('');
  const text = `title: t\nrule: consensus\nmembers:\n${members}`;
  const { code, stdout } = await validated(text);
  expect(code).toBe(3);
  expect(stdout.match(/error\[unknown-stance\]/g)).toHaveLength(100);
  expect(stdout).toContain('and 4900 more problems in r.yaml');
});

test('what the user wrote never reaches the terminal as a control', async () => {
  const text = 'title: t\nrule: consensus\nmembers: { A: "\\e]0;own\\a", "\\e[2J": support }\n"\\u202e": x\n';
  for (const format of ['table', 'json']) {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), text);
    const { stdout } = await inPipe(['validate', 'r.yaml', '--format', format], { cwd });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    if (format === 'table') expect(stdout).not.toMatch(/\p{Cf}/u);
  }
});

describe('a folder', () => {
  const validate = (cwd: string, ...words: readonly string[]): Promise<Run> =>
    inTerminal(['validate', ...words], { cwd });

  test('is validated roster by roster, without files that are none', async () => {
    const { code, stdout } = await validate(folderOf(someDecisions), 'decisions');
    expect(code).toBe(3);
    expect(stdout).toContain('decisions/broken.yaml:4:30: error[unknown-stance]');
    expect(stdout).toContain('decisions/guide.yaml');
    expect(stdout).not.toContain('notes.yaml');
    expect(stdout).not.toContain('move.yaml');
  });

  test('is read with its subfolders when asked', async () => {
    expect((await validate(folderOf(someDecisions), '--recursive', 'decisions')).stdout).toContain('2025/move.yaml');
  });

  test('without a roster is a problem', async () => {
    const { code, stdout } = await validate(folderOf({ 'decisions/notes.yaml': 'a: 1\n' }), 'decisions');
    expect(code).toBe(3);
    expect(stdout).toContain('there is no roster in "decisions"');
  });
});
