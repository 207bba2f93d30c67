import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';

/** A word for a roster: one that the user wrote, or a file of a folder that the user named. */
export interface RosterWord {
  readonly word: string;
  /** The folder that the file was found in; it need not be a roster then. */
  readonly folder?: string;
}

/**
 * The rosters that the user's words name, with each folder replaced by the files in it that may be rosters, by name.
 * Hidden files are left out, and so are subfolders unless asked for.
 *
 * @throws UsageError for a folder that cannot be read
 */
export function unfold(
  words: readonly string[],
  { recursive }: { readonly recursive: boolean },
  host: Host,
): RosterWord[] {
  return words.flatMap((word): RosterWord[] => {
    if (!isFolder(word, host)) return [{ word }];
    return filesIn(resolve(host.cwd(), word), word, recursive).map((name) => ({
      word: join(word, name),
      folder: word,
    }));
  });
}

/** Whether words may name several rosters: there is more than one, or a folder among them, whatever is in it. */
export const nameSeveral = (words: readonly string[], host: Host): boolean =>
  words.length > 1 || words.some((word) => isFolder(word, host));

/** Whether a word names a folder. */
export const isFolder = (word: string, host: Host): boolean =>
  word !== '-' && statSync(resolve(host.cwd(), word), { throwIfNoEntry: false })?.isDirectory() === true;

/** Whether a file or folder of that name is left out where a folder is read: a hidden one, or installed packages. */
export const isInstalledOrHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** The files of a folder that may be rosters, by name; hidden ones are left out. @throws what the file system throws */
export const rosterFilesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name))
    .sort();

/** The folders in a folder that may have rosters, by name: no links, no hidden ones, and no installed packages. */
export const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isInstalledOrHidden(entry.name))
    .map(({ name }) => name)
    .sort();

function filesIn(folder: string, word: string, recursive: boolean): readonly string[] {
  try {
    const files = rosterFilesIn(folder);
    if (!recursive) return files;
    const deeper = foldersIn(folder).flatMap((name) =>
      filesIn(join(folder, name), join(word, name), true).map((file) => join(name, file)),
    );
    return [...files, ...deeper];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('unreadable-folder', `${quote(word)} is a folder that cannot be read`);
  }
}
