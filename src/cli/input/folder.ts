import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';

/**
 * The rosters that a user's words name, where a folder stands for the files in it that may be rosters, by name. What is
 * in folders inside is left out, and so are hidden files. No word names one roster: the one read when none is named.
 *
 * @throws UsageError for a folder without any, and for one that cannot be read
 */
export function unfold(words: readonly string[], host: Host): readonly [string | undefined, ...string[]] {
  const [first, ...others] = words.flatMap((word) => {
    const folder = resolve(host.cwd(), word);
    if (word === '-' || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [word];
    const files = filesIn(folder, word).filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name));
    if (files.length === 0)
      throw new UsageError('no-rosters', `${quote(word)} is a folder without a .yaml or .json file`);
    return files.sort().map((name) => join(word, name));
  });
  return [first, ...others];
}

function filesIn(folder: string, word: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UsageError('unreadable-folder', `${quote(word)} is a folder that cannot be read`);
  }
}
