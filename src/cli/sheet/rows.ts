import { CsvError, parse } from 'csv-parse/sync';
import type { Span } from '../../model/diagnostic.ts';
import { sheetStart } from './separator.ts';

/** A row of a sheet. */
export interface SheetRow {
  /** Without the apostrophe that keeps a spreadsheet from taking a text for a formula. */
  readonly cells: readonly string[];
  /** One-based line on which it begins. */
  readonly line: number;
  readonly span: Span;
  /** The part of the text that holds a cell; the row if the cell has escapes or is missing. */
  readonly spanOf: (index: number) => Span;
}

/** The rows of a sheet, or where it cannot be taken apart. */
export type Sheet =
  | { readonly rows: readonly SheetRow[] }
  | { readonly message: string; readonly line: number; readonly span: Span };

/** Rows of CSV (RFC 4180), or parted by semicolons or tabs. Blank lines are passed over. */
export function sheetIn(text: string): Sheet {
  const { separator, start } = sheetStart(text);
  const lineAt = linesOf(text);
  try {
    const parsed = parse(text.slice(start), {
      delimiter: separator,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { readonly record: string[]; readonly raw: string }[];
    let from = start;
    const rows = parsed.map(({ record, raw }): SheetRow => {
      const whole = raw.replace(/^[\r\n]+|[\r\n]+$/g, '');
      const begin = text.indexOf(whole, from);
      const span = { start: begin, end: begin + whole.length };
      from = span.end;
      return {
        cells: record.map(withoutMark),
        line: lineAt(begin),
        span,
        spanOf: (index) => spanOfCell(text, span, record, index),
      };
    });
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1) + lineAt(start) - 1;
    return { message: messageOf(error), line, span: lineSpan(text, line) };
  }
}

/** The mark that `csv` in `render/format/csv.ts` puts before what looks like a formula. */
const withoutMark = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '');

const messageOf = ({ message }: CsvError): string => `this is not CSV: ${message.replace(/[\r\n]+/g, ' ')}`;

/** The one-based line of an offset; offsets are asked for in ascending order. */
function linesOf(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  const breaks = /\r\n|\r|\n/g;
  return (offset) => {
    for (;;) {
      breaks.lastIndex = at;
      const found = breaks.exec(text);
      if (found === null || found.index >= offset) return line;
      [line, at] = [line + 1, found.index + found[0].length];
    }
  };
}

function lineSpan(text: string, line: number): Span {
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(/\r\n|\r|\n/g)) {
    if (--line === 0) return { start, end: index };
    start = index + sign.length;
  }
  return { start, end: text.length };
}

function spanOfCell(text: string, row: Span, cells: readonly string[], index: number): Span {
  let at = row.start;
  for (const cell of cells.slice(0, index)) {
    const found = text.indexOf(cell, at);
    if (found < 0 || found > row.end) return row;
    at = found + cell.length + 1;
  }
  const wanted = cells[index];
  if (wanted === undefined || wanted === '') return row;
  const start = text.indexOf(wanted, at);
  return start < 0 || start + wanted.length > row.end ? row : { start, end: start + wanted.length };
}
