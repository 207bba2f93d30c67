import { closeSync, openSync, readdirSync, readlinkSync, statSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checksum } from '../../text/checksum.ts';
import { systemCodeOf } from '../contract/system-error.ts';

/** Word for a turn that another process has. */
export const busy = 'busy';

/** Age in milliseconds from which on a temporary file is nobody's: waiting and writing take seconds. */
const longestTurn = 30_000;

/**
 * The result of writing a file in turn with the other processes that would replace it.
 *
 * A process has the turn when its temporary file is the only one for the target. Each creates its own before it looks
 * for others, so of two at least one sees the other; the one that began to wait later gives way. The file of a process
 * that is gone is removed. Should one be removed in error, its owner can no longer give it the target's name, and has to
 * try again: nothing is ever overwritten unseen.
 *
 * @param since when the process began to wait
 * @param mode permissions of the temporary file
 * @param write writes the temporary file, and gives it the target's name
 * @returns `busy` where another process has the turn, or has taken it
 */
export function inTurn<T>(
  target: string,
  { since, mode }: { readonly since: number; readonly mode: number },
  write: (temporary: string) => T,
): T | typeof busy {
  const temporary = temporaryFor(target, since);
  if (isHeld(temporary)) return busy;
  return withTemporary(temporary, mode, () =>
    unlessTaken(temporary, () => (hasTurn(temporary) ? write(temporary) : busy)),
  );
}

/** Whether a process of this machine that began to wait earlier has the turn, which is seen without getting in the way. */
function isHeld(temporary: string): boolean {
  const own = partsOf(temporary);
  return rivalsOf(temporary).some(
    ({ name, since, machine }) => name < own.name && machine === own.machine && own.since - since < longestTurn,
  );
}

/** Whether a process has the turn at once or soon. Those that came later give way when they see its file. */
function hasTurn(temporary: string): boolean {
  for (let looks = 0; looks < 50; looks += 1) {
    const rivals = rivalsOf(temporary);
    if (rivals.length === 0) return true;
    if (rivals.some(({ name }) => name < basename(temporary))) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4);
  }
  return false;
}

/** The result of writing a file by way of a temporary one, whoever else does so. Files that are nobody's are removed. */
export function outOfTurn<T>(target: string, mode: number, write: (temporary: string) => T): T {
  const temporary = temporaryFor(target, Date.now());
  clear(temporary);
  return withTemporary(temporary, mode, () => {
    // The clock of the disk is known now.
    clear(temporary);
    return write(temporary);
  });
}

function clear(temporary: string): void {
  try {
    rivalsOf(temporary);
  } catch {
    // A folder that cannot be listed may be written to all the same.
  }
}

function withTemporary<T>(temporary: string, mode: number, act: () => T): T {
  try {
    closeSync(openSync(temporary, 'wx', mode));
    return act();
  } finally {
    remove(temporary);
  }
}

function unlessTaken<T>(temporary: string, act: () => T): T | typeof busy {
  try {
    return act();
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT' && isTaken(temporary)) return busy;
    throw error;
  }
}

/** Whether a temporary file was removed by another process, and not with its folder. */
const isTaken = (temporary: string): boolean =>
  statSync(dirname(temporary), { throwIfNoEntry: false }) !== undefined &&
  statSync(temporary, { throwIfNoEntry: false }) === undefined;

/** Removes a file if it is there. What is in the way of that is told when the file is used. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {}
}

/** Eight digits for a text. Two texts with the same only wait for each other. */
const digest = (text: string): string => eightDigits(checksum(new TextEncoder().encode(text)));

const eightDigits = (number: number): string => number.toString(16).padStart(8, '0');

/** A name for a temporary file next to its target: target, time, machine, process, and something random. */
function temporaryFor(target: string, since: number): string {
  // File systems that take `a` and `A` for one name have only one turn for both.
  const key = digest(basename(target).normalize('NFC').toLowerCase());
  const time = since.toString(16).padStart(12, '0');
  const name = `.rutte-tally-${key}-${time}-${machine()}-${process.pid}-${eightDigits(Math.floor(Math.random() * 2 ** 32))}.tmp`;
  return join(dirname(target), name);
}

const temporaryName = /^\.rutte-tally-([0-9a-f]{8})-([0-9a-f]{12})-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;

/** The machine, or the container on it, within which a process has its number. */
function machine(): string {
  try {
    return digest(`${hostname()} ${readlinkSync('/proc/self/ns/pid')}`);
  } catch {
    return digest(hostname());
  }
}

interface Parts {
  readonly name: string;
  /** The target; undefined for a name that is none of a temporary file. */
  readonly key: string | undefined;
  readonly since: number;
  readonly machine: string | undefined;
  readonly pid: number;
}

function partsOf(path: string): Parts {
  const name = basename(path);
  const [, key, since, machine, pid] = temporaryName.exec(name) ?? [];
  return { name, key, since: Number(`0x${since}`), machine, pid: Number(pid) };
}

/** Other processes' temporary files for the same target. Those that are nobody's, for any target, are removed. */
function rivalsOf(temporary: string): Parts[] {
  const folder = dirname(temporary);
  const own = partsOf(temporary);
  // The clock of the disk, which may be that of another machine.
  const now = statSync(temporary, { throwIfNoEntry: false })?.mtimeMs;
  return readdirSync(folder)
    .map(partsOf)
    .filter((other) => {
      if (other.key === undefined || other.name === own.name) return false;
      const path = join(folder, other.name);
      const isNobodys = (other.machine === own.machine && isGone(other.pid)) || (now !== undefined && isOld(path, now));
      if (isNobodys) remove(path);
      return !isNobodys && other.key === own.key;
    });
}

/** Whether a process of this machine no longer writes. This one writes one file at a time, so its others are left over. */
function isGone(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // A process of another user is there, though no signal may be sent to it.
    return systemCodeOf(error) === 'ESRCH';
  }
}

function isOld(path: string, now: number): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  return there !== undefined && now - there.mtimeMs > longestTurn;
}
