import type { Constraint } from '../rule/constraints.ts';
import { alwaysMet, indexesIn, isNeverMet, type Need, neverMet, substituted } from '../solver/program/need.ts';
import type { Budget } from '../solver/program/program.ts';
import type { Requirement } from '../solver/program/requirement.ts';
import { type Row, rowsOf, type SymmetryClass, symmetryClasses } from '../solver/program/symmetry.ts';
import { at, itemAt, numberAt, type Vector } from '../solver/program/vectors.ts';
import type { Frame } from '../solver/smallest-sets.ts';
import { countSelections, type SizeWeight, type Totals } from './count-selections.ts';
import type { CountingLimits } from './counting-problem.ts';
import { inclusionExclusion } from './inclusion-exclusion.ts';

/** How many sets there are, and by code how many of them hold each member that is in some; or what they weigh. */
export interface SetCounts {
  readonly count: bigint;
  readonly holding: ReadonlyMap<string, bigint>;
}

/** The most entries of all layers when sets are counted. */
const mostEntries = 260_000;

/**
 * The number of sets within a frame that meet a need, and how many of them hold each member.
 *
 * @returns undefined when the budget is used up, or the need has too many parts
 */
export function countSets(
  frame: Frame,
  constraints: readonly Constraint[],
  need: Need,
  budget: Budget,
): SetCounts | undefined {
  const totalsOf = (rows: readonly Row[]): readonly Totals[] | undefined => {
    const plain = rows.map((row) => withoutSigns(row, frame));
    const rest = substituted(need, (index) => decided(itemAt(plain, index), frame) ?? { kind: 'constraint', index });
    return totalsWith(frame, plain, rest, [() => 1n], { entries: mostEntries, budget });
  };
  return agreed(frame.classes, totalsOf(frame.rows), () =>
    frame.rows.some(({ rounded }) => rounded) ? totalsOf(rowsOf(constraints, frame.classes, false)) : undefined,
  )?.[0];
}

/**
 * What all sets weigh that meet a requirement, of whatever size, and what those weigh that hold each member.
 *
 * @param weights by the number of members; one answer is made for each
 * @returns undefined when a limit is reached, or the need has too many parts
 */
export function countAllSets(
  { movers, constraints, need }: Requirement,
  weights: readonly SizeWeight[],
  limits: CountingLimits,
): readonly SetCounts[] | undefined {
  const classes = symmetryClasses(movers, constraints, () => true);
  const sizes = Float64Array.from(classes, (members) => members.length);
  const none = new Float64Array(sizes.length);
  const whole = { classes, levels: none, quotas: undefined, lower: none, upper: sizes };
  const lenient = rowsOf(constraints, classes, true);
  return agreed(classes, totalsWith(whole, lenient, need, weights, limits), () =>
    lenient.some(({ rounded }) => rounded)
      ? totalsWith(whole, rowsOf(constraints, classes, false), need, weights, limits)
      : undefined,
  );
}

/**
 * Totals as counts by member. Lenient rounding may count too many, strict rounding too few: where both agree, the count
 * is exact.
 *
 * @param strict undefined where nothing was rounded
 */
function agreed(
  classes: readonly SymmetryClass[],
  lenient: readonly Totals[] | undefined,
  strict: () => readonly Totals[] | undefined,
): readonly SetCounts[] | undefined {
  const other = lenient && strict();
  if (other?.some(({ total }, index) => total !== lenient?.[index]?.total)) return undefined;
  return lenient?.map(({ total, byClass }): SetCounts => {
    const holding = new Map<string, bigint>();
    for (const [index, members] of classes.entries()) {
      const sets = itemAt(byClass, index) / BigInt(members.length);
      if (sets > 0n) for (const { code } of members) holding.set(code, sets);
    }
    return { count: total, holding };
  });
}

/** A frame, or all selections of any size. */
interface Span extends Pick<Frame, 'classes' | 'levels' | 'lower' | 'upper'> {
  readonly quotas: readonly number[] | undefined;
}

function totalsWith(
  { classes, levels, quotas, lower, upper }: Span,
  rows: readonly Row[],
  need: Need,
  weights: readonly SizeWeight[],
  limits: CountingLimits,
): readonly Totals[] | undefined {
  if (isNeverMet(need)) return weights.map(() => ({ total: 0n, byClass: classes.map(() => 0n) }));
  const used = indexesIn(need);
  const open = used.map((index) => itemAt(rows, index));
  const coefficients = inclusionExclusion(
    substituted(need, (index) => ({ kind: 'constraint', index: used.indexOf(index) })),
  );
  if (coefficients === undefined || !open.every(isExact)) return undefined;
  const sizes = Float64Array.from(classes, (members) => members.length);
  const problem = {
    gains: open.map(({ gains }) => gains),
    required: Float64Array.from(open, ({ required }) => required),
    ...{ sizes, lower, upper, levels, quotas },
  };
  return countSelections(problem, coefficients, weights, limits);
}

/** A row as it is within the quotas, with no gain below zero: every member of a level gains as much more. */
function withoutSigns(row: Row, { levels, quotas }: Frame): Row {
  if (!row.signed) return row;
  const least = quotas.map(() => 0);
  for (const [index, gain] of row.gains.entries()) {
    const level = at(levels, index);
    least[level] = Math.min(numberAt(least, level), gain);
  }
  const gains = row.gains.map((gain, index) => gain - numberAt(least, at(levels, index)));
  const required = quotas.reduce((sum, quota, level) => sum - numberAt(least, level) * quota, row.required);
  return { ...row, gains, required };
}

/** Whether doubles hold all sums of a row. */
function isExact({ gains, required }: Row): boolean {
  return gains.reduce((sum, gain) => sum + gain, Math.abs(required)) <= Number.MAX_SAFE_INTEGER;
}

/** Whether all selections within a frame meet a row, or none; undefined when it depends on the selection. */
function decided({ gains, required }: Row, frame: Frame): Need | undefined {
  if (extreme(gains, frame, -1) >= required) return alwaysMet;
  return extreme(gains, frame, 1) < required ? neverMet : undefined;
}

/** The most that a selection within a frame gains, or the least. */
function extreme(gains: Vector, { levels, quotas, lower, upper }: Frame, sign: 1 | -1): number {
  const left = quotas.map((quota, level) =>
    lower.reduce((sum, least, index) => (at(levels, index) === level ? sum - least : sum), quota),
  );
  const order = [...gains.keys()].sort((a, b) => sign * (at(gains, b) - at(gains, a)));
  let sum = 0;
  for (const index of order) {
    const level = at(levels, index);
    const more = Math.min(numberAt(left, level), at(upper, index) - at(lower, index));
    left[level] = numberAt(left, level) - more;
    sum += (at(lower, index) + more) * at(gains, index);
  }
  return sum;
}
