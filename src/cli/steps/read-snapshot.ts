import { resolve } from 'node:path';
import { snapshot } from '../../engine/snapshot.ts';
import { quote } from '../../text/suggest.ts';
import type { Format } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { SourcePlace } from '../input/origin.ts';
import { diagnoseInput, type RosterInput, readOrigin } from '../input/read-roster.ts';
import { objectionIn, type SnapshotRequest } from '../input/snapshot-options.ts';
import { reportProblems } from '../output/report-problems.ts';
import type { Shell } from '../output/shell.ts';
import { readRosterInput } from './read-rosters.ts';
import { asOfOf } from './views.ts';

/**
 * What was asked for, with the assumptions of `--assume-file` beside those of `--assume`.
 *
 * @param input what the assumptions are about
 * @returns undefined when the file holds none, after it has said why
 * @throws UsageError when the two contradict each other
 */
export async function withAssumeFile<Options extends SnapshotRequest>(
  options: Options,
  input: RosterInput,
  shell: Shell<Format>,
): Promise<Options | undefined> {
  const { assumeFile, assume = new Map() } = options;
  if (assumeFile === undefined) return options;
  const place = placeOf(assumeFile, shell.host);
  const file = place.kind === 'stream' ? '<stdin>' : assumeFile;
  const { text, problem } = await readOrigin({ file, origin: file, chosen: false, place }, shell.host);
  if (problem !== undefined) {
    await reportProblems([{ file, place, text, ...(await diagnoseInput({ text, problem })) }], shell);
    return undefined;
  }
  const { readAssumptions } = await import('../input/problems-bundle.ts');
  const { roster } = input;
  const read = readAssumptions(text, objectionIn(roster, snapshot(roster, asOfOf(input, options, shell.today))));
  if (!read.ok) {
    await reportProblems([{ file, place, text, ...read }], shell);
    return undefined;
  }
  for (const [code, stance] of assume) {
    const other = read.assumptions.get(code) ?? stance;
    if (other !== stance)
      throw new UsageError(
        'invalid-assumption',
        `--assume: ${quote(code)} cannot be both "${stance}" and "${other}", as ${quote(assumeFile)} has it`,
      );
  }
  return { ...options, assume: new Map([...read.assumptions, ...assume]) };
}

/**
 * Reads a roster, and what is to be assumed of it.
 *
 * @returns undefined when one of them cannot be used, after it has said why
 * @throws UsageError as above
 */
export async function readAsked<Options extends SnapshotRequest>(
  designator: string | undefined,
  options: Options,
  shell: Shell<Format>,
): Promise<{ readonly input: RosterInput; readonly asked: Options } | undefined> {
  const input = await readRosterInput(designator, shell);
  const asked = input && (await withAssumeFile(options, input, shell));
  return input && asked && { input, asked };
}

const placeOf = (file: string, host: Host): SourcePlace =>
  file === '-' ? { kind: 'stream' } : { kind: 'file', path: resolve(host.cwd(), file) };
