import { expect, test } from 'vitest';
import { programPath } from '../../../src/cli/contract/program-path.ts';

const nowhere = (): boolean => false;
const everywhere = (): boolean => true;

test.each(['linux', 'darwin', 'freebsd'])('on %s a program is started by its name', (platform) => {
  expect(programPath('git', { PATH: '' }, platform, nowhere)).toBe('git');
});

test('on Windows it is the first in the folders of the path', () => {
  const env = { Path: 'C:\\Windows;"C:\\Program Files\\Git\\cmd";D:\\git' };
  const isThere = (path: string): boolean => /git.*exe$/i.test(path) && !path.startsWith('C:\\Windows');
  expect(programPath('git', env, 'win32', isThere)).toBe('C:\\Program Files\\Git\\cmd\\git.exe');
});

test.each(['', '.', '.\\bin', 'C:', 'C:bin', 'bin'])(
  'on Windows it is not one that %j leads to from the current folder',
  (folder) => {
    expect(programPath('git', { PATH: folder }, 'win32', everywhere)).toBeUndefined();
  },
);

test.each(['\\\\server\\tools', 'C:/tools', '\\tools'])('on Windows it may be in %j', (folder) => {
  expect(programPath('git', { PATH: folder }, 'win32', everywhere)).toMatch(/tools\\git\.exe$/);
});

test('on Windows there is none without a path', () => {
  expect(programPath('git', {}, 'win32', everywhere)).toBeUndefined();
});
