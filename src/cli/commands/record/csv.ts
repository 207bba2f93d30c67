import { positionFields, type RecordedField, recordedFields } from '../../../model/position-fields.ts';
import { quote, tidy } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { likely, type SheetColumn } from '../../sheet/columns.ts';
import { isLocalDate, readSheetDate } from '../../sheet/sheet-date.ts';
import type { SheetReading } from '../../sheet/sheet-reading.ts';
import { readStance } from '../../sheet/stance-words.ts';
import { ignoredRemark, partsOf, type Table, type TableRow, tableIn, unknownColumns } from '../../sheet/table.ts';
import type { WrittenMove } from './parse-move.ts';

/** Columns that only claims would have. */
const ofClaims: readonly string[] = ['claim', 'supporting', 'holding-out', 'among', 'holdouts'];

/** Columns that say nothing about a move. */
const passedOver: readonly SheetColumn[] = ['groups', 'weights', 'as-of', 'source-titles', 'source-addresses'];

/** A move of a line of CSV. */
export interface CsvMove {
  /** One-based. */
  readonly line: number;
  readonly written: WrittenMove;
  /** The name in another column than its code or name. */
  readonly name: string | undefined;
}

/** The moves of a table, and what is to be said of the rest of it. */
export interface CsvMoves {
  readonly moves: readonly CsvMove[];
  readonly remarks: readonly string[];
}

/**
 * The moves in a table whose first line names the columns, as `import` knows them. Several demands or sources go into
 * columns of the same name, or into one cell separated by `; `. An empty cell counts as absent.
 *
 * @param rest the fields of every line that has no cell for them
 * @throws UsageError for the first mistake
 */
export function movesIn(csv: string, rest: Partial<WrittenMove>, reading: SheetReading): CsvMoves {
  const table = tableIn(csv, reading.mapping);
  if ('code' in table) {
    if (table.code === 'empty-document') throw missing('code');
    throw fault(table.line, table.code, table.message);
  }
  checkColumns(table);
  const [first] = table.faults;
  if (first !== undefined) throw fault(first.line, first.code, `${first.message}; ${first.hint}`);
  if (table.rows.length === 0) throw fault(1, 'no-moves', 'there are no moves below the header');
  const remarks: string[] = [];
  const ignored = table.kinds.flatMap((kind, index) =>
    kind !== undefined && passedOver.includes(kind) ? [index] : [],
  );
  const remark = ignoredRemark(
    table,
    [...unknownColumns(table), ...ignored].sort((a, b) => a - b),
  );
  if (remark !== undefined) remarks.push(`standard input: ${remark}`);
  const moves = table.rows.flatMap((row): CsvMove[] => {
    if (/^(?:yes|true)$/i.test(row.all('assumed')[0]?.text.trim() ?? '')) {
      remarks.push(`standard input, line ${row.line}: an assumed stance is left out`);
      return [];
    }
    const name = row.all('name')[0];
    const written = { ...rest, ...moveIn(table, row, reading) };
    return [{ line: row.line, written, name: name && tidy(name.text) }];
  });
  return { moves, remarks };
}

/** @throws UsageError where a column is missing, is of claims, or is like one that there is */
function checkColumns(table: Table): void {
  const names = unknownColumns(table).map((index) => tidy(table.header[index] ?? ''));
  const claim = names.find((name) => ofClaims.includes(name));
  if (claim !== undefined)
    throw fault(
      1,
      'unknown-column',
      `${quote(claim)} belongs to a claim, and --csv reads only moves; record a claim with --claim, --holding-out or --holdouts`,
    );
  const free = (['code', 'stance', ...recordedFields] as const).filter((column) => !table.kinds.includes(column));
  for (const name of names) {
    const hint = likely(name, free);
    if (hint !== undefined) throw fault(1, 'unknown-column', `${quote(name)} is not a column; ${hint}`);
  }
  for (const needed of ['code', 'stance'] as const) if (!table.kinds.includes(needed)) throw missing(needed);
}

const missing = (column: string): UsageError => fault(1, 'missing-column', `the column "${column}" is missing`);

type Cells = Partial<Record<'code' | 'stance' | RecordedField, string | readonly string[]>>;

function moveIn(table: Table, row: TableRow, reading: SheetReading): WrittenMove {
  if (row.length < table.header.length)
    throw fault(row.line, 'invalid-csv', `${row.length} cells, but ${table.header.length} columns`);
  const move: Cells = {};
  for (const column of ['code', 'stance', ...recordedFields] as const) {
    const [first, second] = row.all(column);
    const several = column !== 'code' && positionFields[column].kind === 'texts';
    if (second !== undefined && !several) throw fault(row.line, 'repeated-column', `two cells for "${column}"`);
    const value = several ? row.all(column).flatMap(({ text }) => partsOf(text)) : first?.text;
    if (value !== undefined && value.length > 0) move[column] = value;
  }
  const { code = '', stance = '', date } = move as Partial<WrittenMove>;
  return { ...(move as Partial<WrittenMove>), ...inWords(row.line, stance, date, reading), code };
}

/** A stance and a date in the words of a roster, where the words of a sheet mean one. */
function inWords(
  line: number,
  stance: string,
  date: string | undefined,
  { stances, order }: SheetReading,
): Pick<WrittenMove, 'stance' | 'date'> {
  const meant = readStance(stance, stances);
  const known = { stance: 'value' in meant ? meant.value : stance };
  if (date === undefined || !isLocalDate(date)) return known;
  const read = readSheetDate(date, order);
  if ('fault' in read) throw fault(line, read.fault.code, `date: ${read.fault.message}; ${read.fault.hint}`);
  return { ...known, date: read.value.text };
}

const fault = (line: number, code: string, message: string): UsageError =>
  new UsageError(code, `standard input, line ${line}: ${message}`);
