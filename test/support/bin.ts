import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const repository = join(import.meta.dirname, '..', '..');
export const script = join(repository, 'bin', 'rutte-tally.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built program as a user's shell would, with nothing in its environment but what is given. */
export function rutteTally(args: readonly string[], { cwd = repository, input = '', env = {} }: RunOptions = {}): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    input,
    env: { ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A run as a golden file has it: the command, its exit code and both streams. Git would lose carriage returns. */
export function transcript(args: readonly string[], { code, stdout, stderr }: Run): string {
  const words = args.map((word) => (/^[\w./=:@-]+$/.test(word) ? word : `'${word}'`));
  const text = `$ rutte-tally ${words.join(' ')}\nexit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`;
  return text.replaceAll('\r', '␍');
}
