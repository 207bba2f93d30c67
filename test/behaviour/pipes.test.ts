import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/bin.ts';

interface Ended {
  readonly code: number | null;
  readonly read: string;
  readonly stderr: string;
}

/** Runs the program with a reader that hangs up after the first chunk. */
function hangUpOn(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, 'bin', 'rutte-tally.js'), ...args], {
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
  ['check', 1],
  ['status --format json', 0],
  ['validate --help', 0],
])('a reader that hangs up on %s is no failure and no trace', async (line, code) => {
  const ended = await hangUpOn(line.split(' '));
  expect(ended.code).toBe(code);
  expect(ended.read).not.toBe('');
  expect(ended.stderr).not.toMatch(/EPIPE|\n\s+at /);
});
