import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/contract/usage-error.ts';
import type { Waiting } from '../../../src/cli/files/patience.ts';
import { replaceFile } from '../../../src/cli/files/replace-file.ts';
import { inTurn } from '../../../src/cli/files/temporary-file.ts';
import { writeNewFile } from '../../../src/cli/files/write-file.ts';
import type { Bytes } from '../../../src/cli/input/decode.ts';
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
    const entry = join(repository, 'src', 'cli', 'files', 'replace-file.ts');
    buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile: bundle });
    const content = (version: number): string => `${version} is the version\n`.repeat(20_000);
    const program = `
      const { writeSync } = require('node:fs');
      const { replaceFile } = require('./replace-file.cjs');
      (async () => {
        for (let version = 1; version < 100_000; version += 1) {
          const { kind } = await replaceFile('file', () => (version + ' is the version\\n').repeat(20_000));
          if (kind !== 'replaced') throw new Error(kind);
          writeSync(1, '.');
        }
      })();`;
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

/** A file with `old` in it, alone in its folder. */
function fileIn(cwd: string): string {
  const path = join(cwd, 'file');
  writeFileSync(path, 'old');
  return path;
}

const append = (text: string) => (now: Bytes) => ('bytes' in now ? `${Buffer.from(now.bytes)}${text}` : undefined);

/** Time that passes only while somebody waits. */
function inNoTime(meanwhile: (pauses: number) => void = () => {}): Waiting {
  let [time, pauses] = [0, 0];
  return {
    now: () => time,
    random: () => 0.5,
    pause: async () => {
      time += 500;
      pauses += 1;
      meanwhile(pauses);
    },
  };
}

/** The name of the temporary file that a process uses for `file`. */
function temporaryName(cwd: string): string {
  let name = '';
  inTurn(join(cwd, 'file'), { since: Date.now(), mode: 0o600 }, (temporary) => {
    name = basename(temporary);
  });
  return name;
}

const ofProcess = (name: string, pid: number): string => name.replace(`-${process.pid}-`, `-${pid}-`);
const ofAnotherMachine = (name: string): string =>
  name.replace(/(?<=^\.rutte-tally-[0-9a-f]{8}-[0-9a-f]{12}-)[0-9a-f]{8}/, '00000000');

describe('a file that others change', () => {
  test('is edited as it is when it is replaced', async () => {
    const path = fileIn(emptyFolder());
    let asked = 0;
    const result = await replaceFile(path, (now) => {
      asked += 1;
      // A program that waits for nobody.
      if (asked === 1) writeFileSync(path, 'other');
      return append(' new')(now);
    });
    expect([result, asked]).toEqual([{ kind: 'replaced' }, 2]);
    expect(readFileSync(path, 'utf8')).toBe('other new');
    expect(readdirSync(join(path, '..'))).toEqual(['file']);
  });

  test('again and again is given up', async () => {
    const path = fileIn(emptyFolder());
    let asked = 0;
    const edit = (): string => {
      asked += 1;
      writeFileSync(path, `other ${asked}`);
      return 'new';
    };
    expect(await replaceFile(path, edit, inNoTime())).toEqual({ kind: 'busy' });
    expect(readFileSync(path, 'utf8')).toBe(`other ${asked}`);
    expect(asked).toBeGreaterThan(10);
    expect(readdirSync(join(path, '..'))).toEqual(['file']);
  });

  test('is waited for while another process has its turn', async () => {
    const cwd = emptyFolder();
    const path = fileIn(cwd);
    // The process that started this one lives as long.
    const other = join(cwd, ofProcess(temporaryName(cwd), process.ppid));
    writeFileSync(other, '');
    const waiting = inNoTime((pauses) => {
      if (pauses !== 3) return;
      writeFileSync(other, 'theirs');
      renameSync(other, path);
    });
    expect(await replaceFile(path, append(' and new'), waiting)).toEqual({ kind: 'replaced' });
    expect(readFileSync(path, 'utf8')).toBe('theirs and new');
    expect(readdirSync(cwd)).toEqual(['file']);
  });

  test.each([
    ['of this machine', (name: string) => ofProcess(name, process.ppid)],
    ['of another machine', ofAnotherMachine],
  ])('is given up when a process %s has its turn for long', async (_, named) => {
    const cwd = emptyFolder();
    const path = fileIn(cwd);
    const other = named(temporaryName(cwd));
    writeFileSync(join(cwd, other), '');
    expect(await replaceFile(path, () => 'new', inNoTime())).toEqual({ kind: 'busy' });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(cwd)).toEqual([other, 'file'].sort());
  });

  test('is not replaced by whoever has lost the turn', async () => {
    const cwd = emptyFolder();
    const path = fileIn(cwd);
    let asked = 0;
    const result = await replaceFile(path, (now) => {
      asked += 1;
      if (asked === 1) for (const name of readdirSync(cwd)) if (name !== 'file') rmSync(join(cwd, name));
      return append(` ${asked}`)(now);
    });
    expect([result, readFileSync(path, 'utf8')]).toEqual([{ kind: 'replaced' }, 'old 2']);
    expect(readdirSync(cwd)).toEqual(['file']);
  });

  test('is the business of the process that it is told apart from', async () => {
    const cwd = emptyFolder();
    const path = fileIn(cwd);
    const other = ofProcess(temporaryName(cwd), process.ppid).replace(
      /^\.rutte-tally-[0-9a-f]{8}/,
      '.rutte-tally-00000000',
    );
    writeFileSync(join(cwd, other), '');
    expect(await replaceFile(path, () => 'new', inNoTime())).toEqual({ kind: 'replaced' });
    expect(readdirSync(cwd)).toEqual([other, 'file'].sort());
  });
});

