import { prospects } from '../../engine/answer.ts';
import { memberHistory } from '../../engine/member-history.ts';
import type { MemberView } from '../../model/view.ts';
import { renderMemberCsv } from '../../render/member/csv.ts';
import { renderMemberJson } from '../../render/member/json.ts';
import { renderMemberMarkdown } from '../../render/member/markdown.ts';
import { renderMember } from '../../render/member/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { directoryOf, memberNamed } from '../input/find-member.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { answerAbout, type Renderer, type Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';

const renderers: Readonly<Record<FormatOf<'member'>, Renderer<MemberView>>> = {
  table: { render: renderMember, namesOrigin: true },
  json: { render: renderMemberJson, namesOrigin: false },
  markdown: { render: renderMemberMarkdown, namesOrigin: true },
  csv: { render: renderMemberCsv, namesOrigin: false },
};

/** `member CODE [SNAPSHOT]`: all that a roster knows of one member by a date. */
export async function memberCommand(
  word: string,
  designator: string | undefined,
  request: SnapshotRequest,
  shell: Shell<FormatOf<'member'>>,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, snapshot } = read;
  const member = memberNamed(word, directoryOf(input.roster));
  const history = memberHistory(input.roster, member, snapshot);
  const view = { history, origin: input.origin, ...prospects(input.roster, history) };
  const { render, namesOrigin } = renderers[shell.format];
  answerAbout(input, await render(view, shell.answers), namesOrigin, shell);
  return exit.done;
}
