import type { Alternative } from '../program/need.ts';
import { type Bounds, type Budget, meetsAll, type Program } from '../program/program.ts';
import { at, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import type { Multipliers, Search } from './branch-and-bound.ts';
import { weightedSum } from './lagrangian-bound.ts';

/** Quotas that change step by step, such as ever more members of the dearest level. */
export interface QuotaLine {
  readonly quotasAt: (step: number) => readonly number[];
  readonly from: number;
  readonly to: number;
  /** A selection with the last quotas. */
  readonly last?: Vector | undefined;
}

/** A selection that meets an alternative. */
export interface Witness {
  readonly alternative: Alternative;
  readonly selection: Vector;
}

/** The first step at which a need can be met, with a witness for each alternative that is met there. */
export interface FirstStep {
  readonly step: number;
  readonly witnesses: readonly [Witness, ...Witness[]];
}

/** A search among quotas, by the level of each class. */
export interface LeveledSearch extends Search {
  readonly program: Program;
  readonly levels: Vector;
  readonly budget: Budget;
}

/** The bounds that allow for everything with these quotas. */
export function boundsAt({ program: { sizes } }: LeveledSearch, quotas: readonly number[]): Bounds {
  return { quotas, lower: new Float64Array(sizes.length), upper: sizes };
}

/**
 * The first step along a line of quotas at which one of the alternatives can be met: each is tried at the first step
 * at which nothing rules it out, the earliest first.
 *
 * @returns undefined when there is none, and when the budget is used up
 */
export function firstStep(
  search: LeveledSearch,
  alternatives: readonly Alternative[],
  line: QuotaLine,
): FirstStep | undefined {
  const { budget } = search;
  const ahead = alternatives.map((alternative) => ({ alternative, step: rowsStep(search, alternative, line) }));
  let found: { step: number; witnesses: [Witness, ...Witness[]] } | undefined;
  while (budget.left >= 0) {
    const next = ahead.reduce((first, other) => (other.step < first.step ? other : first), {
      alternative: { must: [], disjunctions: [] } as Alternative,
      step: Number.POSITIVE_INFINITY,
    });
    const { alternative, step } = next;
    if (step > line.to || (found !== undefined && step > found.step)) break;
    const bounds = boundsAt(search, line.quotasAt(step));
    const selection =
      step === line.to && line.last !== undefined && meetsAll(search.program, alternative, line.last)
        ? line.last
        : search.find(alternative, bounds);
    if (selection === undefined) {
      const from = jump(search, alternative, bounds, { ...line, from: step + 1 });
      next.step = rowsStep(search, alternative, { ...line, from });
      continue;
    }
    next.step = Number.POSITIVE_INFINITY;
    if (found === undefined) found = { step, witnesses: [{ alternative, selection }] };
    else found.witnesses.push({ alternative, selection });
  }
  return found;
}

/** The first step at which each row of an alternative can be met by itself. */
function rowsStep(search: LeveledSearch, { must }: Alternative, line: QuotaLine): number {
  const { rows } = search.program;
  let step = line.from;
  for (let before = -1; before !== step && step <= line.to; ) {
    before = step;
    for (const index of must) {
      if (search.budget.left < 0) return step;
      const { gains, required } = itemAt(rows, index);
      step = stepFor(search, gains, required, { ...line, from: step });
    }
  }
  return step;
}

/** The first step that the weights do not rule out with which the search of an alternative ended last. */
function jump(search: LeveledSearch, alternative: Alternative, bounds: Bounds, line: QuotaLine): number {
  // No row alone rules out a step that was tried.
  const multipliers = search.multipliers(alternative, bounds, true) as Multipliers;
  const { rows, sizes } = search.program;
  const { gains, required } = weightedSum(rows, sizes, multipliers);
  return stepFor(search, gains, required, line);
}

/** The first step at which the largest gains within the quotas reach what is required; infinity if there is none. */
function stepFor(
  { program: { sizes }, levels, budget }: LeveledSearch,
  gains: Vector,
  required: number,
  { quotasAt, from, to }: QuotaLine,
): number {
  const sums = quotasAt(from).map((_, level) => {
    const classes = [...sizes.keys()].filter((index) => at(levels, index) === level);
    classes.sort((a, b) => at(gains, b) - at(gains, a));
    const prefix = [0];
    let sum = 0;
    for (const index of classes) {
      for (let member = 0; member < at(sizes, index); member += 1) {
        sum += at(gains, index);
        prefix.push(sum);
      }
    }
    return prefix;
  });
  budget.left -= 6 * sizes.length;
  for (let step = from; step <= to; step += 1) {
    const most = quotasAt(step).reduce((sum, quota, level) => sum + numberAt(itemAt(sums, level), quota), 0);
    if (most >= required) return step;
  }
  return Number.POSITIVE_INFINITY;
}
