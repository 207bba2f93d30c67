import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Roster } from '../../model/roster.ts';
import { originOf } from '../designator.ts';
import type { Host } from '../host.ts';
import { readOrigin, rosterIn } from '../input.ts';
import { isUsageError } from '../usage.ts';

/** More than the largest rosters have; whoever presses a key does not wait longer. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The roster that a word of the line names, or the one that is read when none is named. Nobody has asked for it to be
 * read: so nothing is read that could keep one waiting, and no other program is started. A version out of git is
 * answered for by the file as it is now.
 *
 * @returns undefined when there is none, whatever the reason
 */
export async function rosterAtHand(designator: string | undefined, host: Host): Promise<Roster | undefined> {
  try {
    const origin = originOf(designator, host);
    if (origin.place.kind === 'stream') return undefined;
    const path = origin.place.kind === 'file' ? origin.place.path : resolve(host.cwd(), origin.place.blob.path);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > mostBytes) return undefined;
    const input = await readOrigin({ ...origin, place: { kind: 'file', path } }, host);
    return input.problem === undefined ? rosterIn(input) : undefined;
  } catch (error) {
    if (isUsageError(error) || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
