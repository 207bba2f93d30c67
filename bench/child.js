import { spawnSync } from 'node:child_process';
import { temporaryFolder } from './temporary.js';

/**
 * The environment of child processes, without the variables that change how node starts. The worst is
 * NODE_EXTRA_CA_CERTS, which costs Node 20 time at every start and makes all ratios look better than they are. Compiled
 * code is kept in a folder of the benchmark, whose warm-ups fill it.
 */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_'))),
  XDG_CACHE_HOME: temporaryFolder(),
};

/**
 * Runs node until it exits.
 *
 * @param words the arguments of node
 * @param folder the working directory
 * @param node the program
 * @returns milliseconds from start to end, the exit code, and what was written to each file descriptor; 3 is open for
 * reports
 */
export function runNode(words, folder, node = process.execPath) {
  const start = performance.now();
  const child = spawnSync(node, words, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const milliseconds = performance.now() - start;
  if (child.error) throw child.error;
  return { milliseconds, code: child.status, written: child.output };
}
