import type { Host } from '../contract/host.ts';
import { type Origin, originOf } from '../input/origin.ts';
import {
  type Diagnosed,
  diagnosed,
  type Input,
  type Result,
  type RosterInput,
  readOrigin,
  rosterIn,
} from '../input/read-roster.ts';

/** Reads the roster that a user's word names. @throws UsageError for a word that cannot name any */
export async function readRosterInput(
  designator: string | undefined,
  host: Host,
): Promise<Result<{ readonly input: RosterInput }>> {
  const read = await readRosters([originOf(designator, host)], host);
  return read.ok ? { ok: true, input: read.inputs[0] } : read;
}

/** Several rosters, or the problems of all that are not valid. */
export async function readRosters<const Origins extends readonly Origin[]>(
  origins: Origins,
  host: Host,
): Promise<Result<{ readonly inputs: { readonly [Index in keyof Origins]: RosterInput } }>> {
  const rosters: RosterInput[] = [];
  const invalid: Input[] = [];
  for (const origin of origins) {
    const input = await readOrigin(origin, host);
    const roster = input.problem === undefined ? rosterIn(input) : undefined;
    if (roster === undefined) invalid.push(input);
    else rosters.push({ ...input, roster });
  }
  if (invalid.length === 0) return { ok: true, inputs: rosters as { [Index in keyof Origins]: RosterInput } };
  const problems: Diagnosed[] = [];
  for (const input of invalid) problems.push(await diagnosed(input));
  return { ok: false, problems };
}
