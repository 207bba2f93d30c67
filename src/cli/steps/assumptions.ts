import { resolve } from 'node:path';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import type { Objection } from '../../roster/diagnose/assumptions.ts';
import { memberMeant, quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';
import { type Input, type Result, readOrigin } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';

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
 * The assumptions of a file, then those of `--assume`, all about members of a snapshot.
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
  if (file === undefined && assume.size === 0) return { ok: true, assumptions: assume };
  const objection = objectionIn(roster, snapshot);
  const assumptions = new Map<string, Stance>();
  if (file !== undefined) {
    const { readAssumptions } = await import('../input/problems-bundle.ts');
    const read = readAssumptions(file.text, objection);
    if (!read.ok) return { ok: false, problems: [{ ...file, ...read }] };
    for (const [code, stance] of read.assumptions) assumptions.set(code, stance);
  }
  for (const [code, stance] of assume) {
    const other = assumptions.get(code) ?? stance;
    if (other !== stance)
      throw new UsageError(
        'invalid-assumption',
        `--assume: ${quote(code)} cannot be both "${stance}" and "${other}", as ${quote(assumeFile)} has it`,
      );
    assumptions.set(code, stance);
  }
  for (const code of assume.keys()) {
    const objected = objection(code);
    if (objected !== undefined)
      throw new UsageError('unknown-member', `--assume: ${objected.message}; ${objected.hint()}`);
  }
  return { ok: true, assumptions };
}

/**
 * The reason why a code cannot be assumed about: no member has it, or that member is not in the roster on the
 * snapshot's date.
 */
function objectionIn(roster: Roster, { members, asOf }: Snapshot): Objection {
  const present = new Set(members.map(({ code }) => code));
  const all = new Set(roster.members.map(({ code }) => code));
  return (code) => {
    if (present.has(code)) return undefined;
    if (all.has(code))
      return {
        message: `${quote(code)} is not in the roster on ${asOf.text}`,
        hint: () => 'it joins later or has left: ask about another date, or take it out',
      };
    return {
      message: `${quote(code)} is not a member of this roster`,
      hint: () => memberMeant(code, members) ?? codesText([...present]),
    };
  };
}

const most = 8;

function codesText(codes: readonly string[]): string {
  const rest = codes.length - most;
  return `the codes are ${codes.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
