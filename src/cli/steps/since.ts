import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tally } from '../../engine/tally.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Earlier } from '../../model/view.ts';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import { isThere, type Origin, originsOf, versionOf } from '../input/origin.ts';
import { readDate } from '../input/parse-date.ts';
import { type Result, type RosterInput, readOrigin, rosterIn } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { asOfFor } from './as-of.ts';
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
  const [now, then] = await originsOf([designator, earlierWord(since, run)], run);
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
  requireEarlier(earlier, input, request, today);
  return { ok: true, input, since: outcomeOf(earlier, input, request, today) };
}

/**
 * One of several rosters, and its own outcome on an earlier date or in an earlier revision. If it is read at an earlier
 * date than that, nothing has changed since.
 *
 * @throws UsageError for a word that names a roster itself
 */
export async function comparedWithItself(
  input: RosterInput,
  since: string,
  request: SnapshotRequest,
  run: Surroundings,
): Promise<Result<Compared>> {
  const { host, today } = run;
  const then = await versionOf(input, earlierWord(since, run), run);
  const absence = await absenceOf(then, host);
  if (absence !== undefined) {
    const { file, origin } = then;
    return { ok: true, input, since: { file, origin, before: { none: absence.none } }, absence: absence.why };
  }
  if (then.place !== input.place) {
    const read = await readRosters([then], host);
    return read.ok ? { ok: true, input, since: outcomeOf(read.inputs[0], input, request, today) } : read;
  }
  const until = asOfFor(input, request, today);
  const date = then.date === undefined || then.date.day > until.day ? until : then.date;
  return { ok: true, input, since: outcomeOf({ ...input, ...then, date }, input, request, today) };
}

/** The outcome of an earlier roster, as it is told. */
function outcomeOf(
  earlier: RosterInput,
  later: RosterInput,
  request: Pick<SnapshotRequest, 'asOf' | 'onRecord'>,
  today: string,
): Earlier {
  const { file, origin } = earlier;
  const taken = earlierSnapshot(earlier, later, request, today);
  return { file, origin, before: { asOf: taken.asOf, outcome: tally(taken).outcome } };
}

/**
 * What `--since` names, as a designator: a date alone is one of the roster that it is compared with. A file of that name
 * is that file.
 */
export function earlierWord(since: string, { host, today }: Surroundings): string {
  const isDate = 'value' in readDate(since, today) || /^\d{4}-\d/.test(since);
  return isDate && !isThere(since, host) ? `@${since.trim()}` : since;
}

/** The earlier of two snapshots, without assumptions: at its own date, else at that for which the later one is asked. */
export function earlierSnapshot(
  earlier: RosterInput,
  later: RosterInput,
  { asOf = later.date, onRecord }: Pick<SnapshotRequest, 'asOf' | 'onRecord'>,
  today: string,
): Snapshot {
  return snapshotAt(earlier, { onRecord, ...(earlier.date === undefined && asOf !== undefined && { asOf }) }, today);
}

/** @throws UsageError where both snapshots are of one text, and the one named by `--since` is the later one */
export function requireEarlier(
  earlier: RosterInput,
  later: RosterInput,
  request: SnapshotRequest,
  today: string,
): void {
  const { date, place, file } = earlier;
  const until = asOfFor(later, request, today);
  if (date === undefined || place !== later.place || date.day <= until.day) return;
  const hint = later.roster.asOf === undefined ? 'name an earlier date' : 'name an earlier date, or add --as-of today';
  throw new UsageError(
    'no-time',
    `--since: ${date.text} is later than ${until.text}, at which ${quote(file)} is read; ${hint}`,
  );
}

/** Why there was no earlier roster. */
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
