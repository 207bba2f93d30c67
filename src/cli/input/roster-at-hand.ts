import { lstatSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { stances } from '../../model/stance.ts';
import { isMapping } from '../../roster/yaml/cursor.ts';
import { readValues } from '../../roster/yaml/values.ts';
import { didYouMean, enumeration, nearest, quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { dataFolder } from '../contract/package.ts';
import { decode } from './decode.ts';
import { foldersIn, rosterFilesIn } from './folder.ts';
import { readDate } from './parse-date.ts';
import { readFile } from './read-file.ts';

/** The roster of a folder, as `init` writes it and messages call it. */
export const rosterOfFolder = 'rutte-tally.yaml';

/** The names that it may have, the first one that is there is read. */
const rosterNames = [rosterOfFolder, 'rutte-tally.yml', 'rutte-tally.json'];

/** The files of a folder that are its roster by their names, the one that is read first. */
export function rostersOfFolder(folder: string): readonly string[] {
  // A link that leads nowhere is there, and is said to be unreadable.
  return rosterNames.filter((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
}

/** Larger files, and more of them, are not looked into for a hint. */
const mostBytes = 1024 * 1024;
const mostFiles = 200;
const mostFolders = 20;

const mostNames = 6;

/** Why there is no roster where none is named, which ones could be meant, and how to begin one. */
export function noRoster(folder: string): Diagnostic {
  const others = otherRosters(folder);
  const begin = 'begin one with rutte-tally init';
  return {
    code: 'no-roster',
    severity: 'error',
    ...(others.length === 0
      ? { message: 'there is no roster in this folder', hint: `name one, or ${begin}` }
      : {
          message: `there is no ${rosterOfFolder} in this folder, and no roster was named`,
          hint: `name one: ${enumeration(others, 'or', mostNames)}; or ${begin}`,
        }),
  };
}

/** The files of a folder that have members, by name; none where it cannot be read. */
export function otherRosters(folder: string): readonly string[] {
  try {
    return rosterFilesIn(folder)
      .slice(0, mostFiles)
      .filter((name) => hasMembers(join(folder, name)));
  } catch {
    return [];
  }
}

function hasMembers(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size > mostBytes) return false;
  const read = readFile(path);
  return 'bytes' in read && isMeantAsRoster(decode(read.bytes).text);
}

/** Whether a text is a roster, with whatever mistakes, and not another file of YAML or JSON: it has members. */
export function isMeantAsRoster(text: string): boolean {
  if (!text.includes('members')) return false;
  // A line that begins so is a key of the document, and the reader need not be loaded.
  if (/^["']?members["']?:/m.test(text)) return true;
  const values = readValues(text);
  // A roster with a mistake in its YAML may be the one that is meant.
  return 'value' in values
    ? isMapping(values.value) && Object.hasOwn(values.value, 'members')
    : /^[\s{]*["']?members["']?[ \t]*:/m.test(text);
}

/** Why there is no roster in the folders that were named, and which of their subfolders have some. */
export function noneFound(folders: readonly string[], host: Pick<Host, 'cwd'>): Diagnostic {
  const deeper = folders.flatMap((folder) => subfoldersWithRosters(folder, host.cwd()));
  const isHere = folders.length === 1 && folders[0] === '.';
  return {
    code: 'no-roster',
    severity: 'error',
    message: isHere
      ? 'there is no roster in this folder'
      : `there is no roster in ${enumeration(folders.map(quote), 'or')}`,
    hint:
      deeper.length > 0
        ? `name a folder with rosters: ${enumeration(deeper, 'or', mostNames)}; or read all with --recursive`
        : 'a roster is a .yaml, .yml or .json file with "members:"; begin one with rutte-tally init',
  };
}

function subfoldersWithRosters(folder: string, cwd: string): readonly string[] {
  try {
    return foldersIn(resolve(cwd, folder))
      .slice(0, mostFolders)
      .map((name) => join(folder, name))
      .filter((path) => otherRosters(resolve(cwd, path)).length > 0);
  } catch {
    return [];
  }
}

/**
 * Why a word names no roster, and what it could have been.
 *
 * @param folder where the user is
 * @param today ISO day
 */
export function noSuch(name: string, folder: string, today: string): Diagnostic {
  const forms = 'no file, bundled roster or revision has that name; write a date with @, as in @2024-02-21 or @7d';
  const meant = (): string =>
    withEnding(name, folder) ??
    didYouMean(name, [...namesIn(dataFolder).map(withoutEnding), ...namesIn(folder)]) ??
    forms;
  const hint = 'value' in readDate(name, today) ? `for a date, write @${name}` : (whatIfMeant(name) ?? meant());
  return { code: 'unreadable-file', severity: 'error', message: 'cannot be read: there is no such file', hint };
}

/** The file of a folder that a name without its ending stands for, as a question. */
function withEnding(name: string, folder: string): string | undefined {
  const file = namesIn(folder).find((one) => withoutEnding(one) === name);
  return file === undefined ? undefined : `did you mean ${quote(file)}?`;
}

/** How a what-if is written, for a word that looks like one: `chi=support` behind the stance of another `--assume`. */
function whatIfMeant(name: string): string | undefined {
  const [, stance] = /^[^=/]+=([a-z-]+)$/.exec(name) ?? [];
  return stances.some((known) => known === stance)
    ? `each what-if needs its own --assume: --assume ${/\s/.test(name) ? quote(name) : name}`
    : undefined;
}

/**
 * What a file that cannot be read was probably meant to be: one of nearly that name, or one of those that are there.
 *
 * @param name the file as the user named it
 */
export function fileMeant(path: string, name: string): string | undefined {
  const inside = otherRosters(path).map((file) => join(name, file));
  if (inside.length > 0) return `name a roster in it: ${enumeration(inside, 'or', mostNames)}`;
  if (isThere(path)) return undefined;
  const whatIf = whatIfMeant(name);
  if (whatIf !== undefined) return whatIf;
  const near = nearest(basename(name), namesIn(dirname(path)));
  if (near !== undefined) return `did you mean "${join(dirname(name), near)}"?`;
  const there = otherRosters(dirname(path)).map((file) => join(dirname(name), file));
  return there.length === 0 ? undefined : `the rosters there are ${enumeration(there, 'and', mostNames)}`;
}

/** Whether something has that name, be it a link that leads nowhere. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // The path leads through what is no folder.
    return false;
  }
}

const withoutEnding = (file: string): string => file.replace(/\.[^.]*$/, '');

/** The files of a folder that may be rosters; none where the folder cannot be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return rosterFilesIn(folder);
  } catch {
    return [];
  }
}
