/**
 * Measures one case in a process of its own: `node --expose-gc worker.js FILE BUNDLE CASE`. It writes to file
 * descriptor 3, as JSON, the milliseconds of each phase in wall and processor time, for a cold first run and for five
 * warm runs, and the bytes that the result of the first run holds. Garbage is collected between runs, outside the
 * measured time.
 */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const warmRuns = 5;
const [file, bundle, index] = process.argv.slice(2);
const { measure } = await import(`./${join('in-process', file)}`);
const program = createRequire(import.meta.url)(bundle);
const input = measure.prepare(measure.cases[Number(index)]);

/** Runs all phases; each gets what those before it have returned. */
function run() {
  let known = input;
  const times = Object.entries(measure.phases).map(([phase, work]) => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const result = work(known, program);
    const { user, system } = process.cpuUsage(before);
    const times = { wall: performance.now() - start, cpu: (user + system) / 1000 };
    if (result === undefined) throw new Error(`"${phase}" came to nothing`);
    known = { ...known, ...result };
    return times;
  });
  return { times, known };
}

/** The bytes of the heap in use after collecting garbage. */
function bytesInUse() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

const before = bytesInUse();
const first = run();
const held = bytesInUse() - before;
const report = { cold: first.times, warm: [], held };
for (let count = 0; count < warmRuns; count += 1) {
  globalThis.gc();
  report.warm.push(run().times);
}
writeSync(3, JSON.stringify(report));
