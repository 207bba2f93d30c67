/**
 * How the time of each command grows with each part of a roster: `node bench/growth.js`, after a build. It prints
 * processor time at a size and at several times that size, their ratio, and the peak memory. `--size 1000`, `--times 4`
 * and `--only REGEX` (of a command and a roster, as printed) change what is measured, `--limit 60` is in seconds.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growing } from './growing-rosters.js';
import { commands, fileOf } from './growth-commands.js';
import { temporaryFolder } from './temporary.js';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000' },
    times: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    limit: { type: 'string', default: '60' },
  },
});
const [size, times, limit] = [Number(values.size), Number(values.times), Number(values.limit)];
const folder = temporaryFolder();
const start = join(import.meta.dirname, '..', 'dist', 'cli', 'start.cjs');

function run(command, roster, at) {
  const file = join(folder, fileOf(roster, at));
  writeFileSync(file, growing[roster](at));
  const words = [join(import.meta.dirname, 'growth-run.js'), start, ...commands[command](file)];
  const child = spawnSync(process.execPath, words, {
    cwd: folder,
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    timeout: 1000 * limit,
    maxBuffer: 64 * 1024 * 1024,
  });
  return child.output[3]?.length > 0
    ? JSON.parse(child.output[3])
    : { code: child.signal ?? child.status, cpu: Number.NaN, peak: 0 };
}

console.log(
  `${['ratio', `ms at ${size}`, `at ${times * size}`, 'MB', 'exit'].map((head) => head.padStart(11)).join('')}  command and roster`,
);
for (const roster of Object.keys(growing))
  for (const command of Object.keys(commands)) {
    const name = `${command} - ${roster}`;
    if (!new RegExp(values.only).test(name)) continue;
    const [small, large] = [run(command, roster, size), run(command, roster, times * size)];
    const cells = [
      (large.cpu / small.cpu).toFixed(1),
      small.cpu.toFixed(0),
      large.cpu.toFixed(0),
      large.peak.toFixed(0),
      `${large.code}`,
    ];
    console.log(`${cells.map((cell) => cell.padStart(11)).join('')}  ${name}`);
  }
