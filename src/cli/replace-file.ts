import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
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
import { systemCodeOf } from './system-error.ts';

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
    if (!stats.isFile()) return 'this is a device or the like, and no file';
    // A file that may not be written can be replaced all the same, and its owner does not expect that.
    accessSync(target, constants.W_OK);
    const folder = dirname(target);
    const temporary = join(folder, `.rutte-tally-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
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
    const code = systemCodeOf(error);
    return reasons[code] ?? code;
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

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'writing it, or a file beside it, is not permitted',
  EPERM: 'writing it, or a file beside it, is not permitted',
  EROFS: 'it is on a disk that is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'the disk is full',
};
