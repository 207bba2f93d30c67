import { cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeRoster, shapes } from './made-rosters.js';

const root = join(import.meta.dirname, '..');
const parts = ['package.json', 'bin', 'data', 'dist'];

/** How many rosters the folder `decisions` has, and how many members each of them. */
const manyRosters = 105;
const membersOfMany = 12;

/**
 * Copies the build, so that a build meanwhile changes nothing and the runs start in a folder without a default roster.
 *
 * @returns the folder of the copy, and a remark when the build is older than its sources
 */
export function copyOfProgram(folder) {
  if (!existsSync(join(root, 'dist', 'cli'))) throw new Error('there is no build: npm run build');
  const copy = join(folder, 'program');
  if (!existsSync(copy)) {
    for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    cpSync(join(root, 'data', 'nato-2024.yaml'), join(copy, 'own.yaml'));
    mkdirSync(join(copy, 'decisions'));
    for (let number = 0; number < manyRosters; number += 1)
      writeFileSync(join(copy, 'decisions', `${number}.yaml`), madeRoster(shapes[0], membersOfMany));
  }
  const stale = newest(join(root, 'src')) > newest(join(root, 'dist', 'cli'));
  return { folder: copy, remark: stale ? ' (of a build that is older than src: npm run build)' : '' };
}

/** The time at which a file in a folder was last written, in milliseconds. */
function newest(folder) {
  const times = readdirSync(folder, { recursive: true }).map((file) => statSync(join(folder, file)).mtimeMs);
  return times.reduce((latest, time) => Math.max(latest, time), 0);
}