describe('a temporary file that is left over', () => {
  const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
  const longAgo = new Date(Date.now() - 60_000);

  test.each([
    ['of a process that is gone', (name: string) => ofProcess(name, gone), undefined],
    ['of an earlier process with the number of this one', (name: string) => name, undefined],
    ['of a process that is there, from long ago', (name: string) => ofProcess(name, process.ppid), longAgo],
    ['of another machine, from long ago', ofAnotherMachine, longAgo],
    ['for another file', (name: string) => ofProcess(name, gone).replace(/[0-9a-f]{8}/, '00000000'), undefined],
  ])('%s is removed by whoever writes next', async (_, named, time) => {
    const write: readonly ((cwd: string) => Promise<unknown>)[] = [
      (cwd) => replaceFile(join(cwd, 'file'), () => 'new', inNoTime()),
      (cwd) => writeNewFile(join(cwd, 'file'), 'new', { name: 'file', replace: true }, inNoTime()),
      (cwd) => writeNewFile(join(cwd, 'other'), 'new', { name: 'other', replace: false }, inNoTime()),
    ];
    for (const act of write) {
      const cwd = emptyFolder();
      fileIn(cwd);
      const left = join(cwd, named(temporaryName(cwd)));
      writeFileSync(left, 'half of');
      if (time !== undefined) utimesSync(left, time, time);
      const began =
        time === undefined
          ? left
          : left.replace(/-[0-9a-f]{12}-/, `-${time.getTime().toString(16).padStart(12, '0')}-`);
      renameSync(left, began);
      await act(cwd);
      expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  test("is nobody else's file with a similar name", async () => {
    const cwd = emptyFolder();
    const path = fileIn(cwd);
    const names = ['.rutte-tally-notes.tmp', '.rutte-tally-1-2.tmp', 'r.tmp'];
    for (const name of names) writeFileSync(join(cwd, name), '');
    expect(await replaceFile(path, () => 'new')).toEqual({ kind: 'replaced' });
    expect(readdirSync(cwd).sort()).toEqual([...names, 'file'].sort());
  });
});

test.each([
  ['is not there', 'there is no such file', () => {}],
  ['is in a file', 'there is no such file', (path: string) => writeFileSync(join(path, '..'), '')],
  ['is a folder', 'this is not a regular file', (path: string) => mkdirSync(path, { recursive: true })],
])('a file that %s is not replaced', async (_, reason, make) => {
  const path = join(emptyFolder(), 'folder', 'file');
  make(path);
  expect(await replaceFile(path, () => 'new')).toEqual({ kind: 'failed', reason });
});

test('what an edit throws is thrown, and nothing is left behind', async () => {
  const path = fileIn(emptyFolder());
  const mistake = new UsageError('same-date', 'a position of that date is there');
  const edit = (): string => {
    throw mistake;
  };
  await expect(replaceFile(path, edit)).rejects.toBe(mistake);
  expect(readdirSync(join(path, '..'))).toEqual(['file']);
});
