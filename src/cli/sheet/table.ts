import type { Diagnostic, Span } from '../../model/diagnostic.ts';
import { bare } from '../../roster/hints/other-words.ts';
import { alternatives, didYouMean, enumeration, quote, tidy } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import { type ColumnFault, columnsIn, likely, type SheetColumn, sheetColumns } from './columns.ts';
import { type SheetRow, sheetIn } from './rows.ts';

/** A mistake in a sheet, with the one-based line on which it is. */
export interface SheetFault extends Diagnostic {
  readonly line: number;
  readonly span: Span;
}

/** A cell that is not blank. */
export interface SheetCell {
  readonly text: string;
  readonly span: Span;
}

/** A row below the header. */
export interface TableRow {
  readonly line: number;
  readonly span: Span;
  /** How many cells it has. */
  readonly length: number;
  /** The cell of a column by its index; undefined if it is blank or missing. */
  readonly at: (index: number) => SheetCell | undefined;
  /** The cells of the columns that hold this, without blank ones. */
  readonly all: (column: SheetColumn) => readonly SheetCell[];
}

/** A sheet with a header. */
export interface Table {
  readonly header: readonly string[];
  readonly headerRow: SheetRow;
  readonly kinds: readonly (SheetColumn | undefined)[];
  readonly rows: readonly TableRow[];
  /** Rows that are longer than the header, and columns that could be taken for the same. */
  readonly faults: readonly SheetFault[];
  /** The same sheet with one column that holds something else. */
  readonly withColumn: (index: number, column: SheetColumn) => Table;
}

/** What the values of `--map NAME=COLUMN` say. @throws UsageError for one that names nothing */
export function mappingOf(values: readonly string[]): readonly Mapping[] {
  return values.map((value) => {
    const at = value.indexOf('=');
    const [name, column] = [tidy(value.slice(0, at)), tidy(value.slice(at + 1))];
    if (at < 1 || name === '' || column === '')
      throw new UsageError(
        'invalid-map',
        `--map: ${quote(value)} names no column; write NAME=COLUMN, as in stance=Vote`,
      );
    const kind = columnsIn([name], new Map()).kinds[0];
    if (kind === undefined || !sheetColumns.includes(kind)) {
      const hint = didYouMean(name, sheetColumns) ?? `expected one of ${alternatives([...sheetColumns])}`;
      throw new UsageError('unknown-name', `--map: ${quote(name)} is not something that a column can hold; ${hint}`);
    }
    return { kind: name === 'name' ? 'name' : kind, column };
  });
}

/** A column that the user says holds something. */
export interface Mapping {
  readonly kind: SheetColumn;
  readonly column: string;
}

/** A sheet with what its columns hold, or why it is none. @throws UsageError for a mapping to a column that it lacks */
export function tableIn(text: string, mapping: readonly Mapping[]): Table | SheetFault {
  const sheet = sheetIn(text);
  if ('message' in sheet) return { code: 'invalid-csv', severity: 'error', ...sheet };
  const [headerRow, ...rows] = sheet.rows;
  if (headerRow === undefined) {
    const span = { start: 0, end: 0 };
    return { code: 'empty-document', severity: 'error', message: 'the file is empty', line: 1, span };
  }
  const header = withoutEnd(headerRow.cells);
  const { kinds, faults } = columnsIn(header, mappedColumns(header, mapping));
  const withKinds = (of: readonly (SheetColumn | undefined)[]): Table => ({
    header,
    headerRow,
    kinds: of,
    rows: rows.map((row) => tableRow(row, of)),
    faults: [
      ...faults.map((fault) => headerFault(fault, headerRow)),
      ...rows.flatMap((row) => (withoutEnd(row.cells).length > header.length ? [longRow(row, header.length)] : [])),
    ],
    withColumn: (index, column) => withKinds(of.with(index, column)),
  });
  return withKinds(kinds);
}

/** A fault of a header with its place. */
export function headerFault({ index, ...fault }: ColumnFault, header: SheetRow): SheetFault {
  const span = index === undefined ? header.span : header.spanOf(index);
  return { ...fault, severity: 'error', line: header.line, span };
}

/** Without blank cells at the end, which spreadsheets write. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

function tableRow(row: SheetRow, kinds: readonly (SheetColumn | undefined)[]): TableRow {
  const at = (index: number): SheetCell | undefined => {
    const text = row.cells[index];
    if (text === undefined || text.trim() === '') return undefined;
    // Looked up only to explain a mistake.
    return {
      text,
      get span() {
        return row.spanOf(index);
      },
    };
  };
  const all = (column: SheetColumn): readonly SheetCell[] =>
    kinds.flatMap((kind, index) => {
      const cell = kind === column ? at(index) : undefined;
      return cell === undefined ? [] : [cell];
    });
  return { line: row.line, span: row.span, length: row.cells.length, at, all };
}

function longRow(row: SheetRow, columns: number): SheetFault {
  const { length } = withoutEnd(row.cells);
  const message = `this row has ${length} cells, and the header ${columns}`;
  const hint = 'put cells with separators in double quotes, or name every column';
  return { code: 'long-row', severity: 'error', message, hint, line: row.line, span: row.spanOf(columns) };
}

function mappedColumns(header: readonly string[], mapping: readonly Mapping[]): ReadonlyMap<number, SheetColumn> {
  return new Map(
    mapping.map(({ kind, column }) => {
      const exact = header.findIndex((name) => tidy(name) === column);
      const index = exact < 0 ? header.findIndex((name) => bare(name) === bare(column)) : exact;
      if (index < 0) {
        const names = header.map(tidy).filter((name) => name !== '');
        const hint = didYouMean(column, names) ?? `the columns are ${enumeration(names.map(quote), 'and', 12)}`;
        throw new UsageError('unknown-column', `--map: there is no column ${quote(column)}; ${hint}`);
      }
      return [index, kind] as const;
    }),
  );
}

/** The columns that hold nothing that is known, by their indexes; without those of blank names. */
export const unknownColumns = ({ header, kinds }: Table): readonly number[] =>
  header.flatMap((name, index) => (kinds[index] === undefined && name.trim() !== '' ? [index] : []));

/** One remark about columns that are left out; undefined without any. */
export function ignoredRemark({ header, kinds }: Table, indexes: readonly number[]): string | undefined {
  if (indexes.length === 0) return undefined;
  const names = indexes.map((index) => quote(header[index]?.trim() ?? ''));
  const free = sheetColumns.filter((column) => !kinds.includes(column));
  const near = indexes.map((index) => likely(header[index] ?? '', free)).find((hint) => hint !== undefined);
  const hint = near === undefined ? '' : `; ${near} Use --map to say so`;
  return `ignored ${names.length === 1 ? 'column' : 'columns'} ${enumeration(names, 'and')}${hint}`;
}

/** The parts of a cell with several texts, separated by `; `. */
export const partsOf = (text: string): readonly string[] =>
  text.split(/;\s+|;$/).flatMap((part) => (part.trim() === '' ? [] : [tidy(part)]));
