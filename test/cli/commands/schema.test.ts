import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';

const shipped = readFileSync(join(repository, 'dist/roster.schema.json'), 'utf8');

test('schema prints what is shipped, whatever the terminal', async () => {
  expect(await inPipe(['schema'])).toEqual({ code: 0, stdout: shipped, stderr: '' });
  expect((await inPipe(['schema', '--format', 'json'])).stdout).toBe(shipped);
  const { code, stdout } = await inTerminal(['schema', '--color', 'always'], { isTTY: true, columns: 40 });
  expect([code, stdout]).toEqual([0, shipped]);
});

test('schema has no other format and takes no roster', async () => {
  expect((await inPipe(['schema', '--format', 'table'])).code).toBe(2);
  expect((await inPipe(['schema', 'roster.yaml'])).code).toBe(2);
});

test('programs find the schema in the package', () => {
  const path = createRequire(join(repository, 'package.json')).resolve('rutte-tally/roster.schema.json');
  expect(readFileSync(path, 'utf8')).toBe(shipped);
});
