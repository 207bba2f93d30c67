import type { Diagnosis, Diagnostic } from '../../model/diagnostic.ts';
import type { Roster } from '../../model/roster.ts';
import type { DiagnosedFile } from '../../render/problems/terminal.ts';
import type { DiagnoseOptions } from '../../roster/diagnose/diagnose.ts';
import { readRoster } from '../../roster/read/read-roster.ts';
import type { Host } from '../contract/host.ts';
import { rosterFromBuild } from '../contract/package.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { type Bytes, decode } from './decode.ts';
import { type Origin, originsOf, type SourcePlace } from './origin.ts';
import { readFile, readStream } from './read-file.ts';
import { fileMeant } from './roster-at-hand.ts';

/** A text with its origin, or the problem that prevented reading it. */
export interface Input extends Origin {
  readonly text: string;
  readonly problem?: Diagnostic;
}

/** A roster with its text and origin. */
export interface RosterInput extends Input {
  readonly roster: Roster;
}

/** Reads what a user's word for a snapshot stands for. @throws UsageError for a word that cannot stand for any */
export async function readInput(designator: string | undefined, run: Surroundings): Promise<Input> {
  const [origin] = await originsOf([designator], run);
  return readOrigin(origin, run.host);
}

/** Reads the text of an origin. */
export async function readOrigin(origin: Origin, host: Host): Promise<Input> {
  const read = await readPlace(origin, host);
  return 'problem' in read ? { ...origin, text: '', problem: read.problem } : { ...origin, ...decode(read.bytes) };
}

/** A file's bytes, or why it cannot be read and which one may be meant. */
export function readNamed(path: string, name: string): Bytes {
  const read = readFile(path);
  if ('bytes' in read || read.problem.code !== 'unreadable-file') return read;
  const hint = fileMeant(path, name);
  return hint === undefined ? read : { problem: { ...read.problem, hint } };
}

async function readPlace({ place, file }: Origin, host: Host): Promise<Bytes> {
  switch (place.kind) {
    case 'stream':
      return readStream(host.stdin);
    case 'file':
      return readNamed(place.path, file);
    case 'blob': {
      const { readBlob } = await import('./git.ts');
      return readBlob(place.blob, host);
    }
    case 'nowhere':
      return { problem: place.problem };
  }
}

/** Every problem of an input. */
export async function diagnoseInput(
  { text, problem }: Pick<Input, 'text' | 'problem'>,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  if (problem !== undefined) return { valid: false, diagnostics: [problem], more: 0 };
  const { diagnose } = await import('./problems-bundle.ts');
  return diagnose(text, options);
}

/** A file with its diagnostics, and the place that it was read from. */
export interface Diagnosed extends DiagnosedFile {
  readonly place: SourcePlace;
}

/** What was read, or the files that cannot be used, with every problem of each. */
export type Result<Read> =
  | ({ readonly ok: true } & Read)
  | { readonly ok: false; readonly problems: readonly Diagnosed[] };

/** An input with every problem that it has. */
export async function diagnosed(input: Input): Promise<Diagnosed> {
  return { ...input, ...(await diagnoseInput(input)) };
}

/** The roster of an input that could be read; undefined when anything is wrong with it. */
export function rosterIn({ place, text }: Input): Roster | undefined {
  return (place.kind === 'file' ? rosterFromBuild(place.path, text) : undefined) ?? readRoster(text);
}
