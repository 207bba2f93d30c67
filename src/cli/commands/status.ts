import type { StatusView } from '../../model/view.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { renderStatus } from '../../render/status/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
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
  const view = statusView(snapshotView(read), input);
  if (shell.format === 'json' || shell.format === 'csv') remarkOrigin(input, shell);
  shell.answer(await rendered(view, shell));
  return exit.done;
}

async function rendered(view: StatusView, { format, answers }: Shell): Promise<string> {
  switch (format) {
    case 'table':
      return renderStatus(view, answers);
    case 'json':
      return renderStatusJson(view);
    case 'markdown':
      return (await import('../output/formats-bundle.ts')).renderStatusMarkdown(view, answers);
    case 'csv':
      return (await import('../output/formats-bundle.ts')).renderStatusCsv(view);
  }
}
