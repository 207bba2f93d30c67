import type { Position } from '../../../../model/roster.ts';
import type { Time } from '../../../../model/time.ts';
import { tidy } from '../../../../text/suggest.ts';
import type { SheetColumn } from '../../../sheet/columns.ts';
import { isLikeDate, readSheetDate } from '../../../sheet/sheet-date.ts';
import { readStance } from '../../../sheet/stance-words.ts';
import { type SheetFault, type Table, unknownColumns } from '../../../sheet/table.ts';
import type { ImportedMember, ImportedPosition, LeftOut, Reading } from './imported.ts';
import { aboutMember, isNoMember, lackingMembers, missingMember, notMember, type RowsRead } from './rows-read.ts';

/** A column of stances on a date. */
interface StanceColumn {
  readonly index: number;
  readonly date: Time;
}

/** Columns that say something about a member, whatever the date. */
const ofMembers: readonly SheetColumn[] = ['code', 'name', 'groups', 'weights', 'as-of'];

/** The columns that are named by a date, by their indexes. */
export const datedColumns = (table: Table): readonly number[] =>
  unknownColumns(table).filter((index) => isLikeDate(table.header[index] ?? ''));

/** A sheet with a row for each member, and a column for each date. */
export function wideSheet(table: Table, reading: Reading): RowsRead {
  const { header, headerRow } = table;
  const dated = datedColumns(table);
  const faults: SheetFault[] = [...lackingMembers(table)];
  const columns = dated.flatMap((index): StanceColumn[] => {
    const read = readSheetDate(header[index] ?? '', reading.order);
    if ('value' in read) return [{ index, date: read.value }];
    faults.push({ severity: 'error', ...read.fault, line: headerRow.line, span: headerRow.spanOf(index) });
    return [];
  });
  const rows = membersIn(table, columns, reading, faults);
  const ignored = header.flatMap((name, index) => {
    const kind = table.kinds[index];
    const used = kind === undefined ? dated.includes(index) : ofMembers.includes(kind);
    return used || name.trim() === '' ? [] : [index];
  });
  return { title: undefined, ...rows, sources: {}, faults, ignored };
}

function membersIn(
  table: Table,
  columns: readonly StanceColumn[],
  reading: Reading,
  faults: SheetFault[],
): { readonly members: readonly ImportedMember[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  const members = table.rows.flatMap((row): ImportedMember[] => {
    const word = row.all('code')[0];
    if (word === undefined) {
      if (faults[0]?.code !== 'missing-column') faults.push(missingMember(row));
      return [];
    }
    const { line } = row;
    const cells = columns.flatMap(({ index, date }) => {
      const cell = row.at(index);
      return cell === undefined ? [] : [{ cell, date }];
    });
    const absent = cells.filter(({ cell }) => isNoMember(cell.text));
    if (absent.length > 0) leftOut.push({ line, message: notMember(tidy(word.text)) });
    if (absent.length > 0 && absent.length === cells.length) return [];
    const positions = cells.flatMap(({ cell, date }): ImportedPosition[] => {
      if (isNoMember(cell.text)) return [];
      const stance = readStance(cell.text, reading.stances);
      if ('value' in stance) return [{ position: positionOf(stance.value, date), span: cell.span, line }];
      faults.push({ severity: 'error', ...stance.fault, line, span: cell.span });
      return [];
    });
    return [{ ...aboutMember(row), word: tidy(word.text), span: word.span, positions }];
  });
  return { members, leftOut };
}

/** A position of which no more is known than its stance and its date. */
export const positionOf = (stance: Position['stance'], date: Time | undefined): Position => ({
  ...(date && { date }),
  circa: false,
  stance,
  basis: 'stated',
  wants: [],
  sources: [],
});
