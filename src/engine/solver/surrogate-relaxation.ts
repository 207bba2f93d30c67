import type { ClassConstraint } from './symmetry.ts';
import { at, dot, itemAt, total, type Vector } from './vectors.ts';

/** The number of members to choose, and lower and upper bounds per class. */
export interface ClassBounds {
  readonly size: number;
  readonly lower: Vector;
  readonly upper: Vector;
}

/** A row that the lower bounds alone do not meet. */
export interface OpenRow {
  readonly row: ClassConstraint;
  /** What the lower bounds lack; above zero. */
  readonly shortfall: number;
}

/** What is left to decide within bounds: a node of the search. */
export interface Subproblem {
  readonly openRows: readonly OpenRow[];
  readonly bounds: ClassBounds;
  /** Indexes of the classes whose bounds differ. */
  readonly freeClasses: readonly number[];
  /** How many members to add to the lower bounds. */
  readonly remaining: number;
}

/** One weighted sum of the open rows, each divided by its shortfall, and the selection that gains most by it. */
export interface Relaxation {
  /** By open row; they add up to 1. */
  readonly weights: Vector;
  /** By class: what one member adds to the weighted sum; 0 for classes that are not free. */
  readonly gains: Vector;
  /** Indexes of the free classes, largest gain first. */
  readonly order: readonly number[];
  /** The greedy optimum, by class. */
  readonly selection: Vector;
  /** By how much it meets each open row, as a part of the shortfall; negative where it misses the row. */
  readonly slacks: Vector;
  /** Slack of the weighted sum; negative proves infeasibility. */
  readonly slack: number;
}

/** Steps of the line search from one set of weights towards a single row. */
const stepsPerRow = 12;

/** Relative tolerance: far above the rounding error of summing doubles. */
const tolerance = 1e-9;

function relax({ openRows, bounds, freeClasses, remaining }: Subproblem, weights: Vector): Relaxation {
  const gains = new Float64Array(bounds.lower.length);
  for (const index of freeClasses) {
    let sum = 0;
    for (const [which, { row, shortfall }] of openRows.entries())
      sum += (at(row.gains, index) * at(weights, which)) / shortfall;
    gains[index] = sum;
  }
  const order = freeClasses.toSorted((a, b) => at(gains, b) - at(gains, a) || a - b);
  const selection = bounds.lower.slice();
  const slacks = new Float64Array(openRows.length).fill(-1);
  let [left, sum] = [remaining, 0];
  for (const index of order) {
    if (left === 0) break;
    const more = Math.min(left, at(bounds.upper, index) - at(selection, index));
    selection[index] = at(selection, index) + more;
    left -= more;
    sum += more * at(gains, index);
    for (const [which, { row, shortfall }] of openRows.entries())
      slacks[which] = at(slacks, which) + (more * at(row.gains, index)) / shortfall;
  }
  return { weights, gains, order, selection, slacks, slack: sum - total(weights) + tolerance * (1 + sum) };
}

/**
 * Relaxations of a subproblem, each with more weight on the row that was missed most. A caller stops at one that meets
 * all rows or proves that none can; the last one is as far as the weights are searched.
 *
 * @param start weights to begin with, by open row
 */
export function* relaxations(subproblem: Subproblem, start: Vector): Generator<Relaxation> {
  let now = relax(subproblem, start);
  yield now;
  for (let turn = 0; turn < subproblem.openRows.length - 1; turn += 1) {
    // The slack is convex in the weights: towards the row missed most it falls as long as that row has less slack
    // than the rest.
    const worst = now.slacks.indexOf(Math.min(...now.slacks));
    const from = now.weights;
    let [low, high, step] = [0, 1, 1 / 64];
    for (let round = 0; round < stepsPerRow; round += 1) {
      const middle = step < high - low ? low + step : (low + high) / 2;
      now = relax(
        subproblem,
        from.map((weight, which) => weight * (1 - middle) + (which === worst ? middle : 0)),
      );
      yield now;
      if (at(now.slacks, worst) < dot(from, now.slacks)) low = middle;
      else high = middle;
      step = high === 1 ? step * 2 : Number.POSITIVE_INFINITY;
    }
  }
}

/** The sum of what the missed rows lack, as parts of their shortfalls; zero when none is missed. */
export const violation = (slacks: Vector): number => slacks.reduce((sum, slack) => sum - Math.min(0, slack), 0);

/** How many classes take part in swaps: those nearest the line between chosen and not chosen. */
export const mostSwapClasses = 80;

/**
 * Local search: the selection after swapping members of two classes, best swap first, while that lowers the
 * violation.
 */
export function improvedBySwaps({ openRows, bounds }: Subproblem, { order, selection, slacks }: Relaxation): Vector {
  const now = selection.slice();
  let slack = slacks;
  const canLeave = (index: number): boolean => at(now, index) > at(bounds.lower, index);
  const canEnter = (index: number): boolean => at(now, index) < at(bounds.upper, index);
  const slackAfter = (which: number, out: number, into: number): number => {
    const { row, shortfall } = itemAt(openRows, which);
    return at(slack, which) + (at(row.gains, into) - at(row.gains, out)) / shortfall;
  };
  const line = order.findLastIndex(canLeave) + 1;
  const around = order.slice(Math.max(0, line - mostSwapClasses / 2), line + mostSwapClasses / 2);
  for (;;) {
    const [leaving, entering] = [around.filter(canLeave), around.filter(canEnter)];
    let best = { violation: violation(slack) - tolerance, out: -1, into: -1 };
    for (const out of leaving) {
      for (const into of entering) {
        // A hard search spends its time here, so this loop allocates nothing.
        let after = 0;
        for (let which = 0; which < openRows.length; which += 1) after -= Math.min(0, slackAfter(which, out, into));
        if (after < best.violation) best = { violation: after - tolerance, out, into };
      }
    }
    const { out, into } = best;
    if (out < 0) return now;
    now[out] = at(now, out) - 1;
    now[into] = at(now, into) + 1;
    slack = slack.map((_, which) => slackAfter(which, out, into));
  }
}

/**
 * Tightens the bounds by reduced cost: a class whose exchange would cost more than the slack of the weighted sum keeps
 * what the relaxation gives it.
 */
export function tightened({ bounds, freeClasses }: Subproblem, { gains, selection, slack }: Relaxation): ClassBounds {
  const [lower, upper] = [bounds.lower.slice(), bounds.upper.slice()];
  let [lowestIn, highestOut] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const index of freeClasses) {
    if (at(selection, index) > at(lower, index)) lowestIn = Math.min(lowestIn, at(gains, index));
    if (at(selection, index) < at(upper, index)) highestOut = Math.max(highestOut, at(gains, index));
  }
  for (const index of freeClasses) {
    if (at(gains, index) - highestOut > slack) lower[index] = at(selection, index);
    if (lowestIn - at(gains, index) > slack) upper[index] = at(selection, index);
  }
  return { ...bounds, lower, upper };
}
