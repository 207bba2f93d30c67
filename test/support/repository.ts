import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestRunner } from 'vitest';
import { emptyFolder } from './bin.ts';

/** What a run that reads out of git needs of its environment. */
export const gitEnvironment = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2024-01-01T12:00:00Z',
  GIT_COMMITTER_DATE: '2024-01-01T12:00:00Z',
};

const isInstalled = spawnSync('git', ['--version']).error === undefined;

/** Ends the running test as skipped where there is no git: nothing but Node and npm need be installed. */
export function needGit(): void {
  if (!isInstalled) TestRunner.getCurrentTest()?.context.skip('git is not installed');
}

/** What a command of git prints in a folder. */
export function git(folder: string, ...words: readonly string[]): string {
  needGit();
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...identity, ...words], { cwd: folder, env: gitEnvironment, encoding: 'utf8' });
}

/** A new repository with one commit for each version of a file. */
export function repositoryWith(file: string, versions: readonly string[]): string {
  const folder = emptyFolder();
  git(folder, 'init', '--quiet');
  for (const [index, text] of versions.entries()) {
    writeFileSync(join(folder, file), text);
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', `version ${index + 1}`);
  }
  return folder;
}
