import type { Roster } from '../../model/roster.ts';
import type { Host } from '../contract/host.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { type Origin, originsOf, type SourcePlace, sourceName } from '../input/origin.ts';
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
  run: Surroundings,
): Promise<Result<{ readonly input: RosterInput }>> {
  const read = await readRosters(await originsOf([designator], run), run.host);
  return read.ok ? { ok: true, input: read.inputs[0] } : read;
}

/** Several rosters, or the problems of all that are not valid, each told once. */
export async function readRosters<const Origins extends readonly Origin[]>(
  origins: Origins,
  host: Host,
): Promise<Result<{ readonly inputs: { readonly [Index in keyof Origins]: RosterInput } }>> {
  const rosters: RosterInput[] = [];
  const invalid = new Map<string, Input>();
  const known = new Map<unknown, Whole>();
  for (const origin of origins) {
    const source = sourceKey(origin.place);
    const read = known.get(source) ?? (await readWhole(origin, host));
    const { input, roster } = read;
    if (roster !== undefined) rosters.push({ ...origin, text: input.text, roster });
    else if (!invalid.has(sourceName(origin))) invalid.set(sourceName(origin), input);
    known.set(source, read);
  }
  if (invalid.size === 0) return { ok: true, inputs: rosters as { [Index in keyof Origins]: RosterInput } };
  const problems: Diagnosed[] = [];
  for (const input of invalid.values()) problems.push(await diagnosed(input));
  return { ok: false, problems };
}

/** What is the same for two places that give the same text; a stream and a version in git are told by themselves. */
const sourceKey = (place: SourcePlace): unknown => (place.kind === 'file' ? place.path : place);

/** What was read, and the roster that it is, if it is one. */
interface Whole {
  readonly input: Input;
  readonly roster: Roster | undefined;
}

async function readWhole(origin: Origin, host: Host): Promise<Whole> {
  const input = await readOrigin(origin, host);
  return { input, roster: input.problem === undefined ? rosterIn(input) : undefined };
}
