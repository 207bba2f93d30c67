import type { SnapshotView } from '../../model/view.ts';
import { type Cell, csv } from '../format/csv.ts';
import { checkRows } from '../status/csv.ts';

type Rows = readonly (readonly Cell[])[];

/** The rows of one of several decisions, under the names of their columns; the roster comes first. */
export function fileRows(file: string, view: SnapshotView): Rows {
  const [head = [], ...rows] = checkRows(view);
  return [['file', ...head], ...rows.map((row) => [file, ...row])];
}

/** `check` of several rosters for a spreadsheet: one table with the rows of all. */
export const renderChecksCsv = (tables: readonly Rows[]): string => {
  const [head = []] = tables[0] ?? [];
  return csv([head, ...tables.flatMap(([, ...rows]) => rows)]);
};
