import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host, Output } from '../../../src/cli/contract/host.ts';
import { surroundingsOf } from '../../../src/cli/contract/surroundings.ts';
import { originsOf } from '../../../src/cli/input/origin.ts';
import { readRosterInput, readRosters } from '../../../src/cli/steps/read-rosters.ts';
import { emptyFolder } from '../../support/bin.ts';

const mute: Output = {
  write: (text) => {
    throw new Error(`printed: ${text}`);
  },
};

/** A folder with one roster and one file that is none, and nowhere to print to. */
function silentHost(): Host {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), 'title: t\nrule: consensus\nmembers: { A: support }\n');
  writeFileSync(join(cwd, 'broken.yaml'), 'title: t\n');
  return { stdout: mute, stderr: mute, stdin: (async function* () {})(), env: {}, cwd: () => cwd };
}

test('a roster is read and nothing is printed', async () => {
  const read = await readRosterInput('r.yaml', surroundingsOf('check', silentHost()));
  expect(read).toMatchObject({ ok: true, input: { file: 'r.yaml', roster: { title: 't' } } });
});

test('what is wrong with every file that is no roster comes back, in their order, and nothing is printed', async () => {
  const host = silentHost();
  const read = await readRosters(
    await originsOf(['none.yaml', 'r.yaml', 'broken.yaml'], surroundingsOf('check', host)),
    host,
  );
  expect(read.ok).toBe(false);
  const problems = read.ok ? [] : read.problems;
  expect(problems.map(({ file, diagnostics }) => [file, diagnostics[0]?.code])).toEqual([
    ['none.yaml', 'unreadable-file'],
    ['broken.yaml', 'missing-key'],
  ]);
});

test('what is wrong with a file that is named twice comes back once, and so does that there is none', async () => {
  const host = silentHost();
  const problemsOf = async (...words: readonly (string | undefined)[]) => {
    const read = await readRosters(await originsOf(words, surroundingsOf('check', host)), host);
    return read.ok ? [] : read.problems.map(({ file, diagnostics }) => [file, diagnostics[0]?.code]);
  };
  expect(await problemsOf('broken.yaml@2024-01-01', 'broken.yaml')).toEqual([['broken.yaml', 'missing-key']]);
  expect(await problemsOf(undefined, '@2024-01-01')).toEqual([['rutte-tally.yaml', 'no-roster']]);
  expect(await problemsOf('none.yaml', 'none.yaml')).toEqual([['none.yaml', 'unreadable-file']]);
});
