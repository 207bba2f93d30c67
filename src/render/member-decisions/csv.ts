import type { MemberDecision, MemberDecisionsView } from '../../model/decisions/member.ts';
import { type Cell, csv, yesNo } from '../format/csv.ts';
import { isBlocking } from './words.ts';

const head = [
  'member',
  'name',
  'file',
  'title',
  'as of',
  'on record',
  'state',
  'outcome',
  'decision',
  'is a member',
  'stance',
  'leaning',
  'since',
  'circa',
  'basis',
  'why',
  'holds out',
  'blocking',
  'decisive on',
];

/** `member` over several decisions for a spreadsheet: a row for each decision. */
export const renderMemberDecisionsCsv = ({ member, decisions }: MemberDecisionsView): string =>
  csv([head, ...decisions.map((one) => [member.code, member.name, ...row(one)])]);

/** What is asked of members alone is empty where it is none. */
function row({ decision: listed, standing, holdsOut, decisiveMoves }: MemberDecision): Cell[] {
  const { file, title, asOf, onRecord, state, outcome, decision } = listed;
  const isMember = standing !== undefined;
  return [
    file,
    title,
    asOf.text,
    yesNo(onRecord),
    state,
    outcome,
    decision?.outcome,
    yesNo(isMember),
    standing?.stance,
    standing?.leaning,
    standing?.since?.text,
    standing && yesNo(standing.circa),
    standing?.basis,
    standing?.why,
    isMember ? yesNo(holdsOut) : undefined,
    isMember ? yesNo(isBlocking({ decision: listed, standing })) : undefined,
    decisiveMoves.map(({ date }) => date.text).join('; '),
  ];
}
