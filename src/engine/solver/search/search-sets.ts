import type { PartialSet } from '../program/first-sets.ts';
import type { Alternative } from '../program/need.ts';
import { type Bounds, meetsAll } from '../program/program.ts';
import { at, dot, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import type { LeveledSearch, Witness } from './first-step.ts';
import { type LagrangianBound, lagrangianBound, weightedSum } from './lagrangian-bound.ts';

/** An alternative that can be met at the quotas, in bounds of its own. */
export interface LiveAlternative extends Witness {
  readonly bounds: Bounds;
}

/**
 * The empty set, to be completed so that it meets one of some alternatives. A search is made only where neither the
 * last selection found, nor one that trades a member of it for another, nor a bound gives the answer.
 *
 * @param classOf the class of each member, in the order in which members are taken or skipped
 */
export function partialSetBySearch(
  search: LeveledSearch,
  live: readonly [LiveAlternative, ...LiveAlternative[]],
  classOf: readonly number[],
): PartialSet {
  const { program, levels, budget } = search;
  const taken = new Float64Array(program.sizes.length);
  const open = new Float64Array(program.sizes.length);
  for (const index of classOf) open[index] = at(open, index) + 1;
  type Part = LiveAlternative & { guard: LagrangianBound };
  const boundsOf = ({ bounds }: LiveAlternative, index: number): readonly [lower: number, upper: number] => [
    Math.max(at(taken, index), at(bounds.lower, index)),
    Math.min(at(open, index), at(bounds.upper, index)),
  ];
  const boundsNow = (part: LiveAlternative): Bounds => ({
    quotas: part.bounds.quotas,
    lower: taken.map((_, index) => boundsOf(part, index)[0]),
    upper: open.map((_, index) => boundsOf(part, index)[1]),
  });
  /** The bound by the multipliers with which an alternative was searched last; undefined if one row alone rules it out. */
  const guardOf = ({ alternative }: LiveAlternative, bounds: Bounds): LagrangianBound | undefined => {
    const multipliers = search.multipliers(alternative, bounds);
    if (multipliers === undefined) return undefined;
    const sum = weightedSum(program.rows, program.sizes, multipliers);
    return lagrangianBound(sum, multipliers, levels, bounds);
  };
  const parts = live.map((one): Part => ({ ...one, guard: guardOf(one, boundsNow(one)) as LagrangianBound }));

  /** The part whose selection is within its bounds, with everybody taken and nobody skipped. */
  let [current] = parts as [Part, ...Part[]];
  let selection: Vector = current.selection;

  const update = (numbers: Float64Array, index: number, by: number): void => {
    const before = parts.map((part) => boundsOf(part, index));
    numbers[index] = at(numbers, index) + by;
    for (const [which, part] of parts.entries()) part.guard.change(index, itemAt(before, which), boundsOf(part, index));
  };

  const find = (part: Part, index: number): Vector | undefined => {
    const [least, most] = boundsOf(part, index);
    if (least > most || budget.left < 0 || part.guard.rulesOut()) return undefined;
    if (part === current) {
      const may = (other: number, by: 1 | -1): boolean => {
        const [lower, upper] = boundsOf(part, other);
        return by < 0 ? at(selection, other) > lower : at(selection, other) < upper;
      };
      const traded = tradedFor(search, part.alternative, selection, index, least, may);
      if (traded !== undefined) return traded;
    }
    const bounds = boundsNow(part);
    const found = search.find(part.alternative, part.guard.tighten(bounds));
    part.guard = guardOf(part, bounds) ?? part.guard;
    return found;
  };

  const step = (numbers: Float64Array, index: number, by: number): boolean => {
    update(numbers, index, by);
    const [least, most] = boundsOf(current, index);
    if (at(selection, index) >= least && at(selection, index) <= most) return true;
    for (const part of [current, ...parts.filter((other) => other !== current)]) {
      const found = find(part, index);
      if (found === undefined) continue;
      [current, selection] = [part, found];
      return true;
    }
    update(numbers, index, -by);
    return false;
  };
  return {
    take: (index) => step(taken, numberAt(classOf, index), 1),
    skip: (index) => step(open, numberAt(classOf, index), -1),
    undo: (index, was) => update(was ? taken : open, numberAt(classOf, index), was ? -1 : 1),
  };
}

/**
 * The selection with one member more of a class, or one fewer, and one of another class of its level in exchange: the
 * trade that leaves most in the row that has least to spare.
 *
 * @param least the number of this class that is asked for, where the selection has fewer; else it has one too many
 * @param may whether another class may have one fewer, or one more
 * @returns undefined when no trade meets the alternative
 */
export function tradedFor(
  { program, levels, budget }: LeveledSearch,
  alternative: Alternative,
  selection: Vector,
  index: number,
  least: number,
  may: (other: number, by: 1 | -1) => boolean,
): Vector | undefined {
  const by = at(selection, index) < least ? 1 : -1;
  const rows = alternative.must.map((row) => itemAt(program.rows, row));
  const spare = rows.map(({ gains, required }) => dot(gains, selection) - required + by * at(gains, index));
  const scales = rows.map(({ required }) => Math.abs(required) + 1);
  // Rows that are rounded are added up exactly, which takes longer.
  const steps = rows.reduce((sum, { rounded }) => sum + (rounded ? 30 : 1), 2);
  budget.left -= selection.length * steps;
  let [best, most] = [-1, -1];
  for (let other = 0; other < selection.length; other += 1) {
    if (other === index || at(levels, other) !== at(levels, index) || !may(other, by === 1 ? -1 : 1)) continue;
    let rest = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows.length && rest > most; row += 1)
      rest = Math.min(rest, (numberAt(spare, row) - by * at(itemAt(rows, row).gains, other)) / numberAt(scales, row));
    if (rest > most && rest >= 0) [best, most] = [other, rest];
  }
  if (best < 0) return undefined;
  const traded = selection.slice();
  traded[index] = at(traded, index) + by;
  traded[best] = at(traded, best) - by;
  return meetsAll(program, alternative, traded) ? traded : undefined;
}
