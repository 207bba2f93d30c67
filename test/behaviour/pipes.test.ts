import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, createReadStream, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository, script } from '../support/bin.ts';

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
const hasFullDisk = existsSync('/dev/full');
const full = (): number => openSync('/dev/full', 'w');

describe.skipIf(!hasFullDisk)('an output on a full disk', () => {
  test.each([
    'rules',
    '--version',
    'check nato-2024',
    'check nato-2024 --format json',
    'check data',
    'validate --help',
  ])('has an exit code of its own for %s, and is told once', (line) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...line.split(' ')], {
      env: {},
      cwd: repository,
      stdio: ['ignore', full(), 'pipe'],
      encoding: 'utf8',
    });
    expect(stderr.match(/could not be written/g)).toHaveLength(1);
    expect(stderr).toMatch(/^rutte-tally: the answer could not be written: the disk is full$/m);
    expect(status).toBe(74);
  });

  test.each(['status missing.yaml', 'stats', 'check missing.yaml'])(
    'is a failure for the complaints of %s, too',
    (line) => {
      const { status, stdout } = spawnSync(process.execPath, [script, ...line.split(' ')], {
        env: {},
        stdio: ['ignore', 'pipe', full()],
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
      expect(status).toBe(74);
    },
  );
});

// A limit of one block stands for a disk with room for a part of the answer.
test.skipIf(process.platform === 'win32')('an answer of which only a part could be written is a failure', () => {
  const file = join(emptyFolder(), 'answer.txt');
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, script, 'rules'], {
    env: {},
    stdio: ['ignore', openSync(file, 'w'), 'pipe'],
    encoding: 'utf8',
  });
  expect(statSync(file).size).toBe(512);
  expect(stderr).toBe('rutte-tally: the answer could not be written: the disk is full\n');
  expect(status).toBe(74);
});

// The pipe does not wait for its reader, and holds less than the answer: writing to it is refused until it has been read.
test.skipIf(process.platform === 'win32')('an answer to a full pipe that does not wait arrives whole', async () => {
  const pipe = join(emptyFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const words = [script, 'report', 'nato-2024', '--output', '-'];
  const whole = execFileSync(process.execPath, words, { env: {}, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
  const child = spawn('sh', ['-c', 'exec "$0" "$@" >&3', process.execPath, ...words], {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', end],
  });
  const code = new Promise((resolve) => child.on('close', resolve));
  const reader = createReadStream(pipe, { encoding: 'utf8' });
  reader.once('open', () => closeSync(end));
  let read = '';
  for await (const chunk of reader) read += chunk;
  expect(await code).toBe(0);
  expect(read).toBe(whole);
});
