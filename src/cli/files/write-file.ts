import {
  chmodSync,
  closeSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { quote } from '../../text/suggest.ts';
import { notAFile, reasonFor, systemCodeOf } from '../contract/system-error.ts';
import { UsageError } from '../contract/usage-error.ts';
import { patiently, type Waiting } from './patience.ts';
import { renameOver } from './replace-file.ts';
import { uninterrupted } from './signals.ts';
import { busy, inTurn, outOfTurn } from './temporary-file.ts';

/**
 * Writes a file whole or not at all: it gets its name when all of it is on the disk.
 *
 * @param name name of the file as the user gave it, for messages
 * @param replace replace an existing file, in turn with others that do; otherwise nothing that exists is touched, even
 * if it appears meanwhile
 * @returns whether a file was replaced
 * @throws UsageError when the file exists, or cannot be written
 */
export async function writeNewFile(
  path: string,
  text: string,
  { name, replace }: { name: string; replace: boolean },
  waiting?: Waiting,
): Promise<boolean> {
  const since = Date.now();
  const result = await uninterrupted(() => patiently(() => attempt(path, text, { name, replace, since }), waiting));
  if (result === busy) throw unwritable(name, 'other programs are writing it');
  return result;
}

function attempt(
  path: string,
  text: string,
  { name, replace, since }: { name: string; replace: boolean; since: number },
): boolean | typeof busy {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() || /[\\/]$/.test(name) || name === '')
      throw unwritable(name, reasonFor('EISDIR', 'create'));
    if (there !== undefined && !replace) throw existing(name);
    if (there !== undefined && !there.isFile()) throw unwritable(name, notAFile);
    // A link is kept, and the file that it leads to is replaced.
    const target = there === undefined ? path : realpathSync(path);
    if (!replace)
      return outOfTurn(target, 0o666, (temporary) => {
        writeWhole(temporary, text);
        putInPlace(temporary, target);
        return false;
      });
    return inTurn(target, { since, mode: 0o666 }, (temporary) => {
      writeWhole(temporary, text, there);
      return renameOver(temporary, target) ? there !== undefined : busy;
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = systemCodeOf(error);
    throw code === 'EEXIST' ? existing(name) : unwritable(name, reasonFor(code, 'create'));
  }
}

/** @param replaced the file whose permissions it is to have */
function writeWhole(temporary: string, text: string, replaced?: Stats): void {
  // A file that another process has removed is not made again.
  writeFileSync(temporary, text, { flag: 'r+', flush: true });
  if (replaced !== undefined) chmodSync(temporary, replaced.mode & 0o777);
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

const existing = (name: string): UsageError =>
  new UsageError('file-exists', `${quote(name)} already exists; use --force to replace it`);

const unwritable = (name: string, reason: string): UsageError =>
  new UsageError('unwritable-file', `${quote(name)} cannot be written: ${reason}`);
