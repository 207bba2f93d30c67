import { CsvError, parse } from 'csv-parse/sync';
import { positionFields, recordedFields } from '../../../model/position-fields.ts';
import { keyHint } from '../../../roster/hints/key-words.ts';
import { quote } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import type { WrittenMove } from './parse-move.ts';

const columns = ['code', 'stance', ...recordedFields] as const;
type Column = (typeof columns)[number];

/** Columns that only claims would have. */
const ofClaims: readonly string[] = ['claim', 'supporting', 'holding-out', 'among', 'holdouts'];

/** A move of a line of CSV. */
export interface CsvMove {
  /** One-based. */
  readonly line: number;
  readonly written: WrittenMove;
}

/**
 * The moves in a CSV text (RFC 4180) whose first line names the columns, in any order. Several demands or sources go
 * into columns of the same name, or into one cell separated by `; `. An empty cell counts as absent.
 *
 * @param rest the fields of every line that has no cell for them
 * @throws UsageError for the first mistake
 */
export function movesIn(csv: string, rest: Partial<WrittenMove>): CsvMove[] {
  const [header, ...rows] = recordsIn(csv);
  const names = (header?.record ?? []).map(columnNamed);
  for (const needed of ['code', 'stance'] as const)
    if (!names.includes(needed)) throw fault(1, 'missing-column', `the column "${needed}" is missing`);
  if (rows.length === 0) throw fault(1, 'no-moves', 'there are no moves below the header');
  return rows.map(({ record, line }) => ({ line, written: { ...rest, ...moveIn(names, record, line) } }));
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

function recordsIn(csv: string): Row[] {
  try {
    const rows = parse(csv, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    // `info.lines` is the line on which a record ends; its cells may contain line breaks.
    return rows.map(({ record, info }) => ({ record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fault(Number(error.lines ?? 1), 'invalid-csv', error.message);
  }
}

function columnNamed(text: string): Column {
  const name = text.trim();
  const column = columns.find((known) => known === name);
  if (column !== undefined) return column;
  if (ofClaims.includes(name))
    throw fault(
      1,
      'unknown-column',
      `${quote(name)} belongs to a claim, and --csv reads only moves; record a claim with --claim, --holding-out or --holdouts`,
    );
  const hint = keyHint('a position', name, columns) ?? `columns are ${columns.join(', ')}`;
  throw fault(1, 'unknown-column', `${quote(name)} is not a column; ${hint}`);
}

function moveIn(names: readonly Column[], record: readonly string[], line: number): WrittenMove {
  if (record.length !== names.length)
    throw fault(line, 'invalid-csv', `${record.length} cells, but ${names.length} columns`);
  const cells = (column: Column): string[] =>
    names.flatMap((name, index) => (name === column && record[index]?.trim() ? [record[index]] : []));
  const single = (column: Column): string | undefined => {
    const [first, second] = cells(column);
    if (second !== undefined) throw fault(line, 'repeated-column', `two cells for "${column}"`);
    return first;
  };
  const several = (column: Column): string[] =>
    cells(column).flatMap((cell) => cell.split(/;\s+|;$/).filter((part) => part.trim()));
  const move: Partial<Record<Column, string | readonly string[]>> = {};
  for (const column of columns) {
    const value = column !== 'code' && positionFields[column].kind === 'texts' ? several(column) : single(column);
    if (value !== undefined && value.length > 0) move[column] = value;
  }
  return { code: '', stance: '', ...(move as Partial<WrittenMove>) };
}

const fault = (line: number, code: string, message: string): UsageError =>
  new UsageError(code, `standard input, line ${line}: ${message}`);
