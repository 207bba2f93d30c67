import { visible } from '../../text/escape-controls.ts';

/** A cell: numbers are ours, texts may be anybody's. */
export type Cell = string | number | undefined;

/**
 * Rows as RFC 4180 has them: lines end in CRLF, and cells are quoted where they must be. A text that a spreadsheet would
 * take for a formula has an apostrophe put before it, and controls are written out.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = visible(cell);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A truth in a cell. */
export const yesNo = (truth: boolean): string => (truth ? 'yes' : 'no');
