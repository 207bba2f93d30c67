import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repository, script } from '../support/bin.ts';

interface Ended {
  readonly code: number | null;
  readonly read: string;
  readonly stderr: string;
}

/** Runs the program with a reader that hangs up after the first chunk. */
function hangUpOn(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: {},
      cwd: repository,
    });
    let [read, stderr] = ['', ''];
    child.stdout.once('data', (chunk: Buffer) => {
      read = chunk.toString();
      child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, read, stderr }));
  });
}

test.each([
  ['status', 0],
  ['check nato-2024', 1],
  ['status --format json', 0],
  ['validate --help', 0],
])('a reader that hangs up on %s is no failure and no trace', async (line, code) => {
  const ended = await hangUpOn(line.split(' '));
  expect(ended.code).toBe(code);
  expect(ended.read).not.toBe('');
  expect(ended.stderr).not.toMatch(/EPIPE|\n\s+at /);
});

// Of the systems that we know Linux alone has a disk that is always full.
test.skipIf(!existsSync('/dev/full'))('an answer that cannot be written is told, with an exit code of its own', () => {
  const { status, stderr } = spawnSync(process.execPath, [script, 'rules'], {
    env: {},
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^rutte-tally: the answer could not be written: ENOSPC/);
  expect(status).toBe(70);
});
