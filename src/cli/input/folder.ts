import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';

/**
 * The rosters that the user's words name, with each folder replaced by the files in it that may be rosters, by name.
 * Subfolders and hidden files are left out. No words name one roster: the default, which is undefined.
 *
 * @throws UsageError for a folder without rosters, and for one that cannot be read
 */
export function unfold(words: readonly string[], host: Host): readonly [string | undefined, ...string[]] {
  const [first, ...others] = words.flatMap((word) => {
    const folder = resolve(host.cwd(), word);
    if (word === '-' || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [word];
    const files = filesIn(folder, word);
    if (files.length === 0)
      throw new UsageError('no-rosters', `${quote(word)} is a folder without a .yaml or .json file`);
    return files.map((name) => join(word, name));
  });
  return [first, ...others];
}

/** The files of a folder that may be rosters, by name; hidden ones are left out. @throws what the file system throws */
export const rosterFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name))
    .sort();

function filesIn(folder: string, word: string): readonly string[] {
  try {
    return rosterFilesIn(folder);
  } catch {
    throw new UsageError('unreadable-folder', `${quote(word)} is a folder that cannot be read`);
  }
}
