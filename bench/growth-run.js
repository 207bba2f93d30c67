/**
 * Runs a command in a process of its own, `node growth-run.js START WORDS…`, and writes to file descriptor 3, as JSON,
 * the milliseconds of processor time that it took after it was loaded, and its peak memory in megabytes.
 */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const [start, ...words] = process.argv.slice(2);
const { main } = createRequire(import.meta.url)(start);
const before = process.cpuUsage();
process.stdout.on('error', () => {});
main(words, process).then((code) => {
  process.exitCode = code;
});
process.on('exit', (code) => {
  const { user, system } = process.cpuUsage(before);
  writeSync(3, JSON.stringify({ code, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }));
});
