import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, rutteTally } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';

const shipped = readFileSync(join(repository, 'dist/roster.schema.json'), 'utf8');

test('schema prints what is shipped, whatever the terminal', async () => {
  expect(rutteTally(['schema'])).toEqual({ code: 0, stdout: shipped, stderr: '' });
  expect(rutteTally(['schema', '--format', 'json']).stdout).toBe(shipped);
  const { code, stdout } = await inTerminal(['schema', '--color', 'always'], { isTTY: true, columns: 40 });
  expect([code, stdout]).toEqual([0, shipped]);
});

test('schema has no other format and takes no roster', () => {
  expect(rutteTally(['schema', '--format', 'table']).code).toBe(2);
  expect(rutteTally(['schema', 'roster.yaml']).code).toBe(2);
});

test('programs find the schema in the package', () => {
  const path = createRequire(join(repository, 'package.json')).resolve('rutte-tally/roster.schema.json');
  expect(readFileSync(path, 'utf8')).toBe(shipped);
});
