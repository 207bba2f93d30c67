import type { Shown } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, wrap } from '../../text/width.ts';
import { type Layout, type Painted, painted } from './theme.ts';

/** How many cells the widest of some texts takes. */
export function widest(texts: Iterable<Shown>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, displayWidth(text));
  return most;
}

/** A column of names, as wide as the longest, and what stands beside it or below. */
export interface NameColumn {
  /** Cells before the second column. */
  readonly start: number;
  /** The indent of what is said of a row: under its second column, or less where that leaves too little room. */
  readonly inner: number;
  /** One row: the name, and the rest beside it; below it where names are too long for that. */
  row(name: Shown, rest: Painted): Painted[];
}

/** Cells that details need to stand under the second column. */
const leastForDetails = 44;

/** @param second how many cells the second column takes */
export function nameColumn(names: readonly Shown[], second: number, { width, theme }: Layout): NameColumn {
  const cells = widest(names);
  const start = 4 + cells;
  const inner = width - start >= leastForDetails ? start : 4;
  if (start + second <= width)
    return { start, inner, row: (name, rest) => [painted`  ${theme.strong(padEnd(name, cells))}  ${rest}`] };
  return {
    start: 4,
    inner: 4,
    row: (name, rest) => [
      ...wrap(name, width - 2).map((line) => painted`  ${theme.strong(line)}`),
      painted`    ${rest}`,
    ],
  };
}
