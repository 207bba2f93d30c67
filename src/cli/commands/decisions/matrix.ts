import { matrix } from '../../../engine/decisions/matrix.ts';
import { votingRecord } from '../../../engine/decisions/voting-record.ts';
import type { MatrixView } from '../../../model/decisions/voting-record.ts';
import { renderMatrixCsv } from '../../../render/matrix/csv.ts';
import { renderMatrixJson } from '../../../render/matrix/json.ts';
import { renderMatrixMarkdown } from '../../../render/matrix/markdown.ts';
import { renderMatrix } from '../../../render/matrix/terminal.ts';
import type { ExitCode } from '../../contract/exit.ts';
import type { FormatOf } from '../../contract/formats.ts';
import type { Diagnosed } from '../../input/read-roster.ts';
import { reportLeftOut, reportProblems } from '../../output/report-problems.ts';
import type { Shell } from '../../output/shell.ts';
import { type DecisionsRequest, readDecisions } from '../../steps/read-decisions.ts';
import { snapshotAt } from '../../steps/read-snapshot.ts';

type Render = (view: MatrixView, problems: readonly Diagnosed[], shell: Shell) => string;

const renderers: Readonly<Record<FormatOf<'matrix'>, Render>> = {
  table: (view, _, { answers }) => renderMatrix(view, answers),
  json: renderMatrixJson,
  markdown: (view, _, { answers }) => renderMatrixMarkdown(view, answers),
  csv: renderMatrixCsv,
};

/** `matrix [PATH...]`: members by decisions. */
export async function matrixCommand(request: DecisionsRequest, shell: Shell<FormatOf<'matrix'>>): Promise<ExitCode> {
  const { answers, problems, passedOver } = await readDecisions(request.paths, shell, (input) =>
    votingRecord(input.file, snapshotAt(input, request, shell.today)),
  );
  if (answers.length === 0) return reportProblems(problems, shell);
  const view: MatrixView = { ...matrix(answers), passedOver, invalid: problems.length };
  shell.answer(renderers[shell.format](view, problems, shell));
  return reportLeftOut(problems, shell);
}
