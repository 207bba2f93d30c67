import type { Budget } from '../solver/program/program.ts';
import { at, type Vector } from '../solver/program/vectors.ts';

/** What is counted: selections of classes, by level quotas or of any size, that reach sums in rows. */
export interface CountingProblem {
  /** By row and class; none below zero. */
  readonly gains: readonly Vector[];
  /** By row: sums are capped there. */
  readonly required: Vector;
  /** By class: how many members it has, and the least and the most that are chosen. */
  readonly sizes: Vector;
  readonly lower: Vector;
  readonly upper: Vector;
  readonly levels: Vector;
  /** By level; undefined for selections of any size, which have one level. */
  readonly quotas: readonly number[] | undefined;
  /** Lists of rows: a selection is of use only if it can reach all rows of one of them. */
  readonly conjunctions: readonly (readonly number[])[];
}

/** The work and memory after which counting is given up. */
export interface CountingLimits {
  /** Entries of all layers. */
  readonly entries: number;
  readonly budget: Budget;
}

/** How many members of each level a selection has at most. */
export const limitsOf = ({ quotas, upper }: CountingProblem, order: readonly number[]): readonly number[] =>
  quotas ?? [order.reduce((sum, index) => sum + at(upper, index), 0)];

/** How many different entries there can be, where all numbers are whole. */
export const rangeOfKeys = (problem: CountingProblem, order: readonly number[]): number =>
  [...limitsOf(problem, order), ...problem.required].reduce((range, most) => range * (most + 1), 1);
