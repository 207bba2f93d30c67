import type { StatusView } from '../../model/view.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { renderStatus } from '../../render/status/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import type { SnapshotRequest } from '../input/snapshot-options.ts';
import type { Renderer, Shell } from '../output/shell.ts';
import { remarkOrigin } from '../steps/read-rosters.ts';
import { readAsked } from '../steps/read-snapshot.ts';
import { statusView } from '../steps/views.ts';

const renderers: Readonly<Record<FormatOf<'status'>, Renderer<StatusView>>> = {
  table: { render: renderStatus, namesOrigin: true },
  json: { render: renderStatusJson, namesOrigin: false },
  markdown: {
    render: async (view, layout) => (await import('../output/formats-bundle.ts')).renderStatusMarkdown(view, layout),
    namesOrigin: true,
  },
  csv: {
    render: async (view) => (await import('../output/formats-bundle.ts')).renderStatusCsv(view),
    namesOrigin: false,
  },
};

/** `status [ROSTER]`: the outcome, what is missing, who holds out and why, and the evidence. */
export async function statusCommand(
  designator: string | undefined,
  options: SnapshotRequest,
  shell: Shell<FormatOf<'status'>>,
): Promise<ExitCode> {
  const read = await readAsked(designator, options, shell);
  if (read === undefined) return exit.badRoster;
  const { input, asked } = read;
  const view = statusView(input, asked, shell.today);
  const { render, namesOrigin } = renderers[shell.format];
  if (!namesOrigin) remarkOrigin(input, shell);
  shell.answer(await render(view, shell.answers));
  return exit.done;
}
