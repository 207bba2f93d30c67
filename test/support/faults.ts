import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, script } from './bin.ts';

/** How a run has ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/**
 * What is loaded before the program: the nth call to the file system, counted from the making of the first temporary
 * file to the removal of the last, fails, or sends a signal to the process itself. A call that writes has written half
 * by then.
 */
const preload = `
const fs = require('node:fs');
const { FAULT, FAULT_AT } = process.env;
let calls = 0;
let happened = false;
process.on('exit', () => {
  if (!happened) process.stderr.write('no fault');
});
for (const [name, call] of Object.entries(fs).filter(([name]) => /^[a-z].*Sync$/.test(name))) {
  fs[name] = (...words) => {
    const begins = name === 'openSync' && /\\.rutte-tally-.*\\.tmp$/.test(String(words[0]));
    if (calls > 0 || begins) calls += 1;
    if (calls === Number(FAULT_AT)) {
      happened = true;
      if (name === 'writeFileSync') {
        const [file, content, options] = words;
        const bytes = Buffer.from(content);
        call(file, bytes.subarray(0, bytes.length / 2), options);
      }
      if (FAULT.startsWith('SIG')) process.kill(process.pid, FAULT);
      else if (name !== 'unlinkSync') throw Object.assign(new Error(FAULT), { code: FAULT });
    }
    const result = call(...words);
    if (calls > 0 && name === 'unlinkSync') calls = Number.NaN;
    return result;
  };
}
`;

/**
 * A function that runs a command in a folder, in which the nth call to the file system fails with an error such as
 * `ENOSPC`, or a signal such as `SIGKILL` comes. Standard error says `no fault` where there are fewer calls.
 */
export function withFault(words: readonly string[], cwd: string): (fault: string, call: number) => Ending {
  const file = join(emptyFolder(), 'preload.cjs');
  writeFileSync(file, preload);
  return (fault, call) => {
    const env = { FAULT: fault, FAULT_AT: String(call) };
    const run = spawnSync(process.execPath, ['--require', file, script, ...words], { cwd, env, encoding: 'utf8' });
    return { code: run.status, signal: run.signal, stderr: run.stderr };
  };
}
