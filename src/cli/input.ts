import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnosis, Diagnostic } from '../model/diagnostic.ts';
import type { Roster } from '../model/roster.ts';
import { readRoster, rosterOf } from '../roster/read.ts';
import { dataFolder, valuesFromBuild } from './bundled.ts';
import { decode } from './bytes.ts';
import type { Host } from './host.ts';
import type { Shell } from './shell.ts';

/** The roster of a folder, where none is named. */
export const rosterOfFolder = 'rutte-tally.yaml';
const bundled = 'nato-2024.yaml';

/** Larger files are not rosters. */
const mostBytes = 32 * 1024 * 1024;

/** What a user's word for a roster stands for. */
interface Origin {
  /** As diagnostics name it. */
  readonly file: string;
  /** For people: what was read, and why that. */
  readonly origin: string;
  /** Nobody named it. */
  readonly chosen: boolean;
  readonly path: string | undefined;
}

/** A text with its origin, or what keeps it from being read. */
export interface Input extends Origin {
  readonly text: string;
  readonly problem?: Diagnostic;
}

/** A roster with its origin. */
export interface RosterInput extends Origin {
  readonly roster: Roster;
}

function originOf(designator: string | undefined, host: Host): Origin {
  if (designator === '-') return { file: '<stdin>', origin: 'standard input', chosen: false, path: undefined };
  if (designator !== undefined)
    return { file: designator, origin: designator, chosen: false, path: resolve(host.cwd(), designator) };
  const local = join(host.cwd(), rosterOfFolder);
  // A link that leads nowhere is there, and is said to be unreadable.
  if (lstatSync(local, { throwIfNoEntry: false }) !== undefined)
    return { file: rosterOfFolder, origin: `${rosterOfFolder} in this folder`, chosen: true, path: local };
  return { file: bundled, origin: `${bundled}, the bundled roster`, chosen: true, path: join(dataFolder, bundled) };
}

/** Reads what a user's word for a roster stands for: a path, `-`, or the roster of this folder or of the package. */
export async function readInput(designator: string | undefined, host: Host): Promise<Input> {
  const origin = originOf(designator, host);
  try {
    const bytes = origin.path === undefined ? await readStream(host.stdin) : readFile(origin.path);
    if (bytes === undefined) return { ...origin, text: '', problem: tooLarge };
    return { ...origin, ...decode(bytes) };
  } catch (error) {
    return { ...origin, text: '', problem: unreadable(error) };
  }
}

const tooLarge: Diagnostic = {
  code: 'too-large',
  severity: 'error',
  message: `more than ${mostBytes / 1024 / 1024} MiB, and so not read`,
  hint: 'is this the right file? A roster is text of a few kilobytes',
};

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a folder, and a roster is a file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
};

/** What the operating system had against it, in words. Anything else is a bug and thrown on. */
function unreadable(error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined || !/^E[A-Z0-9]+$|^ERR_INVALID_ARG_VALUE$/.test(code)) throw error;
  return { code: 'unreadable-file', severity: 'error', message: `cannot be read: ${reasons[code] ?? code}` };
}

/** @returns undefined when there is more than a roster can be */
function readFile(path: string): Uint8Array | undefined {
  const file = openSync(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const chunk = new Uint8Array(64 * 1024);
      const length = readSync(file, chunk);
      if (length === 0) return concat(chunks, total);
      chunks.push(chunk.subarray(0, length));
      total += length;
      if (total > mostBytes) return undefined;
    }
  } finally {
    closeSync(file);
  }
}

async function readStream(stream: Host['stdin']): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    chunks.push(bytes);
    total += bytes.length;
    if (total > mostBytes) return undefined;
  }
  return concat(chunks, total);
}

function concat(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** Everything that is wrong with an input. */
export async function diagnoseInput(
  { text, problem }: Input,
  options: { readonly today?: string; readonly strict?: boolean } = {},
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
export async function readRosterInput(designator: string | undefined, shell: Shell): Promise<RosterInput | undefined> {
  const input = await readInput(designator, shell.host);
  const roster = input.problem === undefined ? rosterIn(input) : undefined;
  if (roster !== undefined) return { ...input, roster };
  const files = [{ file: input.file, text: input.text, ...(await diagnoseInput(input)) }];
  const { renderDiagnostics, renderDiagnosticsJson } = await import('./explain.ts');
  if (shell.format === 'json') shell.answer(renderDiagnosticsJson(files));
  else for (const file of files) shell.remark(renderDiagnostics(file, await shell.remarks()));
  return undefined;
}

function rosterIn({ path, text }: Input): Roster | undefined {
  const value = valuesFromBuild(path, text);
  return value === undefined ? readRoster(text) : rosterOf(value);
}
