import type { Budget } from './branch-and-bound.ts';
import { isMet, type Need } from './requirement.ts';
import type { ClassConstraint } from './symmetry.ts';
import { at, descending, gained, type Numbers } from './vectors.ts';

/** What is searched: constraints in numbers, by class, and how many members each class has. */
export interface Space {
  readonly rows: readonly ClassConstraint[];
  readonly sizes: Numbers;
  readonly budget: Budget;
  /** Whether a row is met exactly, where rows are rounded. */
  readonly holds: (index: number, numbers: Numbers) => boolean;
}

/** A size below which nothing meets a need: each constraint by itself asks for so many. */
export function leastSize(need: Need, space: Space): number {
  if (need.kind !== 'constraint') {
    const parts = need.of.map((part) => leastSize(part, space));
    return need.kind === 'all' ? Math.max(...parts) : Math.min(...parts);
  }
  const { rows, sizes } = space;
  const { gains, required } = rows[need.index] as ClassConstraint;
  let lack = required;
  let size = 0;
  for (const index of descending(gains)) {
    const members = Math.min(at(sizes, index), Math.ceil(lack / at(gains, index)));
    size += members;
    lack -= members * at(gains, index);
    if (lack <= 0) break;
  }
  return size;
}

/** Everybody, without members that the need can do without, one after the other: a small set, not always a smallest. */
export function withoutSuperfluous({ rows, sizes, holds }: Space, need: Need): Numbers {
  const worth = sizes.map((_, index) =>
    rows.reduce((sum, { gains, required }) => sum + at(gains, index) / required, 0),
  );
  const numbers = [...sizes];
  const sums = rows.map(({ gains }) => gained(gains, numbers));
  for (const index of descending(worth).reverse()) {
    while (at(numbers, index) > 0) {
      numbers[index] = at(numbers, index) - 1;
      const meets = (which: number): boolean => {
        const { gains, required, rounded } = rows[which] as ClassConstraint;
        return at(sums, which) - at(gains, index) >= required && (!rounded || holds(which, numbers));
      };
      if (!isMet(need, meets)) {
        numbers[index] = at(numbers, index) + 1;
        break;
      }
      for (const [which, { gains }] of rows.entries()) sums[which] = at(sums, which) - at(gains, index);
    }
  }
  return numbers;
}
