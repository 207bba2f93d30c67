import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { quote } from '../roster/wording.ts';
import { systemCodeOf } from './system-error.ts';
import { UsageError } from './usage.ts';

/**
 * Writes a file whole or not at all: it appears under its name when all of it is on the disk.
 *
 * @param name as the user named it, for messages
 * @param replace over what is there; else nothing that is there is touched, also when it comes in between
 * @returns whether something was replaced
 * @throws UsageError where it is there already, or cannot be written
 */
export function writeNewFile(
  path: string,
  text: string,
  { name, replace }: { name: string; replace: boolean },
): boolean {
  const there = attempt(name, () => statSync(path, { throwIfNoEntry: false }));
  if (there?.isDirectory() || /[\\/]$/.test(name) || name === '') throw unwritable(name, reasons.EISDIR ?? '');
  if (there !== undefined && !replace) throw existing(name);
  if (there !== undefined && !there.isFile()) throw unwritable(name, 'this is a device or the like, and no file');
  // What a link leads to is replaced, and the link stays.
  const target = there === undefined ? path : realpathSync(path);
  const temporary = join(dirname(target), `.rutte-tally-${randomUUID()}.tmp`);
  attempt(name, () => {
    try {
      writeFileSync(temporary, text, { flag: 'wx', flush: true });
      if (there !== undefined) chmodSync(temporary, there.mode & 0o777);
      if (replace) renameSync(temporary, target);
      else putInPlace(temporary, target);
    } finally {
      rmSync(temporary, { force: true });
    }
  });
  return there !== undefined;
}

/** Gives the file its name, unless something has that name by now. */
function putInPlace(temporary: string, target: string): void {
  try {
    // A second name for the file, which is refused where the name is taken.
    linkSync(temporary, target);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCodeOf(error))) throw error;
    // Some file systems have no second names: take the name first.
    closeSync(openSync(target, 'wx'));
    renameSync(temporary, target);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'this is a folder',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'writing there is not permitted',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'the disk is full',
};

function attempt<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EEXIST') throw existing(name);
    throw unwritable(name, reasons[code] ?? code);
  }
}

const existing = (name: string): UsageError =>
  new UsageError('file-exists', `${quote(name)} is there already, and is left as it is; to replace it: --force`);

const unwritable = (name: string, reason: string): UsageError =>
  new UsageError('unwritable-file', `${quote(name)} cannot be written: ${reason}`);
