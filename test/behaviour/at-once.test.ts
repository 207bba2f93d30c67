import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, script } from '../support/bin.ts';
import { rosterIn } from '../support/texts.ts';

interface Ending {
  readonly code: string | number;
  readonly stderr: string;
}

const run = (words: readonly string[], cwd: string): Promise<Ending> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...words], { cwd, env: {} }, (error, _, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });

const codes = Array.from({ length: 20 }, (_, index) => `m${index}`);

test('of twenty that record at once, each is in the file or is told that it is not', async () => {
  const cwd = emptyFolder();
  const file = join(cwd, 'r.yaml');
  const comment = '# Who is for it?';
  writeFileSync(
    file,
    `${comment}\ntitle: t\nrule: consensus\nmembers:\n${codes.map((code) => `  ${code}:\n`).join('')}`,
  );
  const runs = await Promise.all(
    codes.map((code) => run(['record', code, 'support', 'r.yaml', '--date=2024-06-20'], cwd)),
  );
  const told = runs.flatMap(({ code, stderr }, index) => (code === 0 ? [] : [{ member: codes[index], code, stderr }]));
  // A machine may be too slow for all of them.
  for (const { code, stderr } of told) {
    expect(code).toBe(3);
    expect(stderr).toContain(
      'error[busy-file]: cannot be changed: other programs have been changing it for 10 seconds',
    );
  }
  const text = readFileSync(file, 'utf8');
  const recorded = rosterIn(text).members.flatMap(({ code, positions }) => (positions.length === 1 ? [code] : []));
  expect(recorded.sort()).toEqual(codes.filter((code) => !told.some(({ member }) => member === code)).sort());
  expect(recorded.length).toBeGreaterThan(5);
  expect(text.startsWith(comment)).toBe(true);
  expect(readdirSync(cwd)).toEqual(['r.yaml']);
});

test('of several that record the same at once, one does, and the others are told', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), 'title: t\nrule: consensus\nmembers:\n  m1:\n  m2:\n');
  const runs = await Promise.all(
    codes.slice(0, 4).map(() => run(['record', 'm1', 'support', 'r.yaml', '--date=2024-06-20'], cwd)),
  );
  expect(runs.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2]);
  expect(runs.filter(({ code }) => code === 2).every(({ stderr }) => stderr.includes('already has a position'))).toBe(
    true,
  );
  expect(readdirSync(cwd)).toEqual(['r.yaml']);
});
