import { briefAnswer, wholeAnswer } from '../../engine/answer.ts';
import type { SnapshotView } from '../../model/view.ts';
import { renderCheck } from '../../render/status/check.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { turnText } from '../../render/words/verdict.ts';
import { shown } from '../../text/escape-controls.ts';
import { type ExitCode, exitOf } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import type { Result, RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { readRosterInput } from '../steps/read-rosters.ts';
import { takeSnapshot } from '../steps/read-snapshot.ts';
import { type Compared, readCompared } from '../steps/since.ts';

/** The options of `check`, parsed. */
export interface CheckRequest extends SnapshotRequest {
  /** A snapshot to compare the outcome with. */
  readonly since?: string;
}

const answers: Readonly<
  Record<FormatOf<'check'>, (view: SnapshotView, input: RosterInput, shell: Shell) => void | Promise<void>>
> = {
  table: (view, _, shell) => shell.answer(renderCheck(view, shell.answers)),
  json: (view, input, shell) => shell.answer(renderStatusJson(wholeAnswer(input.roster, view))),
  markdown: async (view, _, shell) =>
    shell.answer((await import('../output/formats-bundle.ts')).renderCheckMarkdown(view)),
  csv: async (view, _, shell) => {
    const turn = turnText(view);
    if (turn !== undefined) shell.remark(shown`rutte-tally: ${turn}\n`);
    shell.answer((await import('../output/formats-bundle.ts')).renderCheckCsv(view));
  },
  github: async (view, input, shell) =>
    (await import('../output/formats-bundle.ts')).annotate(wholeAnswer(input.roster, view), input, shell),
  junit: async (view, _, shell) => shell.answer((await import('../output/formats-bundle.ts')).renderCheckJunit(view)),
};

/** `check [ROSTER]`: for scripts. Says the outcome and who holds out; the exit code is the answer. */
export async function checkCommand(
  designator: string | undefined,
  { since: earlier, ...request }: CheckRequest,
  shell: Shell<FormatOf<'check'>>,
): Promise<ExitCode> {
  const read: Result<Compared> =
    earlier === undefined
      ? await readRosterInput(designator, shell)
      : await readCompared(designator, earlier, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, since, absence } = read;
  if (absence !== undefined) shell.remark(shown`rutte-tally: ${absence}; the earlier outcome counts as not reached\n`);
  const taken = await takeSnapshot(input, request, shell);
  if (!taken.ok) return reportProblems(taken.problems, shell);
  const view = { ...briefAnswer(input.roster, taken.snapshot, input.origin), ...(since && { since }) };
  remarkOrigin(input, shell);
  await answers[shell.format](view, input, shell);
  return exitOf[view.tally.outcome];
}
