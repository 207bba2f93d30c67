import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, script } from './bin.ts';

/** How a run has ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * What is loaded before the program: the nth call to the file system, counted from the making of the first temporary
 * file, sends a signal to the process itself. A call that writes has written half by then.
 */
const preload = `
const fs = require('node:fs');
const { SIGNAL, SIGNAL_AT } = process.env;
let calls = 0;
for (const [name, call] of Object.entries(fs).filter(([name]) => /^[a-z].*Sync$/.test(name))) {
  fs[name] = (...words) => {
    const begins = name === 'openSync' && /\\.rutte-tally-.*\\.tmp$/.test(String(words[0]));
    if (calls > 0 || begins) calls += 1;
    if (calls === Number(SIGNAL_AT)) {
      if (name === 'writeFileSync') {
        const [file, content, options] = words;
        const bytes = Buffer.from(content);
        call(file, bytes.subarray(0, bytes.length / 2), options);
      }
      process.kill(process.pid, SIGNAL);
    }
    return call(...words);
  };
}
`;

/** A function that runs a command in a folder, and sends it a signal before its nth call to the file system. */
export function signalled(words: readonly string[], cwd: string): (signal: NodeJS.Signals, call: number) => Ending {
  const file = join(emptyFolder(), 'preload.cjs');
  writeFileSync(file, preload);
  return (signal, call) => {
    const env = { SIGNAL: signal, SIGNAL_AT: String(call) };
    const run = spawnSync(process.execPath, ['--require', file, script, ...words], { cwd, env });
    return { code: run.status, signal: run.signal };
  };
}
