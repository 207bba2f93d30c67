import { listed } from '../../../engine/decisions/listed.ts';
import { countByState, select } from '../../../engine/decisions/select.ts';
import type { ListView } from '../../../model/decisions/listed.ts';
import { renderListCsv } from '../../../render/list/csv.ts';
import { renderListCalendar } from '../../../render/list/ics.ts';
import { renderListJson } from '../../../render/list/json.ts';
import { renderListMarkdown } from '../../../render/list/markdown.ts';
import { renderList } from '../../../render/list/terminal.ts';
import type { ExitCode } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import type { Diagnosed } from '../../input/read-roster.ts';
import { reportLeftOut, reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { knownMembers } from '../../steps/known-members.ts';
import { readDecisions } from '../../steps/read-decisions.ts';
import { snapshotAt } from '../../steps/read-snapshot.ts';
import type { ListRequest } from './list-request.ts';

type Render = (view: ListView, problems: readonly Diagnosed[], shell: Shell) => string;

const renderers: Readonly<Record<FormatOf<'list'>, Render>> = {
  table: (view, _, { answers }) => renderList(view, answers),
  json: renderListJson,
  markdown: renderListMarkdown,
  csv: renderListCsv,
  ics: renderListCalendar,
};

/** `list [PATH...]`: decisions, one a line. */
export async function listCommand(request: ListRequest, shell: Shell<FormatOf<'list'>>): Promise<ExitCode> {
  const { paths, order, waitingOn } = request;
  const members = knownMembers();
  const read = await readDecisions(paths, shell, (input) => {
    if (waitingOn !== undefined) members.add(input.roster);
    return listed(input.file, snapshotAt(input, request, shell.today));
  });
  const { answers, problems, passedOver } = read;
  if (answers.length === 0) return reportProblems(problems, shell);
  const member = waitingOn === undefined ? undefined : members.named(waitingOn);
  const selection = { ...request.selection, ...(member && { waitingOn: member.code }) };
  const view: ListView = {
    decisions: select(answers, selection, order),
    counts: countByState(answers),
    selection: { ...request.selection, ...(member && { waitingOn: member }) },
    passedOver,
    invalid: problems.length,
  };
  shell.answer(renderers[shell.format](view, problems, shell));
  return reportLeftOut(problems, shell);
}
