import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/bin.ts';

const workflows = join(repository, '.github', 'workflows');
const files = [join(repository, 'action.yml'), ...readdirSync(workflows).map((name) => join(workflows, name))];
const uses = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /\buses:/.test(line))
    .map((line) => line.replace(/^.*\buses:\s*/, '').trim()),
);

// A tag can be moved to other code; the version beside the commit is for readers, and for programs that update both.
test('every action of others is named by its commit, with its version beside it', () => {
  const others = uses.filter((one) => !one.startsWith('./'));
  expect(others.length).toBeGreaterThan(3);
  expect(others.filter((one) => !/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([]);
});

test('one version of an action is one commit', () => {
  const commits = new Map<string, Set<string>>();
  for (const one of uses) {
    const [, name = '', commit = '', version = ''] = /^(.*)@(\S+)(?: # (.*))?$/.exec(one) ?? [];
    commits.set(`${name} ${version}`, (commits.get(`${name} ${version}`) ?? new Set()).add(commit));
  }
  expect([...commits].filter(([, of]) => of.size > 1)).toEqual([]);
});
