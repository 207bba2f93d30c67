import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as sources from '../src/index.ts';
import { repository } from './support/bin.ts';

test('the library that is built exports what its sources do', async () => {
  const built = (await import(join(repository, 'dist', 'lib', 'index.js'))) as Readonly<Record<string, unknown>>;
  expect(Object.keys(sources).length).toBeGreaterThan(10);
  expect(Object.keys(built).sort()).toEqual(Object.keys(sources).sort());
});
