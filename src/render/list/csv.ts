import { type ListedDecision, type ListView, nextDue } from '../../model/decisions/listed.ts';
import { type Cell, csv, yesNo } from '../format/csv.ts';
import { needText } from './need.ts';

const head = [
  'file',
  'title',
  'body',
  'as of',
  'on record',
  'state',
  'outcome',
  'have of need',
  'support',
  'members',
  'holding out',
  'blocking',
  'last move',
  'days since',
  'due',
  'due on',
  'due name',
  'days until',
  'decision',
  'decided on',
];

/** `list` for a spreadsheet: a row for each decision. */
export const renderListCsv = ({ decisions }: ListView): string => csv([head, ...decisions.map(row)]);

function row(decision: ListedDecision): Cell[] {
  const { file, title, body, asOf, onRecord, state, outcome, counts, holdouts, lastMove } = decision;
  const next = nextDue(decision);
  const codes = (chosen: typeof holdouts): string => chosen.map(({ code }) => code).join('; ');
  return [
    file,
    title,
    body,
    asOf.text,
    yesNo(onRecord),
    state,
    outcome,
    needText(decision.evaluation),
    counts.support,
    counts.members,
    codes(holdouts),
    codes(holdouts.filter(({ blocking }) => blocking)),
    lastMove?.date.text,
    lastMove?.days,
    next?.kind,
    next?.date.text,
    next?.name,
    next?.days,
    decision.decision?.outcome,
    decision.decision?.date.text,
  ];
}
