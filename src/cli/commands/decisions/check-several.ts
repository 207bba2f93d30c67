import { briefAnswer } from '../../../engine/answer.ts';
import type { SnapshotView } from '../../../model/view.ts';
import { type CheckedDecisions, checkedDecision } from '../../../render/check/checked.ts';
import { shown } from '../../../text/escape-controls.ts';
import { type ExitCode, exit, exitOf, worstExit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import type { Diagnosed, Result, RosterInput } from '../../input/read-roster.ts';
import type { SnapshotRequest } from '../../input/snapshot-request.ts';
import { reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { type RosterPaths, readDecisions } from '../../steps/read-decisions.ts';
import { snapshotAt } from '../../steps/read-snapshot.ts';
import { type SharedAssumptions, sharedAssumptions } from '../../steps/shared-assumptions.ts';
import { type Compared, comparedWithItself } from '../../steps/since.ts';
import { collectors } from './check-formats.ts';

/** The options of `check` of several rosters, parsed. */
export interface CheckSeveralRequest extends SnapshotRequest {
  /** An earlier date or revision, at which each roster is compared with itself. */
  readonly since?: string;
  readonly paths: RosterPaths;
}

/** `check PATH...`: several decisions in one answer. The exit code is the worst of the single ones. */
export async function checkSeveral(request: CheckSeveralRequest, shell: Shell<FormatOf<'check'>>): Promise<ExitCode> {
  const { paths, since } = request;
  const assumed = await sharedAssumptions(request, shell.host);
  if (!assumed.ok) return reportProblems(assumed.problems, shell);
  const remarked = new Set<string>();
  const collector = collectors[shell.format](shell);
  const read = await readDecisions(paths, shell, async (input) => {
    const viewed = await viewOf(input, request, assumed.shared, shell);
    if (!viewed.ok) return { problems: viewed.problems };
    const { view, absence } = viewed;
    if (absence !== undefined && !remarked.has(absence)) {
      remarked.add(absence);
      shell.remark(shown`rutte-tally: ${absence}; the earlier outcome counts as not reached\n`);
    }
    const decision = checkedDecision(input.file, view);
    await collector.add(view, input, decision);
    return { decision };
  });
  const decisions = read.answers.flatMap(({ decision }) => decision ?? []);
  const problems = [...read.problems, ...onceEach(read.answers.flatMap(({ problems: found = [] }) => found))];
  if (problems.length === 0) {
    const unused = assumed.shared.unused();
    if (unused.length > 0) return reportProblems(unused, shell);
  }
  if (decisions.length === 0) return reportProblems(problems, shell);
  const all: CheckedDecisions = {
    decisions,
    ...(since !== undefined && { since }),
    problems,
    passedOver: read.passedOver,
  };
  collector.answer(all);
  if (problems.length > 0 && !collector.tellsProblems) await reportProblems(problems, shell);
  return worstExit([...decisions.map(({ outcome }) => exitOf[outcome]), ...problems.map(() => exit.badRoster)]);
}

type Viewed = Result<{ readonly view: SnapshotView } & Pick<Compared, 'absence'>>;

/** The snapshot of one roster that is asked for, compared and with the assumptions that are about its members. */
async function viewOf(
  input: RosterInput,
  { since, ...request }: CheckSeveralRequest,
  shared: SharedAssumptions,
  shell: Shell,
): Promise<Viewed> {
  const compared: Result<Compared> =
    since === undefined ? { ok: true, input } : await comparedWithItself(input, since, request, shell);
  if (!compared.ok) return compared;
  const taken = snapshotAt(input, request, shell.today);
  const assumed = shared.appliedTo(taken, input.roster);
  if (!assumed.ok) return assumed;
  const view = {
    ...briefAnswer(input.roster, assumed.snapshot, input.origin),
    ...(compared.since && { since: compared.since }),
  };
  return { ok: true, view, ...(compared.absence !== undefined && { absence: compared.absence }) };
}

/** Problems of earlier versions and of assumptions, each once where several rosters have the same one. */
function onceEach(problems: readonly Diagnosed[]): readonly Diagnosed[] {
  // What cannot be read is another version of each roster, but for the same reason.
  const keyOf = ({ file, text, diagnostics }: Diagnosed): string => JSON.stringify([text === '' || file, diagnostics]);
  return [...new Map(problems.toReversed().map((problem) => [keyOf(problem), problem])).values()].toReversed();
}
