import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { quote } from '../../text/suggest.ts';
import { reasonFor, systemCodeOf } from '../contract/system-error.ts';
import { UsageError } from '../contract/usage-error.ts';

/** Why what is there already is not written to, where it is neither a file nor a folder. */
const notAFile = 'this is a device or the like, and no file';

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
  if (there?.isDirectory() || /[\\/]$/.test(name) || name === '') throw unwritable(name, reasonFor('EISDIR', 'create'));
  if (there !== undefined && !replace) throw existing(name);
  if (there !== undefined && !there.isFile()) throw unwritable(name, notAFile);
  // What a link leads to is replaced, and the link stays.
  const target = there === undefined ? path : realpathSync(path);
  const temporary = temporaryIn(dirname(target));
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

function attempt<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EEXIST') throw existing(name);
    throw unwritable(name, reasonFor(code, 'create'));
  }
}

const existing = (name: string): UsageError =>
  new UsageError('file-exists', `${quote(name)} is there already, and is left as it is; to replace it: --force`);

const unwritable = (name: string, reason: string): UsageError =>
  new UsageError('unwritable-file', `${quote(name)} cannot be written: ${reason}`);

/**
 * Replaces a file's content in one step: whoever reads it sees the old one or the new one, whole, also when this process
 * is killed or the machine stops. A link stays, and what it leads to is replaced; the mode is kept, and the owner where
 * that is permitted. Other names of the same file (hard links) keep the old content.
 *
 * @param before the content on which the new one rests: when the file has another by now, it is left alone
 * @returns why the file is as it was, in words; undefined when it is replaced
 */
export function replaceFile(path: string, text: string, before?: Uint8Array): string | undefined {
  try {
    const target = realpathSync(path);
    const stats = statSync(target);
    if (!stats.isFile()) return notAFile;
    // A file that may not be written can be replaced all the same, and its owner does not expect that.
    accessSync(target, constants.W_OK);
    const folder = dirname(target);
    const temporary = temporaryIn(folder);
    try {
      writeWhole(temporary, text, stats);
      if (before !== undefined && !readFileSync(target).equals(before)) return 'somebody has changed it meanwhile';
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { force: true });
    }
    keepFolder(folder);
    return undefined;
  } catch (error) {
    return reasonFor(systemCodeOf(error), 'replace');
  }
}

function writeWhole(path: string, text: string, { mode, uid, gid }: Stats): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, Buffer.from(text));
    keepOwner(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Another's file that may be written becomes one's own, with the same group where that is permitted. */
function keepOwner(file: number, uid: number, gid: number): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid);
      return;
    } catch {}
  }
}

/** Has the folder remember the new file, on systems where a folder can be asked to. */
function keepFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {}
}

/** A name for the file beside its target that becomes the target. */
const temporaryIn = (folder: string): string =>
  join(folder, `.rutte-tally-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
