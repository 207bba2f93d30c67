import { existsSync, lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quote } from '../../../text/suggest.ts';
import type { Host } from '../../contract/host.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { originOf, rosterOfFolder } from '../../input/origin.ts';

/** A file that a command is to change. */
export interface Target {
  /** Name as the user gave it. */
  readonly file: string;
  readonly path: string;
}

/**
 * The file that a designator names, or the roster of this folder. Only a file can be changed, never a bundled roster.
 *
 * @throws UsageError
 */
export function targetOf(designator: string | undefined, host: Host): Target {
  if (designator === undefined) {
    const path = join(host.cwd(), rosterOfFolder);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return { file: rosterOfFolder, path };
    const message = `there is no ${rosterOfFolder} in this folder, and the bundled roster is not changed`;
    throw new UsageError('no-file', `${message}: name the file that is to be changed`);
  }
  const path = resolve(host.cwd(), designator);
  if (designator !== '-' && existsSync(path)) return { file: designator, path };
  const { place, date, file } = originOf(designator, host);
  if (place.kind === 'stream') throw notAFile('standard input');
  if (date !== undefined || place.kind === 'blob') throw notAFile(`the snapshot ${quote(designator)}`);
  if (place.path !== path) throw notAFile(`the bundled roster ${file}`);
  return { file: designator, path };
}

const notAFile = (what: string): UsageError =>
  new UsageError('no-file', `${what} cannot be changed: name the file that is to be`);
