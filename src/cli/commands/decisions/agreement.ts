import { agreement, mostMembers } from '../../../engine/decisions/agreement.ts';
import { groupAgreement, groupNames, mostGroups } from '../../../engine/decisions/group-agreement.ts';
import { matrix } from '../../../engine/decisions/matrix.ts';
import { mostAndLeast } from '../../../engine/decisions/most-and-least.ts';
import { partnersOf } from '../../../engine/decisions/partners.ts';
import { votingRecord } from '../../../engine/decisions/voting-record.ts';
import type { AgreementView } from '../../../model/decisions/agreement.ts';
import type { LeftOut, VotingRecord } from '../../../model/decisions/voting-record.ts';
import { renderAgreementCsv } from '../../../render/agreement/csv.ts';
import { renderAgreementJson } from '../../../render/agreement/json.ts';
import { renderAgreementMarkdown } from '../../../render/agreement/markdown.ts';
import { renderAgreement } from '../../../render/agreement/terminal.ts';
import type { ExitCode } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { UsageError } from '../../contract/usage-error.ts';
import type { Diagnosed } from '../../input/read-roster.ts';
import { reportLeftOut, reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { type DecisionsRequest, readDecisions } from '../../steps/read-decisions.ts';
import { snapshotAt } from '../../steps/read-snapshot.ts';

/** The options of `agreement`, parsed. */
export interface AgreementRequest extends DecisionsRequest {
  /** Compare the groups of the rosters, too. */
  readonly groups: boolean;
}

type Render = (view: AgreementView, problems: readonly Diagnosed[], shell: Shell) => string;

const renderers: Readonly<Record<FormatOf<'agreement'>, Render>> = {
  table: (view, _, { answers }) => renderAgreement(view, answers),
  json: renderAgreementJson,
  markdown: (view, _, { answers }) => renderAgreementMarkdown(view, answers),
  csv: renderAgreementCsv,
};

/** `agreement [PATH...]`: how often each two members agreed. @throws UsageError for more than one answer can hold */
export async function agreementCommand(
  request: AgreementRequest,
  shell: Shell<FormatOf<'agreement'>>,
): Promise<ExitCode> {
  const { answers, problems, passedOver } = await readDecisions(request.paths, shell, (input) =>
    votingRecord(input.file, snapshotAt(input, request, shell.today)),
  );
  if (answers.length === 0) return reportProblems(problems, shell);
  const view = viewOf(answers, request, { passedOver, invalid: problems.length });
  shell.answer(renderers[shell.format](view, problems, shell));
  return reportLeftOut(problems, shell);
}

function viewOf(records: readonly VotingRecord[], { groups }: AgreementRequest, leftOut: LeftOut): AgreementView {
  const members = matrix(records);
  refuseMoreThan(mostMembers, members.members.length, 'members');
  if (groups) refuseMoreThan(mostGroups, groupNames(records).length, 'groups');
  const compared = agreement(members);
  const range = mostAndLeast(compared.pairs);
  return {
    ...compared,
    ...(range && { range }),
    partners: partnersOf(compared),
    ...(groups && { groups: groupAgreement(records) }),
    ...leftOut,
  };
}

function refuseMoreThan(most: number, count: number, what: 'members' | 'groups'): void {
  if (count > most)
    throw new UsageError(
      `too-many-${what}`,
      `agreement compares at most ${most} ${what}, and these rosters have ${count}; name fewer rosters`,
    );
}
