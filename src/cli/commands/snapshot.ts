import { prune } from '../../engine/prune.ts';
import { closingTimes } from '../../engine/rule/closing.ts';
import { evaluate } from '../../engine/rule/evaluate.ts';
import { snapshot as snapshotOf } from '../../engine/snapshot.ts';
import type { PrunedRoster } from '../../model/pruned-roster.ts';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Outcome, Stance } from '../../model/stance.ts';
import { endOf, type Time } from '../../model/time.ts';
import { headComments, memberComments, type Provenance } from '../../render/files/snapshot.ts';
import { json } from '../../render/format/json.ts';
import { schemaComments } from '../../roster/write/new-roster.ts';
import { rosterValues, writeRoster } from '../../roster/write/write-roster.ts';
import { enumeration, quote } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';

const render: Readonly<Record<FormatOf<'snapshot'>, (pruned: PrunedRoster, from: Provenance) => string>> = {
  yaml: (pruned, from) => {
    const comments = { top: headComments(pruned, from), members: memberComments(pruned) };
    return `${schemaComments}\n${writeRoster(pruned.roster, comments)}`;
  },
  json: ({ roster }) => json(rosterValues(roster)),
};

/** `snapshot [SNAPSHOT]`: the roster as it stood on a date, as a roster. */
export async function snapshotCommand(
  designator: string | undefined,
  request: SnapshotRequest,
  shell: Shell<FormatOf<'snapshot'>>,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, snapshot: wanted } = read;
  const { onRecord } = wanted;
  const moved = wanted.members.filter(({ assumed }) => assumed);
  const assume = new Map(moved.map(({ code, stance }) => [code, stance]));
  const abridged = prune(input.roster, wanted.asOf, { onRecord, assume });
  const written = snapshotOf(abridged.roster, wanted.asOf);
  const differs = wanted.members.some(({ stance }, index) => stance !== written.members[index]?.stance);
  if (differs || outcomeOf(written) !== outcomeOf(wanted)) throw unwritable(assume, input.roster, wanted.asOf);
  remarkOrigin(input, shell);
  const assumed = moved.map(
    ({ code, stance, followed }) =>
      `${code} = ${stance}${followed ? ` (following ${enumeration(followed, 'and')})` : ''}`,
  );
  shell.answer(render[shell.format](abridged, { origin: input.origin, onRecord, assumed }));
  return exit.done;
}

const outcomeOf = (taken: Snapshot): Outcome => evaluate(taken).evaluation.status;

/**
 * The error for assumptions that a roster cannot express: of `undeclared`, for a member that a list of holdouts affects,
 * and any of a time at which something closes.
 */
function unwritable(assume: ReadonlyMap<string, Stance>, { rule }: Roster, asOf: Time): UsageError {
  const codes = [...assume].filter(([, stance]) => stance === 'undeclared').map(([code]) => quote(code));
  if (closingTimes(rule).some((time) => endOf(time) === endOf(asOf))) {
    const reason = `the rule closes at that time, so a written stance would count in it; ask about a later time`;
    return new UsageError('unwritable-assumption', `--assume on ${asOf.text}: ${reason}`);
  }
  const message = `--assume: a roster cannot make ${codes.join(', ')} "undeclared", because a list of holdouts moves it`;
  return new UsageError('unwritable-assumption', `${message}; use "unclear"`);
}
