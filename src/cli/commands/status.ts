import { renderStatus } from '../../render/status.ts';
import { renderStatusJson } from '../../render/status-json.ts';
import { withAssumeFile } from '../assumptions.ts';
import { type ExitCode, exit } from '../exit.ts';
import { readRosterInput } from '../input.ts';
import type { Shell } from '../shell.ts';
import { type SnapshotOptions, statusView } from '../view.ts';

/** `status [ROSTER]`: the outcome, what is missing, who holds out and why, and the evidence. */
export async function status(
  designator: string | undefined,
  options: SnapshotOptions,
  shell: Shell,
): Promise<ExitCode> {
  const input = await readRosterInput(designator, shell);
  if (input === undefined) return exit.badRoster;
  const asked = await withAssumeFile(options, input, shell);
  if (asked === undefined) return exit.badRoster;
  const view = statusView(input, asked, shell.today);
  if (shell.format === 'json' && input.chosen) shell.remark(`rutte-tally: reading ${input.origin}\n`);
  shell.answer(shell.format === 'json' ? renderStatusJson(view) : renderStatus(view, shell.answers));
  return exit.done;
}
