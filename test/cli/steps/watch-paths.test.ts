import { describe, expect, test } from 'vitest';
import { ignoring } from '../../../src/cli/steps/watch-paths.ts';

describe.each([
  ['on Unix', '/home/ana/.decisions'],
  ['on Windows', 'C:\\Users\\ana\\.decisions'],
])('what is watched %s', (_, folder) => {
  const ignores = ignoring([folder]);
  const forward = folder.replaceAll('\\', '/');

  test('is not ignored, although its name is that of a hidden folder', () => {
    expect([folder, forward].map(ignores)).toEqual([false, false]);
  });

  test('has files that count, and hidden ones and packages that do not', () => {
    const names = ['lunch.yaml', '.lunch.yaml', 'node_modules'];
    expect(names.map((name) => ignores(`${forward}/${name}`))).toEqual([false, true, true]);
    const slash = folder.includes('\\') ? '\\' : '/';
    expect(names.map((name) => ignores(`${folder}${slash}${name}`))).toEqual([false, true, true]);
  });
});
