import { spawnSync } from 'node:child_process';

/**
 * What children inherit: all but the variables that change how node itself starts. Above all NODE_EXTRA_CA_CERTS, for
 * which Node 20 pays at every start, so that all ratios look better than they are.
 */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_')));

/**
 * Runs node to its end.
 *
 * @param words its command line
 * @param folder where it runs
 * @returns milliseconds from the start to the end, and what it wrote to each file descriptor; 3 is open for reports
 */
export function runNode(words, folder) {
  const start = performance.now();
  const child = spawnSync(process.execPath, words, {
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
