import { resolve } from 'node:path';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import type { WrittenAssumption } from '../../roster/diagnose/assumptions.ts';
import type { Host } from '../contract/host.ts';
import { type Input, type Result, readOrigin } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { refuse, resolverOf } from './resolve-assumptions.ts';

/** Reads the text of the file that `--assume-file` names; undefined where it names none. */
export async function readAssumeFile(
  { assumeFile }: Pick<SnapshotRequest, 'assumeFile'>,
  host: Host,
): Promise<Input | undefined> {
  if (assumeFile === undefined) return undefined;
  const isStream = assumeFile === '-';
  const file = isStream ? '<stdin>' : assumeFile;
  const place = isStream ? ({ kind: 'stream' } as const) : ({ kind: 'file', path: resolve(host.cwd(), file) } as const);
  return readOrigin({ file, origin: file, chosen: false, place }, host);
}

/**
 * The assumptions of a file, and those of `--assume`, by code: all about members of a snapshot.
 *
 * @param file undefined where there is none
 * @throws UsageError for one of `--assume` that names no member of the snapshot, or contradicts the file
 */
export async function assumptionsAbout(
  snapshot: Snapshot,
  roster: Roster,
  { assume, assumeFile = '' }: SnapshotRequest,
  file: Input | undefined,
): Promise<Result<{ readonly assumptions: ReadonlyMap<string, Stance> }>> {
  if (file === undefined && assume.length === 0) return { ok: true, assumptions: new Map() };
  const resolve = resolverOf(roster, snapshot);
  let ofFile: readonly WrittenAssumption[] = [];
  if (file !== undefined) {
    const { readAssumptions } = await import('../input/problems-bundle.ts');
    const read = readAssumptions(file.text, (written) => resolve(written).objections);
    if (!read.ok) return { ok: false, problems: [{ ...file, ...read }] };
    ofFile = read.assumptions.map((written) => ({ ...written, file: assumeFile }));
  }
  const { assumptions, objections } = resolve([...ofFile, ...assume]);
  refuse(objections.values());
  return { ok: true, assumptions };
}
