import type { Bounds } from '../program/program.ts';
import type { Row } from '../program/symmetry.ts';
import { at, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import type { Multipliers } from './branch-and-bound.ts';
import { tolerance } from './relaxation.ts';

/** A weighted sum of rows: every selection that meets the rows meets it. */
export interface WeightedSum {
  /** What one member of each class gains. */
  readonly gains: Vector;
  /** Lowered by more than doubles can err. */
  readonly required: number;
}

/** The sum of rows by multipliers. @param sizes how many members each class has */
export function weightedSum(rows: readonly Row[], sizes: Vector, multipliers: Multipliers): WeightedSum {
  const gains = new Float64Array(sizes.length);
  let [sum, size] = [0, 1];
  for (const { index, weight } of multipliers.rows) {
    const row = itemAt(rows, index);
    let most = Math.abs(row.required);
    for (let of = 0; of < gains.length; of += 1) {
      gains[of] = at(gains, of) + weight * at(row.gains, of);
      most += Math.abs(at(row.gains, of)) * at(sizes, of);
    }
    sum += weight * row.required;
    size += weight * most;
  }
  return { gains, required: sum - tolerance * size };
}

/**
 * An upper bound on the slack of a weighted sum, with a price on each member by its level: below zero, no selection
 * within the bounds meets the rows. It is kept up to date while the bounds of classes change.
 */
export interface LagrangianBound {
  /** Tells that a class has these bounds now, and what they were. */
  change(
    index: number,
    from: readonly [lower: number, upper: number],
    to: readonly [lower: number, upper: number],
  ): void;
  /** Whether no selection is left. */
  rulesOut(): boolean;
  /** The bounds, tightened: a class keeps what is best as far as anything else would cost more than there is to spare. */
  tighten(bounds: Bounds): Bounds;
}

/**
 * The bound by a weighted sum and the prices of the levels.
 *
 * @param levels by class: the level of its cost
 * @param begin the bounds of the classes at first
 */
export function lagrangianBound(
  { gains, required }: WeightedSum,
  { prices }: Multipliers,
  levels: Vector,
  begin: Bounds,
): LagrangianBound {
  const margins = gains.map((gain, index) => gain - numberAt(prices, at(levels, index)));
  const part = (index: number, lower: number, upper: number): number =>
    at(margins, index) * (at(margins, index) > 0 ? upper : lower);
  let slack = begin.quotas.reduce((sum, quota, level) => sum + numberAt(prices, level) * quota, -required);
  for (let index = 0; index < margins.length; index += 1)
    slack += part(index, at(begin.lower, index), at(begin.upper, index));
  return {
    change(index, from, to) {
      slack += part(index, ...to) - part(index, ...from);
    },
    rulesOut: () => slack < 0,
    tighten({ quotas, lower, upper }) {
      const mostUnits = (index: number): number => Math.floor(slack / Math.abs(at(margins, index)));
      return {
        quotas,
        lower: lower.map((least, index) =>
          at(margins, index) > 0 ? Math.max(least, at(upper, index) - mostUnits(index)) : least,
        ),
        upper: upper.map((most, index) =>
          at(margins, index) < 0 ? Math.min(most, at(lower, index) + mostUnits(index)) : most,
        ),
      };
    },
  };
}
