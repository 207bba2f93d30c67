import type { SnapshotView } from '../../model/view.ts';
import { renderCheck } from '../../render/status/check.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { turnText } from '../../render/words/verdict.ts';
import { type ExitCode, exit, exitOf } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import type { RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-options.ts';
import type { Shell } from '../output/shell.ts';
import { readRosterInput, remarkOrigin } from '../steps/read-rosters.ts';
import { withAssumeFile } from '../steps/read-snapshot.ts';
import { readCompared } from '../steps/since.ts';
import { snapshotView, whatItWouldTake } from '../steps/views.ts';

export interface CheckOptions extends SnapshotRequest {
  /** A snapshot to compare the outcome with. */
  readonly since?: string;
}

const answers: Readonly<
  Record<FormatOf<'check'>, (view: SnapshotView, input: RosterInput, shell: Shell) => void | Promise<void>>
> = {
  table: (view, _, shell) => shell.answer(renderCheck(view, shell.answers)),
  json: (view, _, shell) => shell.answer(renderStatusJson(whatItWouldTake(view))),
  markdown: async (view, _, shell) =>
    shell.answer((await import('../output/formats-bundle.ts')).renderCheckMarkdown(view)),
  csv: async (view, _, shell) => {
    const turn = turnText(view);
    if (turn !== undefined) shell.remark(`rutte-tally: ${turn}\n`);
    shell.answer((await import('../output/formats-bundle.ts')).renderCheckCsv(view));
  },
  github: async (view, input, shell) =>
    (await import('../output/formats-bundle.ts')).annotate(whatItWouldTake(view), input, shell),
  junit: async (view, _, shell) => shell.answer((await import('../output/formats-bundle.ts')).renderCheckJunit(view)),
};

/** `check [ROSTER]`: for scripts. Says the outcome and who holds out; the exit code is the answer. */
export async function checkCommand(
  designator: string | undefined,
  { since, ...options }: CheckOptions,
  shell: Shell<FormatOf<'check'>>,
): Promise<ExitCode> {
  const read =
    since === undefined
      ? { input: await readRosterInput(designator, shell) }
      : await readCompared(designator, since, options, shell);
  if (read?.input === undefined) return exit.badRoster;
  const { input, ...compared } = read;
  const asked = await withAssumeFile(options, input, shell);
  if (asked === undefined) return exit.badRoster;
  const view = { ...snapshotView(input, asked, shell.today), ...compared };
  remarkOrigin(input, shell);
  await answers[shell.format](view, input, shell);
  return exitOf[view.tally.outcome];
}
