/**
 * The benchmark: `npm run bench`, or `npm run bench -- --runs 5`. It prints tables and fails nothing. Each file in
 * `in-process/` is a measure with tables of its own. `npm run bench -- --installed` measures what npm installs instead.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { measureInside } from './inside.js';
import { measureInstalled } from './installed.js';
import { load, machine } from './machine.js';
import { measureMemory } from './memory.js';
import { copyOfProgram } from './program.js';
import { measureReports } from './report.js';
import { measureScale } from './scale.js';
import { measureStart } from './start.js';
import { temporaryFolder } from './temporary.js';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, installed: { type: 'boolean' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new RangeError('--runs is a whole number, one or more');

const folder = temporaryFolder();
const inProcess = values.installed ? [] : readdirSync(join(import.meta.dirname, 'in-process')).sort();
const sections = values.installed
  ? [() => measureInstalled(folder, runs)]
  : [
      () => measureStart(copyOfProgram(folder), runs),
      () => measureMemory(copyOfProgram(folder), Math.min(runs, 5)),
      () => measureScale(copyOfProgram(folder), Math.min(runs, 3)),
      () => measureReports(copyOfProgram(folder)),
    ];
for (const file of inProcess) {
  const { measure } = await import(`./in-process/${file}`);
  sections.push(() => measureInside(measure, file, folder));
}

console.log(machine());
for (const section of sections) {
  try {
    console.log(`\n${await section()}`);
  } catch (error) {
    console.log(`\nNot measured: ${error.message}`);
  }
  // Handles an interrupt that arrived while child processes ran.
  await setImmediate();
}
console.log(`\nDone; ${load()} at the end`);
