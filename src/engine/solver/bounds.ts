import type { Budget } from './branch-and-bound.ts';
import { isMet, type Need } from './requirement.ts';
import type { ClassConstraint } from './symmetry.ts';
import { at, descending, dot, itemAt, type Vector } from './vectors.ts';

/** The integer program: rows, how many members each class has, and the work that may be spent. */
export interface Program {
  readonly rows: readonly ClassConstraint[];
  readonly sizes: Vector;
  readonly budget: Budget;
  /** Whether a selection meets a row exactly, where rows are rounded. */
  readonly holds: (index: number, selection: Vector) => boolean;
}

/** A lower bound on the size of what meets a need: each row taken by itself, largest gains first. */
export function lowerBound(need: Need, program: Program): number {
  if (need.kind !== 'constraint') {
    const parts = need.of.map((part) => lowerBound(part, program));
    return need.kind === 'all' ? Math.max(...parts) : Math.min(...parts);
  }
  const { rows, sizes } = program;
  const { gains, required } = itemAt(rows, need.index);
  let shortfall = required;
  let size = 0;
  for (const index of descending(gains)) {
    const members = Math.min(at(sizes, index), Math.ceil(shortfall / at(gains, index)));
    size += members;
    shortfall -= members * at(gains, index);
    if (shortfall <= 0) break;
  }
  return size;
}

/**
 * An upper bound: a selection that meets the need and is minimal, though not always smallest. Starts from everybody and
 * leaves out members that the need can do without, those that gain least first.
 */
export function minimalSelection({ rows, sizes, holds }: Program, need: Need): Vector {
  const worth = sizes.map((_, index) =>
    rows.reduce((sum, { gains, required }) => sum + at(gains, index) / required, 0),
  );
  const selection = sizes.slice();
  const sums = Float64Array.from(rows, ({ gains }) => dot(gains, selection));
  for (const index of descending(worth).reverse()) {
    while (at(selection, index) > 0) {
      selection[index] = at(selection, index) - 1;
      const meets = (which: number): boolean => {
        const { gains, required, rounded } = itemAt(rows, which);
        return at(sums, which) - at(gains, index) >= required && (!rounded || holds(which, selection));
      };
      if (!isMet(need, meets)) {
        selection[index] = at(selection, index) + 1;
        break;
      }
      for (const [which, { gains }] of rows.entries()) sums[which] = at(sums, which) - at(gains, index);
    }
  }
  return selection;
}
