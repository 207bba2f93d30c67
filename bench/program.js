import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const parts = ['package.json', 'bin', 'data', 'dist'];

/**
 * A copy of what was built, so that a build meanwhile changes nothing and no roster lies where it is started.
 *
 * @returns the folder of the copy, and a remark for the reader where the build is older than its sources
 */
export function copyOfProgram(folder) {
  if (!existsSync(join(root, 'dist', 'cli'))) throw new Error('there is no build: npm run build');
  const copy = join(folder, 'program');
  if (!existsSync(copy)) {
    for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    cpSync(join(root, 'data', 'nato-2024.yaml'), join(copy, 'own.yaml'));
  }
  const stale = newest(join(root, 'src')) > newest(join(root, 'dist', 'cli'));
  return { folder: copy, remark: stale ? ' (of a build that is older than src: npm run build)' : '' };
}

/** When a file of a folder was last written. */
function newest(folder) {
  const times = readdirSync(folder, { recursive: true }).map((file) => statSync(join(folder, file)).mtimeMs);
  return times.reduce((latest, time) => Math.max(latest, time), 0);
}
