import { quote, tidy } from '../../../../text/suggest.ts';
import { missingColumn } from '../../../sheet/columns.ts';
import {
  headerFault,
  partsOf,
  type SheetFault,
  type Table,
  type TableRow,
  unknownColumns,
} from '../../../sheet/table.ts';
import type { Imported, ImportedMember } from './imported.ts';

/** What the rows of a sheet have. */
export interface RowsRead extends Pick<Imported, 'title' | 'members' | 'sources' | 'leftOut'> {
  readonly faults: readonly SheetFault[];
  /** Indexes of the columns that are passed over. */
  readonly ignored: readonly number[];
}

/** What a row says of its member, whatever its position. */
export function aboutMember(row: TableRow): Pick<ImportedMember, 'name' | 'groups' | 'weights'> {
  const name = row.all('name')[0];
  const weights = row
    .all('weights')
    .flatMap(({ text }) => partsOf(text))
    .flatMap((part) => {
      const [, weight, value] = /^(.+?)\s*[:=]\s*(\d+(?:\.\d+)?)$/.exec(part) ?? [];
      return weight === undefined || value === undefined ? [] : [[weight, value] as const];
    });
  return {
    name: name && tidy(name.text),
    groups: row.all('groups').flatMap(({ text }) => partsOf(text)),
    weights: Object.fromEntries(weights),
  };
}

/** The fault of a sheet without a column for its members; none if it has one. */
export const lackingMembers = (table: Table): readonly SheetFault[] =>
  table.kinds.includes('code')
    ? []
    : [headerFault(missingColumn('code', table.header, unknownColumns(table)), table.headerRow)];

/** The fault of a row without a member. */
export const missingMember = ({ line, span }: Pick<TableRow, 'line' | 'span'>): SheetFault => ({
  code: 'missing-value',
  severity: 'error',
  message: 'this row names no member',
  hint: 'write its code or name, or delete the row',
  line,
  span,
});

/** The sign of `matrix` for a member that was none on that date. */
export const isNoMember = (text: string): boolean => text.trim() === '·';

/** That such a member is left out. */
export const notMember = (word: string): string => `${quote(word)} was not a member: left out`;
