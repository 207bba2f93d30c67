import { renderStatus } from '../../render/status.ts';
import { renderStatusJson } from '../../render/status-json.ts';
import type { StatusView } from '../../render/view.ts';
import { readAsked } from '../assumptions.ts';
import { type ExitCode, exit } from '../exit.ts';
import { remarkOrigin } from '../input.ts';
import type { Shell } from '../shell.ts';
import { type SnapshotOptions, statusView } from '../view.ts';

/** `status [ROSTER]`: the outcome, what is missing, who holds out and why, and the evidence. */
export async function status(
  designator: string | undefined,
  options: SnapshotOptions,
  shell: Shell,
): Promise<ExitCode> {
  const read = await readAsked(designator, options, shell);
  if (read === undefined) return exit.badRoster;
  const { input, asked } = read;
  const view = statusView(input, asked, shell.today);
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
      return (await import('../formats.ts')).renderStatusMarkdown(view, answers);
    case 'csv':
      return (await import('../formats.ts')).renderStatusCsv(view);
  }
}
