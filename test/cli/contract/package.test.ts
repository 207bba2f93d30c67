import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder, rosterFromBuild } from '../../../src/cli/contract/package.ts';
import { readRoster } from '../../../src/roster/read/read-roster.ts';

describe.each(readdirSync(dataFolder).filter((name) => name.endsWith('.yaml')))('the build has read %s', (name) => {
  const path = join(dataFolder, name);
  const text = readFileSync(path, 'utf8');

  test('to the roster that reading it now gives', () => {
    const roster = rosterFromBuild(path, text);
    expect(roster).toBeDefined();
    expect(roster).toStrictEqual(readRoster(text));
  });

  test('and is not asked when the file has changed since', () => {
    expect(rosterFromBuild(path, `${text}# one more comment\n`)).toBeUndefined();
  });
});

test('the build has read nothing for a roster of the user', () => {
  expect(rosterFromBuild('/somewhere/nato-2024.yaml', 'title: t\n')).toBeUndefined();
  expect(rosterFromBuild(join(dataFolder, 'new.yaml'), 'title: t\n')).toBeUndefined();
});
