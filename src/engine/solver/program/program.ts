import { type Alternative, isMet } from './need.ts';
import type { Row } from './symmetry.ts';
import { dot, itemAt, type Vector } from './vectors.ts';

/**
 * Work left, in steps of about equal length; below zero when used up. No clock, so that every machine gives one
 * answer.
 */
export interface Budget {
  left: number;
}

/** The integer program: rows over classes, and how many members each class has. */
export interface Program {
  readonly rows: readonly Row[];
  readonly sizes: Vector;
  /** Whether a selection meets a row exactly; asked where rows are rounded. */
  readonly holds: (index: number, selection: Vector) => boolean;
}

/** How many members of each level a selection has, and lower and upper bounds per class. */
export interface Bounds {
  readonly quotas: readonly number[];
  readonly lower: Vector;
  readonly upper: Vector;
}

/** Whether a selection meets a row. */
export function meetsRow({ rows, holds }: Program, index: number, selection: Vector): boolean {
  const { gains, required, rounded } = itemAt(rows, index);
  return dot(gains, selection) >= required && (!rounded || holds(index, selection));
}

/** Whether a selection meets an alternative. */
export function meetsAll(program: Program, { must, disjunctions }: Alternative, selection: Vector): boolean {
  const meets = (index: number): boolean => meetsRow(program, index, selection);
  return must.every(meets) && disjunctions.every((needs) => needs.some((need) => isMet(need, meets)));
}
