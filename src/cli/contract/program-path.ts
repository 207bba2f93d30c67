import { existsSync } from 'node:fs';
import { win32 } from 'node:path';

/**
 * The word by which a program is started: its name, or on Windows its path. There a name alone would be looked for in the
 * current folder first, and a folder of rosters may have been filled by somebody else.
 *
 * @returns undefined where it is in no folder of the path
 */
export function programPath(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  isThere: (path: string) => boolean = existsSync,
): string | undefined {
  if (platform !== 'win32') return name;
  // Windows writes it `Path`, and a copy of the environment is no longer read in any case.
  const [, path = ''] = Object.entries(env).find(([key]) => key.toUpperCase() === 'PATH') ?? [];
  return path
    .split(win32.delimiter)
    .map((folder) => folder.replaceAll('"', ''))
    .filter((folder) => /^(?:[a-z]:)?[\\/]/i.test(folder))
    .map((folder) => win32.join(folder, `${name}.exe`))
    .find(isThere);
}
