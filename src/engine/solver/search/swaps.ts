import { at, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import { type OpenRow, type Relaxation, type Subproblem, tolerance } from './relaxation.ts';

/** The sum of what the missed rows lack; zero when none is missed. */
export const violation = (slacks: Vector): number => slacks.reduce((sum, slack) => sum - Math.min(0, slack), 0);

/** How many classes of each level take part in swaps: those nearest the line between chosen and not chosen. */
export const mostSwapClasses = 80;

/**
 * Local search: the selection after swapping members of two classes of one level, best swap first, while that lowers
 * the violation.
 */
export function improvedBySwaps({ rows, room, places }: Subproblem, relaxation: Relaxation): Vector {
  const { gains, lines, selection, slacks } = relaxation;
  const now = selection.slice();
  const slack = slacks.slice();
  const canLeave = (place: number): boolean => at(now, place) > 0;
  const canEnter = (place: number): boolean => at(now, place) < at(room, place);
  const around = places.map((own, level) => {
    const line = numberAt(lines, level);
    if (line === Number.POSITIVE_INFINITY) return [];
    const distance = (place: number): number => Math.abs(at(gains, place) - line);
    return [...own].sort((a, b) => distance(a) - distance(b) || a - b).slice(0, mostSwapClasses);
  });
  const searches = around.map((near) => (near.length === 0 ? undefined : swapSearch(rows, near, slack)));
  for (;;) {
    const before = violation(slack);
    const best: Swap = { out: -1, into: -1, violation: before - tolerance };
    for (const [level, near] of around.entries())
      searches[level]?.(near.filter(canLeave), near.filter(canEnter), before, best);
    const { out, into } = best;
    if (out < 0) return now;
    now[out] = at(now, out) - 1;
    now[into] = at(now, into) + 1;
    for (const [which, row] of rows.entries())
      slack[which] = at(slack, which) + (at(row.gains, into) - at(row.gains, out)) / row.scale;
  }
}

interface Swap {
  out: number;
  into: number;
  /** What is lacking after it, or less by the tolerance. */
  violation: number;
}

/**
 * Looks for a swap that leaves less lacking than the best one known.
 *
 * @param before what is lacking now
 */
type SwapSearch = (leaving: readonly number[], entering: readonly number[], before: number, best: Swap) => void;

/** The search among places near a line: by the rows that a swap changes where these are few, else by those it may miss. */
function swapSearch(rows: readonly OpenRow[], near: readonly number[], slack: Vector): SwapSearch {
  const touched = new Map<number, number[]>();
  let sum = 0;
  for (const place of near) {
    const own: number[] = [];
    for (let which = 0; which < rows.length; which += 1)
      if (at(itemAt(rows, which).gains, place) !== 0) own.push(which);
    touched.set(place, own);
    sum += own.length;
  }
  return 4 * sum < near.length * rows.length
    ? changedRowsSearch(rows, touched, slack)
    : missableRowsSearch(rows, near, slack);
}

function changedRowsSearch(
  rows: readonly OpenRow[],
  touched: ReadonlyMap<number, readonly number[]>,
  slack: Vector,
): SwapSearch {
  return (leaving, entering, before, best) => {
    for (const out of leaving) {
      const left = touched.get(out) as readonly number[];
      for (const into of entering) {
        // A hard search spends its time here, so this loop allocates nothing.
        let after = before;
        for (let place = 0; place < left.length; place += 1) {
          const which = numberAt(left, place);
          const { gains, scale } = itemAt(rows, which);
          const now = at(slack, which);
          after += Math.min(0, now) - Math.min(0, now + (at(gains, into) - at(gains, out)) / scale);
        }
        const entered = touched.get(into) as readonly number[];
        for (let place = 0; place < entered.length; place += 1) {
          const which = numberAt(entered, place);
          const { gains, scale } = itemAt(rows, which);
          const now = at(slack, which);
          if (at(gains, out) === 0) after += Math.min(0, now) - Math.min(0, now + at(gains, into) / scale);
        }
        if (after < best.violation) Object.assign(best, { violation: after - tolerance, out, into });
      }
    }
  };
}

function missableRowsSearch(rows: readonly OpenRow[], near: readonly number[], slack: Vector): SwapSearch {
  const least = Float64Array.from(rows, ({ gains }) =>
    near.reduce((lowest, place) => Math.min(lowest, at(gains, place)), Number.POSITIVE_INFINITY),
  );
  const missable = new Int32Array(rows.length);
  return (leaving, entering, _, best) => {
    for (const out of leaving) {
      let number = 0;
      for (let which = 0; which < rows.length; which += 1) {
        const { gains, scale } = itemAt(rows, which);
        // A row that is met whoever comes adds nothing.
        if (at(slack, which) + (at(least, which) - at(gains, out)) / scale >= 0) continue;
        missable[number] = which;
        number += 1;
      }
      for (const into of entering) {
        // A hard search spends its time here, so this loop allocates nothing.
        let after = 0;
        for (let place = 0; place < number && after < best.violation; place += 1) {
          const which = missable[place] as number;
          const { gains, scale } = itemAt(rows, which);
          after -= Math.min(0, at(slack, which) + (at(gains, into) - at(gains, out)) / scale);
        }
        if (after < best.violation) Object.assign(best, { violation: after - tolerance, out, into });
      }
    }
  };
}
