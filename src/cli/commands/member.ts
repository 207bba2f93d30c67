import { memberHistory } from '../../engine/member-history.ts';
import type { MemberView } from '../../model/view.ts';
import { renderMemberCsv } from '../../render/member/csv.ts';
import { renderMemberJson } from '../../render/member/json.ts';
import { renderMemberMarkdown } from '../../render/member/markdown.ts';
import { renderMember } from '../../render/member/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { memberNamed } from '../input/find-member.ts';
import type { SnapshotRequest } from '../input/snapshot-options.ts';
import type { Renderer, Shell } from '../output/shell.ts';
import { remarkOrigin } from '../steps/read-rosters.ts';
import { readAsked } from '../steps/read-snapshot.ts';
import { snapshotOf } from '../steps/views.ts';

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
  options: SnapshotRequest,
  shell: Shell<FormatOf<'member'>>,
): Promise<ExitCode> {
  const read = await readAsked(designator, options, shell);
  if (read === undefined) return exit.badRoster;
  const { input, asked } = read;
  const taken = snapshotOf(input, asked, shell.today);
  const view = { history: memberHistory(input.roster, memberNamed(word, input.roster), taken), origin: input.origin };
  const { render, namesOrigin } = renderers[shell.format];
  if (!namesOrigin) remarkOrigin(input, shell);
  shell.answer(await render(view, shell.answers));
  return exit.done;
}
