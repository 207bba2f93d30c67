import type { MatrixView } from '../../model/decisions/voting-record.ts';
import { json } from '../format/json.ts';
import { type DiagnosedFile, diagnosticsJson } from '../problems/terminal.ts';
import { decisionsJson } from './decisions.ts';

/** `matrix` as data: `rutte-tally/matrix/1`. @param problems the rosters that are not valid */
export function renderMatrixJson(view: MatrixView, problems: readonly DiagnosedFile[]): string {
  const { decisions, members, passedOver } = view;
  return json({
    schema: 'rutte-tally/matrix/1',
    decisions: decisionsJson(decisions),
    members: members.map(({ code, name, stances }) => ({
      member: code,
      name,
      stances: stances.map((stance) => stance ?? null),
    })),
    passedOver,
    problems: diagnosticsJson(problems),
  });
}
