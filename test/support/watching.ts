import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { script } from './bin.ts';

/** A run that goes on until it is told to stop, in a pipe; what it has printed so far can be waited for. */
export function startWatching(words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [script, ...words], { cwd, env: {} });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [printed, complaints, seen] = ['', '', 0];
  const readers = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    for (const reader of readers) reader();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  return {
    /** Waits until it has printed this, after what was waited for before. */
    until: (text: string): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const at = printed.indexOf(text, seen);
          if (at < 0) return;
          seen = at + text.length;
          readers.delete(look);
          resolve();
        };
        readers.add(look);
        look();
      }),
    printed: (): string => printed,
    /** Closes the pipe that it prints to. */
    hangUp: (): Promise<{ code: number | null; complaints: string }> =>
      new Promise((resolve) => {
        child.on('close', (code) => resolve({ code, complaints }));
        child.stdout.destroy();
      }),
    stop: (signal: NodeJS.Signals): Promise<{ code: number | null; complaints: string }> =>
      new Promise((resolve) => {
        child.on('close', (code) => resolve({ code, complaints }));
        child.kill(signal);
      }),
  };
}
