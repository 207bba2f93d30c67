import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../../src/cli/output/write-file.ts';
import { addPositions } from '../../../src/roster/edit/add-positions.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { emptyFolder, repository } from '../../support/bin.ts';
import { time } from '../../support/rosters.ts';

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Lets so many turns of the event loop go by: less than a thousandth of a second each. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

/**
 * Starts a program that says a dot whenever it has replaced the file once more, and kills it after some dots and some
 * turns.
 *
 * @returns how often it had said that it replaced the file
 */
async function killed(program: string, cwd: string, dots: number, after: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['-e', program], {
    cwd,
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  const enough = new Promise<void>((resolve) => {
    child.stdout?.on('data', (bytes: Uint8Array) => {
      said += bytes.length;
      if (said >= dots) resolve();
    });
  });
  const end = once(child, 'close');
  await Promise.race([enough, end]);
  await turns(after);
  child.kill('SIGKILL');
  expect((await end)[1]).toBe('SIGKILL');
  return said;
}

describe('whoever is killed at any moment', () => {
  test('leaves a file that is old or new, and whole', async () => {
    const cwd = emptyFolder();
    const bundle = join(cwd, 'replace-file.cjs');
    const entry = join(repository, 'src', 'cli', 'output', 'write-file.ts');
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile: bundle });
    const content = (version: number): string => `${version} is the version\n`.repeat(20_000);
    const program = `
      const { writeSync } = require('node:fs');
      const { replaceFile } = require('./replace-file.cjs');
      for (let version = 1; version < 100_000; version += 1) {
        if (replaceFile('file', (version + ' is the version\\n').repeat(20_000)) !== undefined) throw new Error();
        writeSync(1, '.');
      }`;
    const random = chance(20240626);
    const versions = new Set<number>();
    for (let kill = 0; kill < 24; kill += 1) {
      writeFileSync(join(cwd, 'file'), content(0));
      const said = await killed(program, cwd, random(3), random(3000));
      const text = readFileSync(join(cwd, 'file'), 'utf8');
      const version = Number.parseInt(text, 10);
      expect(text === content(version)).toBe(true);
      expect(version).toBeGreaterThanOrEqual(said);
      versions.add(version);
    }
    expect(versions.size).toBeGreaterThan(1);
  });

  test('leaves a roster with all moves up to one, and no part of the next', async () => {
    const cwd = emptyFolder();
    const before = 'title: t\nrule: consensus\nmembers:\n  BE: # so far\n  NL: support\n';
    const days = Array.from({ length: 28 }, (_, day) => `2024-02-${String(day + 1).padStart(2, '0')}`);
    const states = [before];
    for (const day of days) {
      const position = {
        date: time(day),
        circa: false,
        stance: 'support',
        basis: 'stated',
        wants: [],
        sources: [],
      } as const;
      const text = states.at(-1) ?? '';
      const result = addPositions(text, readValues(text), [{ code: 'BE', position }]);
      if (result.kind === 'recorded') states.push(result.text);
    }
    const start = JSON.stringify(join(repository, 'dist', 'cli', 'start.cjs'));
    const program = `
      const { writeSync } = require('node:fs');
      const { main } = require(${start});
      const nowhere = { write() {} };
      const host = { stdout: nowhere, stderr: nowhere, stdin: [], env: {}, cwd: () => process.cwd() };
      (async () => {
        for (const day of ${JSON.stringify(days)}) {
          if (await main(['record', 'BE', 'support', 'r.yaml', '--date', day], host) !== 0) throw new Error();
          writeSync(1, '.');
        }
        setInterval(() => {}, 1000);
      })();`;
    const random = chance(20240620);
    const seen = new Set<number>();
    for (let kill = 0; kill < 8; kill += 1) {
      writeFileSync(join(cwd, 'r.yaml'), before);
      const said = await killed(program, cwd, random(5), random(1500));
      const state = states.indexOf(readFileSync(join(cwd, 'r.yaml'), 'utf8'));
      expect(state).toBeGreaterThanOrEqual(said);
      seen.add(state);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

test('a file that was changed meanwhile is left alone', () => {
  const path = join(emptyFolder(), 'file');
  writeFileSync(path, 'another');
  expect(replaceFile(path, 'new', Buffer.from('old'))).toBe('another program has changed it in the meantime');
  expect(readFileSync(path, 'utf8')).toBe('another');
  expect(readdirSync(join(path, '..'))).toEqual(['file']);
  expect(replaceFile(path, 'new', Buffer.from('another'))).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('new');
});
