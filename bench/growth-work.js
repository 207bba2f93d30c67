/**
 * Counts what commands do instead of taking the time: `node --no-opt growth-work.js START`, with `[[command, roster, sizes], …]`
 * as JSON on standard input. It writes to file descriptor 3, as JSON, for each of them the numbers of times that parts of
 * the program ran at each size, by V8's own count. Two runs give the same numbers; V8 does not count all of what it has
 * optimized.
 */
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { growing } from './growing-rosters.js';
import { commands, fileOf } from './growth-commands.js';
import { temporaryFolder } from './temporary.js';

const [start] = process.argv.slice(2);
const { main } = createRequire(import.meta.url)(start);
const built = dirname(start);
const folder = temporaryFolder();
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

const takeCount = async () => {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes(built))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
};

async function workAt(command, roster, size) {
  const file = join(folder, fileOf(roster, size));
  writeFileSync(file, growing[roster](size));
  await takeCount();
  await main(commands[command](file), process);
  return takeCount();
}

const counted = [];
for (const [command, roster, sizes] of JSON.parse(readFileSync(0, 'utf8'))) {
  // What is made once a process is made before.
  await workAt(command, roster, sizes[0]);
  const works = [];
  for (const size of sizes) works.push(await workAt(command, roster, size));
  counted.push(works);
}
writeSync(3, JSON.stringify(counted));
