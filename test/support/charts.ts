import type { Glyphs } from '../../src/render/timeline/chart/glyphs.ts';

/** What one column of a chart shows. */
export interface ReadColumn {
  /** Parts filled, from below; more may be behind a mark. */
  readonly least: number;
  readonly most: number;
  /** Rows, counted from below, that have the line of what is needed, and those that have a report. */
  readonly lines: readonly number[];
  /** The line is drawn as met, or exceeded. */
  readonly isOver: boolean;
  readonly reports: readonly number[];
}

/** A chart read back from its lines. */
export interface ReadChart {
  readonly columns: readonly ReadColumn[];
  readonly rows: number;
  /** The number at the floor. */
  readonly base: number;
  /** What the rows are named by, the lowest first. */
  readonly labels: readonly string[];
  /** Where the axis has ticks, and the words that begin there. */
  readonly ticks: readonly { readonly column: number; readonly label: string }[];
  /** The lines above the plot and below the axis, without what is left of the plot. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** Reads a chart: the lines between the first empty one and the second. */
export function readChart(text: string, glyphs: Glyphs): ReadChart {
  const lines = text.split('\n\n')[1]?.split('\n') ?? [];
  // In ASCII the corner is the same character as a tick at the side.
  const floor = lines.findLastIndex((line) => new RegExp(`^ *[\\d.,kM]+ [${glyphs.corner}]`).test(line));
  const gutter = (lines[floor] ?? '').indexOf(glyphs.corner) + 1;
  const width = (lines[floor] ?? '').length - gutter;
  const isRow = (line: string): boolean => [glyphs.side, glyphs.sideTick].includes(line.charAt(gutter - 1));
  const top = lines.findIndex(isRow);
  const plot = lines.slice(top, floor).reverse();
  const cells = plot.map((line) => line.slice(gutter).padEnd(width));
  const parts = glyphs.fill.length - 1;
  const columns = Array.from({ length: width }, (_, column): ReadColumn => {
    const stack = cells.map((row) => row.charAt(column));
    const { line, lineShort, lineMet, report, reportOnLine } = glyphs;
    const filled = stack.map((cell) => Math.max(0, glyphs.fill.indexOf(cell)));
    const where = (...marks: string[]): number[] => stack.flatMap((cell, row) => (marks.includes(cell) ? [row] : []));
    const reports = where(report, reportOnLine);
    const lineRows = where(line, lineShort, lineMet, reportOnLine);
    const onLine = where(lineShort, lineMet);
    const least = filled.reduce((level, cell, row) => (cell > 0 ? row * parts + cell : level), 0);
    // A mark hides its cell: full where there is something above it, and anything where there is not.
    const hidden = [...reports, ...onLine]
      .sort((a, b) => a - b)
      .findLast((row) => row * parts >= least && stack.slice(0, row).every((cell) => cell !== ' '));
    const most = hidden === undefined ? least : (hidden + 1) * parts;
    return { least, most, lines: lineRows, isOver: where(lineMet).length > 0, reports };
  });
  const floorCells = [...(lines[floor] ?? '').slice(gutter)];
  const names = (lines[floor + 1] ?? '').slice(gutter);
  return {
    columns,
    rows: plot.length,
    base: Number((lines[floor] ?? '').trim().split(' ')[0]?.replaceAll(',', '')),
    labels: plot.map((line) => line.slice(0, gutter - 1).trim()),
    ticks: floorCells.flatMap((cell, column) =>
      cell === glyphs.floorTick ? [{ column, label: names.slice(column).split('  ')[0]?.trimEnd() ?? '' }] : [],
    ),
    above: lines.slice(0, top).map((line) => line.slice(gutter)),
    below: lines.slice(floor + 2).map((line) => line.slice(gutter)),
  };
}
