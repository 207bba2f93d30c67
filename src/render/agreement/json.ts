import type { AgreementView } from '../../model/decisions/agreement.ts';
import { json } from '../format/json.ts';
import { decisionsJson } from '../matrix/decisions.ts';
import { type DiagnosedFile, diagnosticsJson } from '../problems/terminal.ts';

/** `agreement` as data: `rutte-tally/agreement/1`. @param problems the rosters that are not valid */
export function renderAgreementJson(view: AgreementView, problems: readonly DiagnosedFile[]): string {
  const { decisions, members, pairs, groups, passedOver } = view;
  return json({
    schema: 'rutte-tally/agreement/1',
    decisions: decisionsJson(decisions),
    members: members.map(({ code, name, settled }) => ({ member: code, name, settled })),
    pairs: pairs.map(({ members: both, agreed, of }) => ({ members: both, agreed, of })),
    groups: groups?.map(({ groups: names, agreed, of }) => ({ groups: names, agreed, of })) ?? null,
    passedOver,
    problems: diagnosticsJson(problems),
  });
}
