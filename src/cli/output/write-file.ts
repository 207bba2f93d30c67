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

/** Reason for not writing to what is neither a file nor a folder. */
const notAFile = 'this is not a regular file';

/**
 * Writes a file whole or not at all: it gets its name when all of it is on the disk.
 *
 * @param name name of the file as the user gave it, for messages
 * @param replace replace an existing file; otherwise nothing that exists is touched, even if it appears meanwhile
 * @returns whether a file was replaced
 * @throws UsageError when the file exists, or cannot be written
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
  // A link is kept, and the file that it leads to is replaced.
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

/** Gives the file its name, unless that is taken by now. */
function putInPlace(temporary: string, target: string): void {
  try {
    // A hard link is refused when the name is taken.
    linkSync(temporary, target);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(systemCodeOf(error))) throw error;
    // Some file systems have no hard links: reserve the name first.
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
  new UsageError('file-exists', `${quote(name)} already exists; use --force to replace it`);

const unwritable = (name: string, reason: string): UsageError =>
  new UsageError('unwritable-file', `${quote(name)} cannot be written: ${reason}`);

/**
 * Replaces a file's content in one step: a reader sees the old content or the new, whole, even if this process is
 * killed or the machine stops. A link is kept, and the file that it leads to is replaced; the mode is kept, and the
 * owner where that is permitted. Hard links to the file keep the old content.
 *
 * @param before the content that the new one is based on; a file with any other content is left alone
 * @returns the reason for leaving the file as it was, in words; undefined when it is replaced
 */
export function replaceFile(path: string, text: string, before?: Uint8Array): string | undefined {
  try {
    const target = realpathSync(path);
    const stats = statSync(target);
    if (!stats.isFile()) return notAFile;
    // A rename would replace a read-only file too, which its owner does not expect.
    accessSync(target, constants.W_OK);
    const folder = dirname(target);
    const temporary = temporaryIn(folder);
    try {
      writeWhole(temporary, text, stats);
      if (before !== undefined && !readFileSync(target).equals(before))
        return 'another program has changed it in the meantime';
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

/** Keeps the owner and the group of the file where that is permitted, otherwise the group alone. */
function keepOwner(file: number, uid: number, gid: number): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid);
      return;
    } catch {}
  }
}

/** Flushes the folder's entry for the file to the disk, on systems that can. */
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

/** A path for the temporary file, in the folder of its target. */
const temporaryIn = (folder: string): string =>
  join(folder, `.rutte-tally-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
