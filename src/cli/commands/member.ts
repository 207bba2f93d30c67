import { memberHistory } from '../../engine/member-history.ts';
import { renderMemberCsv } from '../../render/member/csv.ts';
import { renderMemberJson } from '../../render/member/json.ts';
import { renderMemberMarkdown } from '../../render/member/markdown.ts';
import { renderMember } from '../../render/member/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import { memberNamed } from '../input/find-member.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { readSnapshot } from '../steps/read-snapshot.ts';

const render = {
  table: renderMember,
  json: renderMemberJson,
  markdown: renderMemberMarkdown,
  csv: renderMemberCsv,
} as const;

/** `member CODE [SNAPSHOT]`: all that a roster knows of one member by a date. */
export async function memberCommand(
  word: string,
  designator: string | undefined,
  request: SnapshotRequest,
  shell: Shell,
): Promise<ExitCode> {
  const read = await readSnapshot(designator, request, shell);
  if (!read.ok) return reportProblems(read.problems, shell);
  const { input, snapshot } = read;
  const member = memberNamed(word, input.roster);
  const view = { history: memberHistory(input.roster, member, snapshot), origin: input.origin };
  const saysOrigin = shell.format === 'table' || shell.format === 'markdown';
  if (!saysOrigin) remarkOrigin(input, shell);
  shell.answer(render[shell.format](view, shell.answers));
  return exit.done;
}
