import { briefAnswer } from '../../../engine/answer.ts';
import { reportDocument } from '../../../page/document.tsx';
import { type Reported, renderReported, renderReportedJson } from '../../../render/files/report.ts';
import type { Layout } from '../../../render/layout/theme.ts';
import { type ExitCode, exit } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import type { SnapshotRequest } from '../../input/snapshot-request.ts';
import { reportProblems } from '../../output/report-problems.ts';
import { answerAbout, remarkOrigin, type Shell } from '../../output/shell.ts';
import { readSnapshot } from '../../steps/read-snapshot.ts';
import { pageOf, readAssets } from './page.ts';
import { type TargetOptions, targetOf, writeReport, writtenTo } from './target.ts';

/** The options of `report` about one roster, parsed. */
export type ReportRequest = SnapshotRequest & TargetOptions;

const renderers: Readonly<Record<FormatOf<'report'>, (reported: Reported, layout: Layout, html?: string) => string>> = {
  table: (reported, layout, html) => html ?? renderReported(reported, layout),
  json: (reported, _, html) => renderReportedJson(reported, html),
};

/** The answer of `report`: what was written, or the report itself where it goes to standard output. */
export function answerOf(reported: Reported, html: string, { format, answers }: Shell<FormatOf<'report'>>): string {
  return renderers[format](reported, answers, reported.file === '-' ? html : undefined);
}

/** `report [SNAPSHOT]`: one HTML file that shows a decision and answers what-ifs. */
export async function reportCommand(
  designator: string | undefined,
  request: ReportRequest,
  shell: Shell<FormatOf<'report'>>,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, snapshot } = read;
  const html = reportDocument(pageOf(input, snapshot), readAssets());
  const file = targetOf(request, input);
  const { force } = request;
  if (file !== '-') await writeReport(file, html, { force, origins: [input] }, shell);
  const view = briefAnswer(input.roster, snapshot, input.origin);
  const reported: Reported = {
    ...writtenTo(file, html, shell),
    decisions: [{ roster: input.file, view }],
    problems: [],
  };
  const answer = answerOf(reported, html, shell);
  if (file !== '-') answerAbout(input, answer, false, shell);
  else {
    remarkOrigin(input, shell);
    shell.answer(answer);
  }
  return exit.done;
}
