import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tally } from '../../engine/tally.ts';
import type { Earlier } from '../../model/view.ts';
import type { Host } from '../contract/host.ts';
import { type Origin, originsOf } from '../input/origin.ts';
import { type Result, type RosterInput, readOrigin, rosterIn } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { readRosters } from './read-rosters.ts';
import { type Surroundings, snapshotAt } from './read-snapshot.ts';

/** A roster, and what its outcome is compared with. */
export interface Compared {
  readonly input: RosterInput;
  readonly since?: Earlier;
  /** Why there was no earlier roster, where there was none. */
  readonly absence?: string;
}

/**
 * Reads a roster and the earlier snapshot that its outcome is compared with. The earlier one is read at its own date,
 * else at that for which the roster was asked, and without assumptions.
 *
 * @throws UsageError
 */
export async function readCompared(
  designator: string | undefined,
  since: string,
  request: SnapshotRequest,
  { host, today }: Surroundings,
): Promise<Result<Compared>> {
  const [now, then] = originsOf([designator, since], host);
  const { file, origin } = then;
  const absence = await absenceOf(then, host);
  if (absence !== undefined) {
    const read = await readRosters([now], host);
    if (!read.ok) return read;
    return {
      ok: true,
      input: read.inputs[0],
      since: { file, origin, before: { none: absence.none } },
      absence: absence.why,
    };
  }
  const read = await readRosters([now, then], host);
  if (!read.ok) return read;
  const [input, earlier] = read.inputs;
  const { asOf = input.date, onRecord } = request;
  const dated = { onRecord, ...(earlier.date === undefined && asOf !== undefined && { asOf }) };
  const taken = snapshotAt(earlier, dated, today);
  return { ok: true, input, since: { file, origin, before: { asOf: taken.asOf, outcome: tally(taken).outcome } } };
}

/** Why there was no earlier roster. */
interface Absence {
  readonly none: 'missing' | 'invalid';
  readonly why: string;
}

/**
 * Why a version out of git has no outcome, where that is in the nature of things: there was no commit yet, or no such
 * file in it, or what was in it was no roster, and nobody can change that any more.
 *
 * @returns undefined for everything that is a mistake of somebody who can mend it, and where there is a roster
 * @see docs/ci.md#the-first-commit
 */
async function absenceOf(origin: Origin, host: Host): Promise<Absence | undefined> {
  if (origin.place.kind !== 'blob') return undefined;
  const { blob } = origin.place;
  const input = await readOrigin(origin, host);
  const isRead = input.problem?.code !== 'unreadable-file';
  if (isRead && input.problem === undefined && rosterIn(input) !== undefined) return undefined;
  if (isRead) return { none: 'invalid', why: `${origin.file} is not a valid roster` };
  const { whyAbsent } = await import('../input/git.ts');
  const isThereNow = existsSync(resolve(blob.folder, blob.path));
  const why = whyAbsent(blob, isThereNow, host);
  return why === undefined ? undefined : { none: 'missing', why };
}
