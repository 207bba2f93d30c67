import { inOrderOfList, memberCounts, memberDecision } from '../../../engine/decisions/member-decision.ts';
import type { MemberDecision, MemberDecisionsView } from '../../../model/decisions/member.ts';
import { renderMemberDecisionsCsv } from '../../../render/member-decisions/csv.ts';
import { renderMemberDecisionsJson } from '../../../render/member-decisions/json.ts';
import { renderMemberDecisionsMarkdown } from '../../../render/member-decisions/markdown.ts';
import { renderMemberDecisions } from '../../../render/member-decisions/terminal.ts';
import { tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import type { ExitCode } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { UsageError } from '../../contract/usage-error.ts';
import type { Diagnosed } from '../../input/read-roster.ts';
import { reportLeftOut, reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { knownMembers } from '../../steps/known-members.ts';
import { type DecisionsRequest, decisionsRequest, readDecisions } from '../../steps/read-decisions.ts';
import { snapshotAt } from '../../steps/read-snapshot.ts';

/** Paths and options as the user wrote them, parsed; `today` is an ISO day. @throws UsageError, also for a what-if */
export function memberDecisionsRequest(
  words: readonly string[],
  written: WrittenOptions,
  today: string,
): DecisionsRequest {
  const { assume = [], assumeFile, withFollowers = false } = written;
  if (assume.length > 0 || assumeFile !== undefined || withFollowers)
    throw new UsageError('conflicting-option', 'a what-if is about one decision: name one roster, or leave it out');
  return decisionsRequest(words, written, today);
}

type Render = (view: MemberDecisionsView, problems: readonly Diagnosed[], shell: Shell) => string;

const renderers: Readonly<Record<FormatOf<'member'>, Render>> = {
  table: (view, _, { answers }) => renderMemberDecisions(view, answers),
  json: renderMemberDecisionsJson,
  markdown: renderMemberDecisionsMarkdown,
  csv: renderMemberDecisionsCsv,
};

/** `member CODE PATH...` about several decisions: where the member stands in each, and which it moved. */
export async function memberDecisionsCommand(
  word: string,
  request: DecisionsRequest,
  shell: Shell<FormatOf<'member'>>,
): Promise<ExitCode> {
  const members = knownMembers();
  let code: string | undefined;
  const read = await readDecisions(request.paths, shell, (input) => {
    const { roster, file } = input;
    members.add(roster);
    const inDecision = (meant: string): MemberDecision =>
      memberDecision(file, roster, meant, snapshotAt(input, request, shell.today));
    // A code that a roster has means that member. Until it is known whom another word means, rosters are kept.
    code ??= roster.members.find((member) => member.code === tidy(word))?.code;
    return code === undefined ? inDecision : inDecision(code);
  });
  const { answers, problems, passedOver } = read;
  if (answers.length === 0) return reportProblems(problems, shell);
  const member = members.named(word);
  const decisions = answers.map((answer) => (typeof answer === 'function' ? answer(member.code) : answer));
  const ordered = inOrderOfList(decisions);
  // Of several names, one that says more than the code.
  const names = ordered.map(({ standing }) => standing?.name ?? member.code);
  const view: MemberDecisionsView = {
    member: { code: member.code, name: names.find((name) => name !== member.code) ?? member.name },
    decisions: ordered,
    counts: memberCounts(decisions),
    passedOver,
    invalid: problems.length,
  };
  shell.answer(renderers[shell.format](view, problems, shell));
  return reportLeftOut(problems, shell);
}
