import { at, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import { type Relaxation, type Subproblem, tolerance } from './relaxation.ts';

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
  let slack = slacks;
  const canLeave = (place: number): boolean => at(now, place) > 0;
  const canEnter = (place: number): boolean => at(now, place) < at(room, place);
  const slackAfter = (which: number, out: number, into: number): number => {
    const row = itemAt(rows, which);
    return at(slack, which) + (at(row.gains, into) - at(row.gains, out)) / row.scale;
  };
  const around = places.map((own, level) => {
    const line = numberAt(lines, level);
    if (line === Number.POSITIVE_INFINITY) return [];
    const distance = (place: number): number => Math.abs(at(gains, place) - line);
    return [...own].sort((a, b) => distance(a) - distance(b) || a - b).slice(0, mostSwapClasses);
  });
  for (;;) {
    let best = { violation: violation(slack) - tolerance, out: -1, into: -1 };
    for (const near of around) {
      const [leaving, entering] = [near.filter(canLeave), near.filter(canEnter)];
      for (const out of leaving) {
        for (const into of entering) {
          // A hard search spends its time here, so this loop allocates nothing.
          let after = 0;
          for (let which = 0; which < rows.length; which += 1) after -= Math.min(0, slackAfter(which, out, into));
          if (after < best.violation) best = { violation: after - tolerance, out, into };
        }
      }
    }
    const { out, into } = best;
    if (out < 0) return now;
    now[out] = at(now, out) - 1;
    now[into] = at(now, into) + 1;
    slack = slack.map((_, which) => slackAfter(which, out, into));
  }
}
