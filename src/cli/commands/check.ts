import type { SnapshotView } from '../../model/view.ts';
import { renderCheck } from '../../render/status/check.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { turnText } from '../../render/words/verdict.ts';
import { shown } from '../../text/escape-controls.ts';
import { type ExitCode, exitOf } from '../contract/exit.ts';
import type { Format } from '../contract/formats.ts';
import type { Result, RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { readRosterInput } from '../steps/read-rosters.ts';
import { takeSnapshot } from '../steps/read-snapshot.ts';
import { type Compared, readCompared } from '../steps/since.ts';
import { snapshotView, statusView } from '../steps/views.ts';

export interface CheckRequest extends SnapshotRequest {
  /** A snapshot to compare the outcome with. */
  readonly since?: string;
}

/** `check [ROSTER]`: for scripts. Says the outcome and who holds out; the exit code is the answer. */
export async function checkCommand(
  designator: string | undefined,
  { since: earlier, ...request }: CheckRequest,
  shell: Shell<Format>,
): Promise<ExitCode> {
  const read: Result<Compared> =
    earlier === undefined
      ? await readRosterInput(designator, shell.host)
      : await readCompared(designator, earlier, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, since, absence } = read;
  if (absence !== undefined) shell.remark(shown`rutte-tally: ${absence}; what was not there was not reached\n`);
  const taken = await takeSnapshot(input, request, shell);
  if (!taken.ok) return reportProblems(taken.problems, shell);
  const view = { ...snapshotView(taken), ...(since && { since }) };
  remarkOrigin(input, shell);
  await answer(view, input, shell);
  return exitOf[view.tally.outcome];
}

async function answer(view: SnapshotView, input: RosterInput, shell: Shell<Format>): Promise<void> {
  switch (shell.format) {
    case 'table':
      return shell.answer(renderCheck(view, shell.answers));
    case 'json':
      return shell.answer(renderStatusJson(statusView(view, input)));
    case 'github':
      return (await import('../output/formats-bundle.ts')).annotate(statusView(view, input), input, shell);
    case 'markdown':
      return shell.answer((await import('../output/formats-bundle.ts')).renderCheckMarkdown(view));
    case 'junit':
      return shell.answer((await import('../output/formats-bundle.ts')).renderCheckJunit(view));
    case 'csv': {
      const turn = turnText(view);
      if (turn !== undefined) shell.remark(shown`rutte-tally: ${turn}\n`);
      return shell.answer((await import('../output/formats-bundle.ts')).renderCheckCsv(view));
    }
  }
}
