import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Run } from '../../../support/bin.ts';
import { folderOf, someDecisions } from '../../../support/decisions.ts';
import { inPipe } from '../../../support/host.ts';

const report = (words: readonly string[], cwd: string): Promise<Run> => inPipe(['report', ...words], { cwd });
const sound = Object.fromEntries(
  Object.entries(someDecisions).filter(([file]) => !file.endsWith('broken.yaml') && !file.includes('2025')),
);

test('several rosters are one file, which begins with the list', async () => {
  const cwd = folderOf(sound);
  const { code, stdout, stderr } = await report(['decisions'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^wrote report\.html \(\d+ kB\): 3 decisions: 1 open, 1 blocked and 1 reached\nLeft out: 1 file that is not a roster\n$/,
  );
  const html = readFileSync(join(cwd, 'report.html'), 'utf8');
  const [list = ''] = html.split('id="summaries"');
  expect([...list.matchAll(/<a href="(#d=\d)">([^<]*)<\/a>/g)].map(([, address, title]) => [address, title])).toEqual([
    ['#d=1', 'Adopt the style guide'],
    ['#d=2', 'Pass the budget'],
    ['#d=3', 'Choose a venue'],
  ]);
  for (const number of [1, 2, 3]) expect(html).toContain(`id="page-data-${number}"`);
});

test('a bad roster among them is told, the others are written, and the exit code is 3', async () => {
  const cwd = folderOf(someDecisions);
  const { code, stdout, stderr } = await report(['decisions'], cwd);
  expect(code).toBe(3);
  expect(stdout).toContain('3 decisions: 1 open, 1 blocked and 1 reached');
  expect(stdout).toContain('Left out: 1 invalid roster and 1 file that is not a roster');
  expect(stderr).toContain('broken.yaml');
  expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain('Left out: 1 invalid roster');
});

test('the same as one document of JSON', async () => {
  const cwd = folderOf(someDecisions);
  const { code, stdout } = await report(['decisions', '--format', 'json'], cwd);
  const document = JSON.parse(stdout);
  expect(code).toBe(3);
  expect(document).toMatchObject({ schema: 'rutte-tally/report/1', asOf: null, outcome: null, passedOver: 1 });
  expect(document.decisions.map(({ file, outcome }: Record<string, unknown>) => [file, outcome])).toEqual([
    ['decisions/guide.yaml', 'open'],
    ['decisions/budget.yaml', 'blocked'],
    ['decisions/venue.yaml', 'reached'],
  ]);
  expect(document.problems.map(({ file }: Record<string, unknown>) => file)).toEqual(['decisions/broken.yaml']);
});

test('where all are bad nothing is written', async () => {
  const cwd = folderOf(someDecisions);
  expect(await report(['decisions/broken.yaml', 'missing.yaml'], cwd)).toMatchObject({ code: 3, stdout: '' });
  expect(readdirSync(cwd)).toEqual(['decisions']);
});

test('subfolders are read with --recursive', async () => {
  const { stdout } = await report(['decisions', '--recursive', '--output', 'all.html'], folderOf(someDecisions));
  expect(stdout).toMatch(/^wrote all\.html \(\d+ kB\): 4 decisions/);
});

test('an assumption holds in each roster that has the member, and must be about one', async () => {
  const cwd = folderOf(sound);
  const { stdout } = await report(['decisions', '--assume', 'chi=oppose', '--format', 'json', '--force'], cwd);
  const { decisions } = JSON.parse(stdout);
  expect(decisions.map(({ assumed }: Record<string, unknown>) => assumed)).toContainEqual({ chi: 'oppose' });
  expect(await report(['decisions', '--assume', 'zoe=oppose', '--output', 'z.html'], cwd)).toMatchObject({ code: 2 });
  expect(existsSync(join(cwd, 'z.html'))).toBe(false);
});

test('a file of assumptions that is none is told, and nothing is written', async () => {
  const cwd = folderOf(sound);
  writeFileSync(join(cwd, 'what-if.yaml'), 'chi: perhaps\n');
  const { code, stderr } = await report(['decisions', '--assume-file', 'what-if.yaml'], cwd);
  expect(code).toBe(3);
  expect(stderr).toContain('what-if.yaml');
  expect(existsSync(join(cwd, 'report.html'))).toBe(false);
});

test('each is read at its own date, or at that of --as-of', async () => {
  const cwd = folderOf(sound);
  const { stdout } = await report(['decisions', '--as-of', '2024-05-10', '--format', 'json'], cwd);
  expect(JSON.parse(stdout).decisions.map(({ asOf }: Record<string, unknown>) => asOf)).toEqual(
    Array.from({ length: 3 }, () => '2024-05-10'),
  );
});

test('to standard output goes the file alone', async () => {
  const { code, stdout } = await report(['decisions', '--output', '-'], folderOf(sound));
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>.*<\/html>\n$/s);
});
