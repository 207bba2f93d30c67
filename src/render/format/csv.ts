import { visible } from '../../text/escape-controls.ts';

/** A cell; empty when undefined. Text may come from a roster. */
export type Cell = string | number | undefined;

/**
 * Rows in the format of RFC 4180: lines end in CRLF, and cells are quoted where needed. Text that a spreadsheet would
 * take for a formula gets a leading apostrophe, and control characters are escaped.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** The same of rows that name their cells; the others of a row are empty. */
export function csvOf<Column extends string>(
  head: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, Cell>>>[],
): string {
  return csv([head, ...rows.map((row) => head.map((column) => row[column]))]);
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = visible(cell);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A boolean as `yes` or `no`. */
export const yesNo = (truth: boolean): string => (truth ? 'yes' : 'no');
