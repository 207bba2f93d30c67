import { assume } from '../../engine/snapshot.ts';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Objection, WrittenAssumption } from '../../roster/diagnose/assumptions.ts';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { type Diagnosed, diagnosed, type Input, type Result } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { readAssumeFile } from './assumptions.ts';
import { refuse, resolverOf } from './resolve-assumptions.ts';

/** Assumptions that are made in several rosters, in each as far as it has the members. */
export interface SharedAssumptions {
  /** A snapshot under those that are about its members. @throws UsageError for a contradiction or an ambiguous name */
  appliedTo(snapshot: Snapshot, roster: Roster): Result<{ readonly snapshot: Snapshot }>;
  /** The problems of a file with lines about nobody in any of the rosters. @throws UsageError for such an `--assume` */
  unused(): readonly Diagnosed[];
}

/** Reads the assumptions that are asked for: those of the file first. */
export async function sharedAssumptions(
  request: Pick<SnapshotRequest, 'assume' | 'assumeFile' | 'withFollowers'>,
  host: Host,
): Promise<Result<{ readonly shared: SharedAssumptions }>> {
  const { assume: ofOption, assumeFile = '', withFollowers } = request;
  const input = await readAssumeFile(request, host);
  if (input?.problem !== undefined) return { ok: false, problems: [await diagnosed(input)] };
  const file = input && (await fileOf(input));
  const read = file?.read(new Map());
  if (read?.ok === false) return read;
  const ofFile = (read?.assumptions ?? []).map((written) => ({ ...written, file: assumeFile }));
  const written = [...ofFile, ...ofOption];
  const [used, idle] = [new Set<number>(), new Map<number, Objection>()];
  const refused = (objections: ReadonlyMap<number, Objection>): readonly Diagnosed[] => {
    const inFile = new Map([...objections].filter(([index]) => index < ofFile.length));
    const judged = inFile.size === 0 ? undefined : file?.read(inFile);
    if (judged?.ok === false) return judged.problems;
    refuse(objections.values());
    return [];
  };
  const shared: SharedAssumptions = {
    appliedTo: (snapshot, roster) => {
      if (written.length === 0) return { ok: true, snapshot };
      const { assumptions, objections } = resolverOf(roster, snapshot)(written);
      const faults = new Map([...objections].filter(([, { code }]) => code !== 'unknown-member'));
      const problems = refused(faults);
      if (problems.length > 0) return { ok: false, problems };
      for (const [index, { who }] of written.entries()) {
        const objection = objections.get(index);
        if (objection === undefined) used.add(index);
        else if (!used.has(index)) idle.set(index, ofSeveral(who, objection, idle.get(index)));
      }
      return {
        ok: true,
        snapshot: assumptions.size === 0 ? snapshot : assume(snapshot, assumptions, { withFollowers }),
      };
    },
    unused: () => refused(new Map([...idle].filter(([index]) => !used.has(index)))),
  };
  return { ok: true, shared };
}

/** An objection of every roster so far, without the roster itself; whoever was meant in one of them is named. */
function ofSeveral(who: string, { code, message, hint }: Objection, before: Objection | undefined): Objection {
  const known = before?.hint();
  const text = known?.startsWith('did you mean') ? known : hint();
  return {
    code,
    message: before === undefined ? message : `${quote(who)} is not a member of any of these rosters on its date`,
    hint: () => (before === undefined || text.startsWith('did you mean') ? text : 'name a member of one of them'),
  };
}

interface AssumeFile {
  /** Its assumptions, or its problems together with those that are known already. */
  read(known: ReadonlyMap<number, Objection>): Result<{ readonly assumptions: readonly WrittenAssumption[] }>;
}

async function fileOf(input: Input): Promise<AssumeFile> {
  const { readAssumptions } = await import('../input/problems-bundle.ts');
  return {
    read: (known) => {
      const read = readAssumptions(input.text, () => known);
      return read.ok ? read : { ok: false, problems: [{ ...input, ...read }] };
    },
  };
}
