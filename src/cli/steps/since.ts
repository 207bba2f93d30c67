import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tally } from '../../engine/tally.ts';
import type { Earlier } from '../../model/view.ts';
import type { Host } from '../contract/host.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { type Origin, originsOf } from '../input/origin.ts';
import { type Result, type RosterInput, readOrigin, rosterIn } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { readRosters } from './read-rosters.ts';
import { snapshotAt } from './read-snapshot.ts';

/** A roster, and the earlier outcome to compare it with. */
export interface Compared {
  readonly input: RosterInput;
  readonly since?: Earlier;
  /** The reason for an absent earlier roster. */
  readonly absence?: string;
}

/**
 * A roster, and the outcome of an earlier snapshot, which is taken without assumptions, at the date in its designator
 * or else at the date asked for.
 *
 * @throws UsageError
 */
export async function readCompared(
  designator: string | undefined,
  since: string,
  request: SnapshotRequest,
  run: Surroundings,
): Promise<Result<Compared>> {
  const { host, today } = run;
  const [now, then] = originsOf([designator, since], run);
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

/** An earlier roster that is absent, and the reason. */
interface Absence {
  readonly none: 'missing' | 'invalid';
  readonly why: string;
}

/**
 * The reason why a version in git has no outcome, if nobody can change that: there was no commit yet, the commit lacks
 * the file, or the file was not a valid roster.
 *
 * @returns undefined when there is a roster, and for any mistake that can be corrected
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
