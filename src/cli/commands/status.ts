import type { SnapshotView } from '../../model/view.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { renderStatus } from '../../render/status/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';
import { snapshotView, statusView } from '../steps/views.ts';

/** `status [ROSTER]`: the outcome, what is missing, who holds out and why, and the evidence. */
export async function statusCommand(
  designator: string | undefined,
  request: SnapshotRequest,
  shell: Shell,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input } = read;
  const view = snapshotView(read);
  if (shell.format === 'json' || shell.format === 'csv') remarkOrigin(input, shell);
  shell.answer(await rendered(view, input, shell));
  return exit.done;
}

async function rendered(view: SnapshotView, input: RosterInput, { format, answers }: Shell): Promise<string> {
  switch (format) {
    case 'table':
      return renderStatus(statusView(view, input), answers);
    case 'json':
      return renderStatusJson(statusView(view, input));
    case 'markdown':
      return (await import('../output/formats-bundle.ts')).renderStatusMarkdown(statusView(view, input), answers);
    case 'csv':
      return (await import('../output/formats-bundle.ts')).renderStatusCsv(view);
  }
}
