import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run, rutteTally } from '../support/bin.ts';

/*
 * The built program on any system: what it makes of that system's paths and line ends. The tests need no shell, no git and
 * no browser.
 */

const roster = (title: string): string =>
  `title: ${title}\nas-of: 2024-03-01\nrule: consensus\nmembers:\n  ana: support\n  bo: { stance: unclear, date: 2024-02-01 }\n`;

/** A folder with blanks in its name, and in it two rosters in a subfolder. */
function folder(): string {
  const path = join(realpathSync(emptyFolder()), 'the second half');
  mkdirSync(join(path, 'all decisions'), { recursive: true });
  writeFileSync(join(path, 'all decisions', 'lunch.yaml'), roster('Lunch'));
  writeFileSync(join(path, 'all decisions', 'venue.yaml'), roster('Venue'));
  return path;
}

const json = ({ stdout }: Run): unknown => JSON.parse(stdout) as unknown;

describe('paths', () => {
  test('are taken from the folder, from the root, and with a date', () => {
    const cwd = folder();
    const path = join('all decisions', 'lunch.yaml');
    for (const designator of [path, join(cwd, path), `${join(cwd, path)}@2024-02-02`]) {
      const run = rutteTally(['status', designator, '--format', 'json'], { cwd });
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(json(run)).toMatchObject({ title: 'Lunch', outcome: 'open' });
    }
  });

  test('of files in a folder are as that system writes them, and in links as pages have them', () => {
    const cwd = folder();
    const files = ['lunch.yaml', 'venue.yaml'].map((name) => join('all decisions', name));
    const listed = json(rutteTally(['list', 'all decisions', '--format', 'json'], { cwd })) as {
      readonly decisions: readonly { readonly file: string }[];
    };
    expect(listed.decisions.map(({ file }) => file).sort()).toEqual(files);
    const { stdout } = rutteTally(['list', 'all decisions', '--format', 'markdown'], { cwd });
    expect(stdout).toMatch(/\]\(<?all(?: |%20)decisions\/lunch\.yaml>?\)/);
  });

  test('that begin with a drive are files, and there is none', () => {
    const { code, stderr } = rutteTally(['status', 'C:\\no such folder\\r.yaml'], { cwd: folder() });
    expect(code).toBe(3);
    expect(stderr).toContain('cannot be read: there is no such file');
  });

  test('of a report may be in another folder', () => {
    const cwd = folder();
    const file = join('all decisions', 'lunch.html');
    const words = ['report', join('all decisions', 'lunch.yaml'), '--output', file, '--format', 'json'];
    expect(json(rutteTally(words, { cwd }))).toMatchObject({ file });
    expect(readFileSync(join(cwd, file), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('in annotations are those of the repository', () => {
    const cwd = folder();
    const env = { GITHUB_WORKSPACE: cwd };
    const path = join(cwd, 'all decisions', 'lunch.yaml');
    const { stdout } = rutteTally(['check', path, '--format', 'github'], { cwd, env });
    expect(stdout).toContain('file=all decisions/lunch.yaml,');
  });
});

describe('line ends', () => {
  test('of answers are those of Unix', () => {
    const { stdout } = rutteTally(['status', 'nato-2024']);
    expect(stdout).toMatch(/\n$/);
    expect(stdout).not.toContain('\r');
  });

  test.each(['\n', '\r\n'])('of a roster are kept by record: %j', (end) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'r.yaml'), roster('Lunch').replaceAll('\n', end));
    expect(rutteTally(['record', 'bo', 'support', 'r.yaml', '--date', '2024-02-20'], { cwd }).code).toBe(0);
    const text = readFileSync(join(cwd, 'r.yaml'), 'utf8');
    expect(text).toContain('2024-02-20');
    expect(text.split(end).join('')).not.toMatch(/[\r\n]/);
    // No temporary file is left.
    expect(readdirSync(cwd).sort()).toEqual(['all decisions', 'r.yaml']);
  });

  test('of a roster are no mistake', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'r.yaml'), roster('Lunch').replaceAll('\n', '\r\n'));
    expect(rutteTally(['validate', 'r.yaml', '--strict'], { cwd }).code).toBe(0);
  });
});
