import { briefAnswer, wholeAnswer } from '../../engine/answer.ts';
import type { Roster } from '../../model/roster.ts';
import type { SnapshotView } from '../../model/view.ts';
import { renderStatusJson } from '../../render/status/json.ts';
import { renderStatus } from '../../render/status/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import type { RosterInput } from '../input/read-roster.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { answerAbout, type Renderer, type Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';

/** The tallied snapshot, from which each format makes its view. */
interface Answer {
  readonly view: SnapshotView;
  readonly input: RosterInput;
  /** The roster, where nobody but it named the date. */
  readonly dated: Roster | undefined;
}

const renderers: Readonly<Record<FormatOf<'status'>, Renderer<Answer>>> = {
  table: {
    render: ({ view, input, dated }, layout) => renderStatus(wholeAnswer(input.roster, view), layout, dated),
    namesOrigin: true,
  },
  json: { render: ({ view, input }) => renderStatusJson(wholeAnswer(input.roster, view)), namesOrigin: false },
  markdown: {
    render: async ({ view, input, dated }, layout) =>
      (await import('../output/formats-bundle.ts')).renderStatusMarkdown(
        wholeAnswer(input.roster, view),
        layout,
        dated,
      ),
    namesOrigin: true,
  },
  csv: {
    render: async ({ view, input }) =>
      (await import('../output/formats-bundle.ts')).renderStatusCsv(wholeAnswer(input.roster, view)),
    namesOrigin: false,
  },
  svg: {
    render: async ({ view }) => (await import('../output/pictures-bundle.ts')).statusSvg(view),
    namesOrigin: false,
  },
};

/** `status [ROSTER]`: the outcome, what is missing, who holds out and why, and the evidence. */
export async function statusCommand(
  designator: string | undefined,
  request: SnapshotRequest,
  shell: Shell<FormatOf<'status'>>,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input } = read;
  const { render, namesOrigin } = renderers[shell.format];
  const view = briefAnswer(input.roster, read.snapshot, input.origin);
  const isAsked = request.asOf !== undefined || input.date !== undefined;
  const dated = isAsked ? undefined : input.roster;
  answerAbout(input, await render({ view, input, dated }, shell.answers), namesOrigin, shell);
  return exit.done;
}
