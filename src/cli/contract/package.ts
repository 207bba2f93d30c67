import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };

/** The nearest folder at or above `folder` that has a `package.json`: sources and bundles lie at different depths. */
function packageFolderOf(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package.json')) ? folder : packageFolderOf(parent);
}

/** The folder of this package. */
export const packageFolder = packageFolderOf(import.meta.dirname);

/** Where the bundled rosters are. */
export const dataFolder = join(packageFolder, 'data');

/** The JSON Schema of the roster format, which the build has made. */
export const schemaPath = join(packageFolder, 'dist', 'roster.schema.json');

/**
 * What the build has read of a bundled roster: reading YAML is the most of a short run.
 *
 * @param text the file as it is now
 * @returns undefined for other files, and when the build has not seen this very text
 */
export function valuesFromBuild(path: string, text: string): unknown {
  if (dirname(path) !== dataFolder) return undefined;
  try {
    const built = JSON.parse(readFileSync(join(packageFolder, 'dist', 'data', `${basename(path)}.json`), 'utf8'));
    return built.text === text ? built.value : undefined;
  } catch {
    return undefined;
  }
}

/** The version of this program. */
export const version: string = manifest.version;
