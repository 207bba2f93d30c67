import type { AgreementView } from '../../model/decisions/agreement.ts';
import { csv } from '../format/csv.ts';

/** `agreement` for a spreadsheet: a row for each pair, or for each two groups; a group within stands twice. */
export function renderAgreementCsv({ members, pairs, groups }: AgreementView): string {
  if (groups !== undefined)
    return csv([
      ['group', 'other group', 'agreed', 'of'],
      ...groups.map(({ groups: [one, other = one], agreed, of }) => [one, other, agreed, of]),
    ]);
  const names = new Map(members.map(({ code, name }) => [code, name]));
  return csv([
    ['member', 'name', 'other member', 'other name', 'agreed', 'of'],
    ...pairs.map(({ members: [a, b], agreed, of }) => [a, names.get(a), b, names.get(b), agreed, of]),
  ]);
}
