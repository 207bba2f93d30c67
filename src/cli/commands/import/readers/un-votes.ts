/*
 * Recorded votes of the General Assembly or the Security Council, as the UN Digital Library publishes them in CSV: a row
 * for each member and resolution, with `ms_code`, `ms_name`, `ms_vote` and `date`. `Y`, `N` and `A` are votes, and `X`
 * is a member that did not vote.
 */

import type { Diagnostic } from '../../../../model/diagnostic.ts';
import type { Stance } from '../../../../model/stance.ts';
import { countryCode } from '../../../../roster/names/country-codes.ts';
import { isAddress } from '../../../../roster/schema/scalars.ts';
import { tidy } from '../../../../text/suggest.ts';
import { readSheetDate } from '../../../sheet/sheet-date.ts';
import { readStance } from '../../../sheet/stance-words.ts';
import type { Table, TableRow } from '../../../sheet/table.ts';
import { chosenDecision } from './chosen-decision.ts';
import { type ImportedMember, nothingMore, type ReadFile, type Reading } from './imported.ts';

/** What the votes of the UN Digital Library mean. */
export const unVoteWords: ReadonlyMap<string, Stance> = new Map([
  ['y', 'support'],
  ['n', 'oppose'],
  ['a', 'abstain'],
  ['x', 'undeclared'],
]);

const needed = ['ms_name', 'ms_vote', 'date'] as const;

/** Whether a sheet has the columns of the UN Digital Library. */
export const isUnVotes = ({ header }: Table): boolean =>
  needed.every((name) => header.some((column) => tidy(column) === name));

/** The votes on a resolution. @throws UsageError where the file has several and none is named */
export function readUnVotes(table: Table, reading: Reading): ReadFile {
  const places = new Map(table.header.map((name, index) => [tidy(name), index]));
  const cell = (row: TableRow, column: string) => row.at(places.get(column) ?? -1);
  const text = (row: TableRow, column: string): string => tidy(cell(row, column)?.text ?? '');
  const namesOf = (row: TableRow): readonly string[] =>
    ['resolution', 'draft', 'undl_id', 'undl_link'].map((column) => text(row, column)).filter((name) => name !== '');
  const chosen = chosenDecision(table.rows.map(namesOf), reading, 'resolution');
  const rows = table.rows.filter((row) => (namesOf(row)[0] ?? '') === (chosen ?? ''));
  const problems: Diagnostic[] = [...table.faults];
  const members = rows.flatMap((row): ImportedMember[] => {
    const { line } = row;
    const [nameCell, vote, day] = [cell(row, 'ms_name'), cell(row, 'ms_vote'), cell(row, 'date')];
    const span = nameCell?.span ?? row.span;
    const stance = readStance(vote?.text ?? '', reading.stances, unVoteWords);
    const date = readSheetDate(day?.text ?? '', reading.order);
    if ('fault' in stance) problems.push({ severity: 'error', ...stance.fault, span: vote?.span ?? row.span });
    if ('fault' in date) problems.push({ severity: 'error', ...date.fault, span: day?.span ?? row.span });
    if ('fault' in stance || 'fault' in date) return [];
    const link = text(row, 'undl_link');
    const position = {
      date: date.value,
      circa: false,
      stance: stance.value,
      basis: 'stated',
      wants: [],
      sources: isAddress(link) && stance.value !== 'undeclared' ? [link] : [],
    } as const;
    const name = text(row, 'ms_name');
    const word = countryCode(text(row, 'ms_code')) ?? name;
    return [
      {
        word,
        name: undefined,
        span,
        groups: [],
        weights: {},
        positions: [{ position, span: vote?.span ?? span, line }],
      },
    ];
  });
  if (problems.length > 0) return { problems };
  const [first] = rows;
  const title = first && [chosen, text(first, 'title')].filter((part) => part !== undefined && part !== '').join(': ');
  return { imported: { ...nothingMore, handles: false, title, members, leftOut: [] } };
}
