import { renderCheck } from '../../render/check.ts';
import { renderStatusJson } from '../../render/status-json.ts';
import { withAssumeFile } from '../assumptions.ts';
import { type ExitCode, exit, exitOf } from '../exit.ts';
import { readRosterInput } from '../input.ts';
import type { Shell } from '../shell.ts';
import { type SnapshotOptions, statusView } from '../view.ts';

/** `check [ROSTER]`: for scripts. Says the outcome and who holds out; the exit code is the answer. */
export async function check(designator: string | undefined, options: SnapshotOptions, shell: Shell): Promise<ExitCode> {
  const input = await readRosterInput(designator, shell);
  if (input === undefined) return exit.badRoster;
  const asked = await withAssumeFile(options, input, shell);
  if (asked === undefined) return exit.badRoster;
  const view = statusView(input, asked, shell.today);
  if (input.chosen) shell.remark(`rutte-tally: reading ${input.origin}\n`);
  shell.answer(shell.format === 'json' ? renderStatusJson(view) : renderCheck(view, shell.answers));
  return exitOf[view.tally.outcome];
}
