import { Buffer } from 'node:buffer';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { notAFile, reasonFor, systemCodeOf } from '../contract/system-error.ts';
import type { Bytes } from '../input/decode.ts';
import { readFile } from '../input/read-file.ts';
import { patiently, type Waiting } from './patience.ts';
import { uninterrupted } from './signals.ts';
import { busy, inTurn } from './temporary-file.ts';

/** What became of a file that was to be changed. */
export type Replacement =
  | { readonly kind: 'replaced' }
  /** The edit had no text for it. */
  | { readonly kind: 'unchanged' }
  /** Others have been changing it for longer than one waits. */
  | { readonly kind: 'busy' }
  /** It cannot be replaced; the reason is in words. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Changes a file in one step: a reader sees the old content or the new, whole, even if this process is killed or the
 * machine stops. Of several processes that change it at once, each has its turn and edits what the one before has left.
 * A link is kept, and the file that it leads to is replaced; the mode is kept, and the owner where that is permitted.
 * Hard links to the file keep the old content.
 *
 * @param edit the new text for the file as it is now, or undefined to leave it as it is; asked whenever the file is read
 */
export async function replaceFile(
  path: string,
  edit: (now: Bytes) => string | undefined,
  waiting?: Waiting,
): Promise<Replacement> {
  const since = Date.now();
  const result = await uninterrupted(() => patiently(() => attempt(path, since, edit), waiting));
  return result === busy ? { kind: 'busy' } : result;
}

function attempt(path: string, since: number, edit: (now: Bytes) => string | undefined): Replacement | typeof busy {
  try {
    const target = realpathSync(path);
    if (!statSync(target).isFile()) return { kind: 'failed', reason: notAFile };
    // A rename would replace a read-only file too, which its owner does not expect.
    accessSync(target, constants.W_OK);
    return inTurn(target, { since, mode: 0o600 }, (temporary) => replaceBy(temporary, target, edit));
  } catch (error) {
    return { kind: 'failed', reason: reasonFor(systemCodeOf(error), 'replace') };
  }
}

function replaceBy(
  temporary: string,
  target: string,
  edit: (now: Bytes) => string | undefined,
): Replacement | typeof busy {
  const now = readFile(target);
  const text = edit(now);
  if (text === undefined) return { kind: 'unchanged' };
  writeWhole(temporary, text, statSync(target));
  // Not every program waits for its turn.
  if (!isSame(now, readFile(target)) || !renameOver(temporary, target)) return busy;
  keepFolder(dirname(target));
  return { kind: 'replaced' };
}

/** Whether two readings of a file found the same content. */
export const isSame = (a: Bytes, b: Bytes): boolean =>
  'bytes' in a && 'bytes' in b && Buffer.compare(a.bytes, b.bytes) === 0;

/** Gives the temporary file its name. @returns false where a reader keeps Windows from it at the moment */
export function renameOver(temporary: string, target: string): boolean {
  try {
    renameSync(temporary, target);
    return true;
  } catch (error) {
    if (process.platform === 'win32' && ['EACCES', 'EBUSY', 'EPERM'].includes(systemCodeOf(error))) return false;
    throw error;
  }
}

function writeWhole(path: string, text: string, { mode, uid, gid }: Stats): void {
  // A file that another process has removed is not made again.
  const file = openSync(path, 'r+');
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
