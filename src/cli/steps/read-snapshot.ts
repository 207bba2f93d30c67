import { assume, snapshot } from '../../engine/snapshot.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { diagnosed, type Result, type RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { asOfFor } from './as-of.ts';
import { assumptionsAbout, readAssumeFile } from './assumptions.ts';
import { readRosterInput } from './read-rosters.ts';

/** A snapshot under assumptions, and the roster that it was taken of. */
export interface SnapshotInput {
  readonly input: RosterInput;
  readonly snapshot: Snapshot;
}

/** Reads a roster and takes the snapshot that is asked for. @throws UsageError */
export async function readSnapshot(
  designator: string | undefined,
  request: SnapshotRequest,
  run: Surroundings,
): Promise<Result<SnapshotInput>> {
  const read = await readRosterInput(designator, run);
  return read.ok ? takeSnapshot(read.input, request, run) : read;
}

/** Takes the snapshot of a roster that is asked for, with its assumptions. @throws UsageError */
export async function takeSnapshot(
  input: RosterInput,
  request: SnapshotRequest,
  { host, today }: Surroundings,
): Promise<Result<SnapshotInput>> {
  const file = await readAssumeFile(request, host);
  if (file?.problem !== undefined) return { ok: false, problems: [await diagnosed(file)] };
  const taken = snapshotAt(input, request, today);
  const read = await assumptionsAbout(taken, input.roster, request, file);
  if (!read.ok) return read;
  if (read.assumptions.size === 0) return { ok: true, input, snapshot: taken };
  const { withFollowers } = request;
  return { ok: true, input, snapshot: assume(taken, read.assumptions, { withFollowers }) };
}

/** The snapshot of a roster at the date asked for, without assumptions. @throws UsageError where two dates are named */
export function snapshotAt(
  input: RosterInput,
  request: Pick<SnapshotRequest, 'asOf' | 'onRecord'>,
  today: string,
): Snapshot {
  return snapshot(input.roster, asOfFor(input, request, today), { onRecord: request.onRecord });
}
