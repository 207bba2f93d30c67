import { at, itemAt, numberAt } from '../solver/program/vectors.ts';
import type { CountingProblem } from './counting-problem.ts';

/**
 * A function from the classes at some places, which are still to come, to the most that they gain: by row, level and
 * number of members.
 */
export function capacityOf(
  { gains, upper, levels }: CountingProblem,
  order: readonly number[],
  limits: readonly number[],
) {
  const placeOf = new Float64Array(upper.length).fill(-1);
  for (const [place, index] of order.entries()) placeOf[index] = place;
  const orders = gains.map((row) => [...order].sort((a, b) => at(row, b) - at(row, a)));
  return (from: number, to: number): readonly (readonly Float64Array[])[] =>
    gains.map((row, which) => {
      const sums = limits.map((limit) => new Float64Array(limit + 1));
      const members = limits.map(() => 0);
      for (const index of itemAt(orders, which)) {
        if (at(placeOf, index) < from || at(placeOf, index) >= to) continue;
        const level = at(levels, index);
        const own = itemAt(sums, level);
        for (let more = 0; more < at(upper, index) && numberAt(members, level) < own.length - 1; more += 1) {
          const count = numberAt(members, level);
          own[count + 1] = at(own, count) + at(row, index);
          members[level] = count + 1;
        }
      }
      return sums.map((own, level) => own.fill(at(own, numberAt(members, level)), numberAt(members, level)));
    });
}
