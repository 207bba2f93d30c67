import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import type { Roster } from '../../model/roster.ts';

/** The nearest folder at or above `folder` that has a `package.json`: sources and bundles lie at different depths. */
function packageFolderOf(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package.json')) ? folder : packageFolderOf(parent);
}

/** The folder of this package. */
export const packageFolder = packageFolderOf(import.meta.dirname);

/** The folder of the bundled rosters. */
export const dataFolder = join(packageFolder, 'data');

/** The path of the JSON Schema of the roster format, which the build writes. */
export const schemaPath = join(packageFolder, 'dist', 'roster.schema.json');

/**
 * A bundled roster, as the build has read it: reading takes most of a short run.
 *
 * @param text the content of the file now
 * @returns undefined for any other file, and when the build has read a different content
 */
export function rosterFromBuild(path: string, text: string): Roster | undefined {
  if (dirname(path) !== dataFolder) return undefined;
  try {
    const built = JSON.parse(readFileSync(join(packageFolder, 'dist', 'data', `${basename(path)}.json`), 'utf8'));
    return built.text === text ? built.roster : undefined;
  } catch {
    return undefined;
  }
}

/** The version of this program. */
export const version: string = manifest.version;
