import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { checksum } from '../../text/checksum.ts';

/** What is asked of the system that the program runs on. */
export interface System {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The version of Node. */
  readonly version: string;
  /** The user; absent on Windows, where everybody has a cache folder of their own. */
  geteuid?(): number;
}

/** The most versions of the program, of Node and of places of installation that are kept. */
const mostPrograms = 8;

/**
 * The commands, each with a cache of its own: what it has compiled is all that it loads. The words of a command line
 * name folders, so that others share one.
 */
export const cachedCommands: ReadonlySet<string> = new Set([
  'status',
  'check',
  'diff',
  'timeline',
  'member',
  'snapshot',
  'validate',
  'list',
  'matrix',
  'agreement',
  'report',
  'import',
  'init',
  'record',
  'rules',
  'schema',
  'completion',
  '__complete',
]);

/**
 * The folder for compiled code of a command in the user's cache folder, made where it is missing. Compiled code is run
 * without being read, so it comes from nobody else.
 *
 * @param program the version of the program, and the folder that it is installed in
 * @returns undefined where there is no cache folder, where others may write to ours, and where the user wants none
 */
export function cacheFolder(
  word: string | undefined,
  { version, installed }: { readonly version: string; readonly installed: string },
  system: System,
): string | undefined {
  if ((system.env.NODE_DISABLE_COMPILE_CACHE ?? '') !== '') return undefined;
  const base = userCacheFolder(system);
  if (base === undefined) return undefined;
  try {
    const all = join(base, 'rutte-tally');
    const place = checksum(new TextEncoder().encode(installed)).toString(16);
    const program = join(all, [version, system.version, system.arch, place].join('-'));
    const path = join(program, word !== undefined && cachedCommands.has(word) ? word : 'other');
    if (!isOurs(all, system)) {
      // Started by another user than the one whose home it is (`sudo`): nothing of ours shall lie there.
      if (lstatSync(all, { throwIfNoEntry: false }) !== undefined || !isUsersOwn(base, system)) return undefined;
      mkdirSync(all, { recursive: true, mode: 0o700 });
    }
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
    if (lstatSync(program, { throwIfNoEntry: false }) === undefined) removeOldest(all);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  } catch {
    return undefined;
  }
}

function userCacheFolder({ env, platform }: System): string | undefined {
  const at = (start: string | undefined, ...names: readonly string[]): string | undefined =>
    start !== undefined && isAbsolute(start) ? join(start, ...names) : undefined;
  if (platform === 'win32') return at(env.LOCALAPPDATA);
  return at(env.XDG_CACHE_HOME) ?? (platform === 'darwin' ? at(env.HOME, 'Library', 'Caches') : at(env.HOME, '.cache'));
}

/** Whether a folder is this user's, and nobody else may write to it. */
function isOurs(path: string, { geteuid }: System): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory()) return false;
  return geteuid === undefined || (found.uid === geteuid() && (found.mode & 0o022) === 0);
}

/** Whether a folder that may not exist yet would be made in one of this user's. */
function isUsersOwn(path: string, system: System): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return dirname(path) !== path && isUsersOwn(dirname(path), system);
  return system.geteuid === undefined || found.uid === system.geteuid();
}

/** Makes room for one more program. */
function removeOldest(all: string): void {
  const programs = readdirSync(all).map((name) => join(all, name));
  const latestFirst = programs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const path of latestFirst.slice(mostPrograms - 1)) rmSync(path, { recursive: true, force: true });
}
