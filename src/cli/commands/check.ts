import { renderCheck } from '../../render/check.ts';
import { turnText } from '../../render/since.ts';
import { renderStatusJson } from '../../render/status-json.ts';
import type { SnapshotView } from '../../render/view.ts';
import { withAssumeFile } from '../assumptions.ts';
import { readCompared } from '../earlier.ts';
import { type ExitCode, exit, exitOf } from '../exit.ts';
import { type RosterInput, readRosterInput, remarkOrigin } from '../input.ts';
import type { Format, Shell } from '../shell.ts';
import { type SnapshotOptions, snapshotView, whatItWouldTake } from '../view.ts';

export interface CheckOptions extends SnapshotOptions {
  /** A snapshot to compare the outcome with. */
  readonly since?: string;
}

/** `check [ROSTER]`: for scripts. Says the outcome and who holds out; the exit code is the answer. */
export async function check(
  designator: string | undefined,
  { since, ...options }: CheckOptions,
  shell: Shell<Format>,
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
  await answer(view, input, shell);
  return exitOf[view.tally.outcome];
}

async function answer(view: SnapshotView, input: RosterInput, shell: Shell<Format>): Promise<void> {
  switch (shell.format) {
    case 'table':
      return shell.answer(renderCheck(view, shell.answers));
    case 'json':
      return shell.answer(renderStatusJson(whatItWouldTake(view)));
    case 'github':
      return (await import('../formats.ts')).tellRunner(whatItWouldTake(view), input, shell);
    case 'markdown':
      return shell.answer((await import('../formats.ts')).renderCheckMarkdown(view));
    case 'junit':
      return shell.answer((await import('../formats.ts')).renderCheckJunit(view));
    case 'csv': {
      const turn = turnText(view);
      if (turn !== undefined) shell.remark(`rutte-tally: ${turn}\n`);
      return shell.answer((await import('../formats.ts')).renderCheckCsv(view));
    }
  }
}
