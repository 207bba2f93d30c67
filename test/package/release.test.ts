import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder, repository } from '../support/bin.ts';
import { folderOf } from '../support/decisions.ts';
import { git, gitEnvironment } from '../support/repository.ts';

const identity = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** A build that writes a file about a source, and a code cache. */
const build = `
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/cli', { recursive: true });
writeFileSync('dist/cli/start.cjs', 'built of ' + readFileSync('source.txt', 'utf8'));
writeFileSync('dist/cli/start.cjs.cache', String(process.pid));
`;

const manifest = { name: 'x', version: '1.2.0', type: 'module', repository: 'example/x' };

describe('a release', () => {
  let folder = '';

  const release = (...words: readonly string[]): { code: number | null; stdout: string; stderr: string } => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'scripts', 'release.js'), ...words],
      { cwd: folder, encoding: 'utf8', env: { ...gitEnvironment, ...identity, GITHUB_REPOSITORY: 'example/x' } },
    );
    return { code: status, stdout, stderr };
  };
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const commit = (subject: string): void => {
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', subject);
  };

  beforeEach(() => {
    folder = emptyFolder();
    git(folder, 'init', '--quiet');
    folderOf(
      {
        'package.json': JSON.stringify(manifest),
        'package-lock.json': JSON.stringify({ version: '1.2.0' }),
        'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n### Added\n\n- A thing.\n\n## 1.1.0 - 2024-01-01\n\n- Old.\n',
        '.gitignore': 'dist/\n',
        'source.txt': 'one\n',
        'scripts/build.js': build,
      },
      folder,
    );
    commit('Begin');
  });

  test('dates the changelog on main, and tags what is built on top of it', () => {
    expect(release('make', '2024-02-21')).toEqual({
      code: 0,
      stdout: 'v1.2.0 is ready. To publish it: git push --atomic origin main v1.2.0\n',
      stderr: '',
    });
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(
      '# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2024-02-21\n\n### Added\n\n- A thing.\n\n## 1.1.0 - 2024-01-01\n\n- Old.\n',
    );
    expect(git(folder, 'log', '--format=%s', 'main')).toBe('Release 1.2.0\nBegin\n');
    expect(git(folder, 'log', '--format=%s', 'v1.2.0')).toBe('Build 1.2.0\nRelease 1.2.0\nBegin\n');
    expect(git(folder, 'diff', '--name-status', 'main', 'v1.2.0')).toBe('A\tdist/cli/start.cjs\n');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  test('may be published as what it is, and says how the action is pinned', () => {
    release('make', '2024-02-21');
    git(folder, 'checkout', '--quiet', '--force', 'v1.2.0');
    spawnSync(process.execPath, ['scripts/build.js'], { cwd: folder });
    expect(release('check', 'v1.2.0', 'main')).toEqual({ code: 0, stdout: '', stderr: '' });
    const hash = git(folder, 'rev-parse', 'HEAD').trim();
    expect(release('notes', 'v1.2.0').stdout).toBe(
      `### Added\n\n- A thing.\n\n### The action of this release\n\n\`\`\`yaml\nuses: example/x@${hash} # v1.2.0\n\`\`\`\n`,
    );
  });

  test.each([
    ['another tag', (): void => {}, 'v1.3.0', 'the tag v1.3.0 is not the version 1.2.0 of package.json'],
    [
      'something else in dist than what is built',
      (): void => write('dist/cli/start.cjs', 'evil'),
      'v1.2.0',
      'the commit is not the one before it with what that builds',
    ],
    [
      'a commit that is not on main',
      (): void => void git(folder, 'branch', '--force', 'main', 'HEAD~2'),
      'v1.2.0',
      'the commit before is not on main',
    ],
  ])('is not published with %s', (_, change, tag, reason) => {
    release('make', '2024-02-21');
    git(folder, 'checkout', '--quiet', '--force', 'v1.2.0');
    spawnSync(process.execPath, ['scripts/build.js'], { cwd: folder });
    change();
    expect(release('check', tag, 'main')).toEqual({ code: 1, stdout: '', stderr: `release: ${reason}\n` });
  });

  test.each([
    [
      'a version that is released',
      (): void => void git(folder, 'tag', 'v1.2.0'),
      'there is a tag v1.2.0 already: raise the version first (npm version --no-git-tag-version minor)',
    ],
    [
      'changes that are not committed',
      (): void => write('source.txt', 'two\n'),
      'there are changes that are not committed',
    ],
    ['another branch', (): void => void git(folder, 'switch', '--quiet', '-c', 'other'), 'the branch is not main'],
    [
      'no repository',
      (): void => {
        write('package.json', JSON.stringify({ ...manifest, repository: undefined }));
        commit('Forget it');
      },
      'package.json names no repository, and npm takes no provenance without it',
    ],
    [
      'another version in the lock',
      (): void => {
        write('package-lock.json', JSON.stringify({ version: '1.1.0' }));
        commit('Forget it');
      },
      'package-lock.json has another version than package.json',
    ],
    [
      'nothing new',
      (): void => {
        write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n## 1.1.0 - 2024-01-01\n\n- Old.\n');
        commit('Forget it');
      },
      'CHANGELOG.md has nothing under Unreleased',
    ],
  ])('is not made of %s', (_, change, reason) => {
    change();
    const before = git(folder, 'rev-parse', 'HEAD');
    expect(release('make', '2024-02-21')).toEqual({ code: 1, stdout: '', stderr: `release: ${reason}\n` });
    expect(git(folder, 'rev-parse', 'HEAD')).toBe(before);
  });
});
