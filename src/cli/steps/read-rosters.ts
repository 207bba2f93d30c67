import type { Roster } from '../../model/roster.ts';
import type { Format } from '../contract/formats.ts';
import { type Origin, originOf } from '../input/origin.ts';
import {
  type Diagnosed,
  diagnoseInput,
  type Input,
  type RosterInput,
  readOrigin,
  rosterIn,
} from '../input/read-roster.ts';
import { reportProblems } from '../output/report-problems.ts';
import type { Shell } from '../output/shell.ts';

/**
 * Reads a roster.
 *
 * @returns undefined when there is none, after it has said why: as an answer in JSON, else as a remark
 */
export async function readRosterInput(
  designator: string | undefined,
  shell: Shell<Format>,
): Promise<RosterInput | undefined> {
  const [input] = (await readRosters([originOf(designator, shell.host)], shell)) ?? [];
  return input;
}

/**
 * Reads several rosters.
 *
 * @returns undefined when one of them is none, after it has said why for all that are not: in one document
 */
export async function readRosters(
  origins: readonly Origin[],
  shell: Shell<Format>,
): Promise<readonly RosterInput[] | undefined> {
  const inputs: (Input & { readonly roster: Roster | undefined })[] = [];
  for (const origin of origins) {
    const input = await readOrigin(origin, shell.host);
    inputs.push({ ...input, roster: input.problem === undefined ? rosterIn(input) : undefined });
  }
  const rosters = inputs.flatMap(({ roster, ...input }) => (roster === undefined ? [] : [{ ...input, roster }]));
  if (rosters.length === inputs.length) return rosters;
  const files: Diagnosed[] = [];
  for (const { roster, ...input } of inputs)
    if (roster === undefined) files.push({ ...input, ...(await diagnoseInput(input)) });
  await reportProblems(files, shell);
  return undefined;
}

/** Says which roster is read where nobody named one, in answers that do not say so themselves. */
export function remarkOrigin({ chosen, origin }: Origin, { remark }: Pick<Shell<Format>, 'remark'>): void {
  if (chosen) remark(`rutte-tally: reading ${origin}\n`);
}
