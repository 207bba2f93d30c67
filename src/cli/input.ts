import type { Diagnosis, Diagnostic } from '../model/diagnostic.ts';
import type { Roster } from '../model/roster.ts';
import type { DiagnosedFile } from '../render/diagnostics.ts';
import type { DiagnoseOptions } from '../roster/diagnose.ts';
import { readRoster, rosterOf } from '../roster/read.ts';
import { valuesFromBuild } from './bundled.ts';
import { type Bytes, decode } from './bytes.ts';
import { type Origin, originOf, type Place } from './designator.ts';
import { readFile, readStream } from './files.ts';
import type { Host } from './host.ts';
import type { Format, Shell } from './shell.ts';

/** A text with its origin, or what keeps it from being read. */
export interface Input extends Origin {
  readonly text: string;
  readonly problem?: Diagnostic;
}

/** A roster with its text and origin. */
export interface RosterInput extends Input {
  readonly roster: Roster;
}

/** Reads what a user's word for a snapshot stands for. @throws UsageError for a word that cannot stand for any */
export function readInput(designator: string | undefined, host: Host): Promise<Input> {
  return readOrigin(originOf(designator, host), host);
}

/** Reads the text of an origin. */
export async function readOrigin(origin: Origin, host: Host): Promise<Input> {
  const read = await readPlace(origin.place, host);
  return 'problem' in read ? { ...origin, text: '', problem: read.problem } : { ...origin, ...decode(read.bytes) };
}

async function readPlace(place: Place, host: Host): Promise<Bytes> {
  switch (place.kind) {
    case 'stream':
      return readStream(host.stdin);
    case 'file':
      return readFile(place.path);
    case 'blob': {
      const { readBlob } = await import('./git.ts');
      return readBlob(place.blob, host);
    }
  }
}

/** Everything that is wrong with an input. */
export async function diagnoseInput(
  { text, problem }: Pick<Input, 'text' | 'problem'>,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  if (problem !== undefined) return { valid: false, diagnostics: [problem], more: 0 };
  const { diagnose } = await import('./explain.ts');
  return diagnose(text, options);
}

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
  await tellProblems(files, shell);
  return undefined;
}

/** Says which roster is read where nobody named one, in answers that do not say so themselves. */
export function remarkOrigin({ chosen, origin }: Origin, { remark }: Pick<Shell<Format>, 'remark'>): void {
  if (chosen) remark(`rutte-tally: reading ${origin}\n`);
}

/** A file and what was found in it, with the place that it was read from. */
export interface Diagnosed extends DiagnosedFile {
  readonly place: Place;
}

/** Says why files cannot be used: as the answer in formats for programs, else as a remark. */
export async function tellProblems(files: readonly Diagnosed[], shell: Shell<Format>): Promise<void> {
  switch (shell.format) {
    case 'github':
      return (await import('./formats.ts')).tellRunnerOfDiagnostics(files, shell);
    case 'junit':
      return shell.answer((await import('./formats.ts')).renderDiagnosticsJunit(files));
    case 'json':
      return shell.answer((await import('./explain.ts')).renderDiagnosticsJson(files));
    case 'table':
    case 'markdown':
    case 'csv': {
      const { renderDiagnostics } = await import('./explain.ts');
      for (const file of files) shell.remark(renderDiagnostics(file, await shell.remarks()));
    }
  }
}

/** The roster of an input that could be read; undefined when anything is wrong with it. */
export function rosterIn({ place, text }: Input): Roster | undefined {
  const value = place.kind === 'file' ? valuesFromBuild(place.path, text) : undefined;
  return value === undefined ? readRoster(text) : rosterOf(value);
}
