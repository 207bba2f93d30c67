import { briefAnswer } from '../../../engine/answer.ts';
import { listed } from '../../../engine/decisions/listed.ts';
import { countByState, select } from '../../../engine/decisions/select.ts';
import type { ListView } from '../../../model/decisions/listed.ts';
import { reportsDocument } from '../../../page/several/reports-document.tsx';
import type { ExitCode } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import { version } from '../../contract/package.ts';
import type { SnapshotRequest } from '../../input/snapshot-request.ts';
import { reportLeftOut, reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { type RosterPaths, readDecisions } from '../../steps/read-decisions.ts';
import { type SnapshotInput, snapshotAt } from '../../steps/read-snapshot.ts';
import { sharedAssumptions } from '../../steps/shared-assumptions.ts';
import { pageOf, readAssets } from './page.ts';
import { answerOf } from './report.ts';
import { type TargetOptions, targetOf, writeReport, writtenTo } from './target.ts';

/** The options of `report` about several rosters, parsed. */
export interface SeveralReportsRequest extends SnapshotRequest, TargetOptions {
  readonly paths: RosterPaths;
}

/** `report PATH...`: one HTML file whose front page is a list, in which each decision's page opens. */
export async function severalReportsCommand(
  request: SeveralReportsRequest,
  shell: Shell<FormatOf<'report'>>,
): Promise<ExitCode> {
  const { paths, force } = request;
  const assumed = await sharedAssumptions(request, shell.host);
  if (!assumed.ok) return reportProblems(assumed.problems, shell);
  const read = await readDecisions(paths, shell, (input) => {
    const taken = snapshotAt(input, request, shell.today);
    const under = assumed.shared.appliedTo(taken, input.roster);
    if (!under.ok) return { problems: under.problems };
    const { snapshot } = under;
    return { input, snapshot, view: briefAnswer(input.roster, snapshot, input.origin) };
  });
  const told = read.answers.flatMap((answer) => (answer.problems === undefined ? [answer] : []));
  const refused = read.answers.find(({ problems }) => problems !== undefined)?.problems ?? [];
  const problems = [...read.problems, ...refused];
  const unused = problems.length === 0 ? assumed.shared.unused() : [];
  if (unused.length > 0) return reportProblems(unused, shell);
  if (told.length === 0) return reportProblems(problems, shell);
  const { list, inOrder } = listOf(told, { passedOver: read.passedOver, invalid: problems.length });
  const pages = inOrder.map(({ input, snapshot }) => pageOf(input, snapshot));
  const html = reportsDocument({ list, pages, version }, readAssets());
  const origins = told.map(({ input }) => input);
  const file = targetOf(request);
  if (file !== '-') await writeReport(file, html, { force, origins }, shell);
  const reported = {
    ...writtenTo(file, html, shell),
    list,
    decisions: inOrder.map(({ input, view }) => ({ roster: input.file, view })),
    problems,
  };
  shell.answer(answerOf(reported, html, shell));
  return reportLeftOut(problems, shell);
}

/** The list of decisions, and what was told of each in its order. */
function listOf<Told extends Pick<SnapshotInput, 'input' | 'snapshot'>>(
  told: readonly Told[],
  leftOut: Pick<ListView, 'passedOver' | 'invalid'>,
): { readonly list: ListView; readonly inOrder: readonly Told[] } {
  const toldOf = new Map(told.map((one) => [listed(one.input.file, one.snapshot), one]));
  const all = [...toldOf.keys()];
  const decisions = select(all, {}, 'due');
  return {
    list: { decisions, counts: countByState(all), selection: {}, ...leftOut },
    inOrder: decisions.flatMap((decision) => toldOf.get(decision) ?? []),
  };
}
