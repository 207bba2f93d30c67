import { compareText } from '../../text/compare.ts';
import { lowerBound, minimalSelection, type Program } from './bounds.ts';
import { type Budget, branchAndBound, type Search } from './branch-and-bound.ts';
import { combined, isMet, isSettled, type Need, type Requirement } from './requirement.ts';
import { firstSets, mostSets, type PartialSet, type SmallestSets } from './smallest-sets.ts';
import type { ClassBounds } from './surrogate-relaxation.ts';
import { classConstraints, symmetryClasses } from './symmetry.ts';
import { at, dot, itemAt, numberAt, total, type Vector } from './vectors.ts';

/**
 * The smallest sets for any need, by search: sizes from a lower bound upwards, each by branch and bound. When the
 * budget is used up, what is known by then, with `exact` false.
 */
export function smallestSetsBySearch({ movers, constraints, need }: Requirement, budget: Budget): SmallestSets {
  const classes = symmetryClasses(movers, constraints, isSettled);
  const sizes = Float64Array.from(classes, (members) => members.length);
  const none = new Float64Array(classes.length);
  const exactGains = constraints.map(({ gains }) => classes.map(([{ code }]) => gains.get(code) ?? 0n));
  const holds = (index: number, selection: Vector): boolean => {
    const gains = itemAt(exactGains, index);
    const gain = gains.reduce((sum, each, which) => sum + each * BigInt(at(selection, which)), 0n);
    return gain >= itemAt(constraints, index).required;
  };
  const program: Program = { rows: classConstraints(constraints, classes, true), sizes, budget, holds };
  const search = branchAndBound(program.rows, budget, holds);

  const minimal = minimalSelection(program, need);
  let size = lowerBound(need, program);
  let first: Vector | undefined;
  for (; size < total(minimal) && budget.left >= 0; size += 1) {
    first = search.find(need, { size, lower: none, upper: sizes });
    if (first !== undefined) break;
  }
  const codesOf = (share: (index: number) => number): string[] =>
    classes.flatMap((members, index) => members.slice(0, share(index)).map(({ code }) => code)).sort(compareText);
  if (first === undefined && budget.left < 0) {
    const set = codesOf((index) => at(minimal, index));
    const suffice = (other: Need): boolean => isMet(other, (index) => holds(index, minimal));
    return { size: set.length, exact: false, sets: [set], necessary: new Set(), possible: new Set(set), suffice };
  }

  const classOfCode = new Map(classes.flatMap((members, index) => members.map(({ code }) => [code, index] as const)));
  const classOf = movers.map(({ code }) => classOfCode.get(code) as number);
  const settled = Float64Array.from(classes, ([member]) => (isSettled(member) ? 1 : 0));
  const bounds = search.tighten(need, { size, lower: none, upper: sizes });
  const sets = firstSetsOf(program, need, bounds, classOf, settled);
  const known = first ?? minimal;
  const listed = sets.map((set) => selectionOf(set, classOf, none));
  const [always, sometimes] = membershipOf(search, need, bounds, program, [known, ...listed]);
  const codes = sets.map((set) => set.map((index) => itemAt(movers, index).code));
  return {
    size,
    exact: budget.left >= 0,
    // A search given up before it listed any set still knows one.
    sets: codes.length > 0 ? codes : [codesOf((index) => at(known, index))],
    necessary: new Set(codesOf((index) => (always[index] ? at(sizes, index) : 0))),
    possible: new Set(codesOf((index) => (sometimes[index] ? at(sizes, index) : 0))),
    suffice: (other) => isMet(other, (index) => holds(index, known)) || search.find(other, bounds) !== undefined,
  };
}

/** The selection that a set of member indexes makes. */
function selectionOf(set: readonly number[], classOf: readonly number[], none: Vector): Vector {
  const selection = none.slice();
  for (const index of set) shift(selection, numberAt(classOf, index), 1);
  return selection;
}

function shift(numbers: Float64Array, index: number, by: number): void {
  numbers[index] = at(numbers, index) + by;
}

/**
 * The first sets, as ascending indexes of members: those with the fewest settled members first, then in lexicographic
 * order.
 *
 * @param classOf the class of each member
 * @param settled by class: 1 where its members are settled, else 0
 */
function firstSetsOf(
  { rows, sizes, budget, holds }: Program,
  need: Need,
  bounds: ClassBounds,
  classOf: readonly number[],
  settled: Vector,
): number[][] {
  const { size } = bounds;
  const sets: number[][] = [];
  const pending = settled.map((is) => 1 - is);
  for (let hard = 0; hard <= Math.min(size, dot(settled, sizes)) && sets.length < mostSets; hard += 1) {
    // Two more rows fix how many of each kind there are: with the size given, both can only be met exactly.
    const split = [
      { gains: settled, required: hard, rounded: false },
      { gains: pending, required: size - hard, rounded: false },
    ];
    const both = split.map((_, index): Need => ({ kind: 'constraint', index: rows.length + index }));
    const search = branchAndBound([...rows, ...split], budget, holds);
    const exactly = combined('all', [need, ...both]);
    const known = search.find(exactly, bounds);
    if (known === undefined) continue;
    const partial = partialSetBySearch((within) => search.find(exactly, within), bounds, classOf, known);
    sets.push(...firstSets(partial, size, mostSets - sets.length));
  }
  return sets;
}

/** By class: whether all of its members are in every smallest set, and whether one of them is in some. */
function membershipOf(
  { find }: Search,
  need: Need,
  bounds: ClassBounds,
  { sizes, budget }: Program,
  known: readonly Vector[],
): [always: boolean[], sometimes: boolean[]] {
  const always = Array.from(sizes, () => true);
  const sometimes = Array.from(sizes, () => false);
  const learn = (selection: Vector): void => {
    for (const [index, number] of selection.entries()) {
      if (number < at(sizes, index)) always[index] = false;
      if (number > 0) sometimes[index] = true;
    }
  };
  for (const selection of known) learn(selection);
  const { lower, upper } = bounds;
  for (const [index, members] of sizes.entries()) {
    if (always[index] && at(lower, index) < members) {
      const without = find(need, { ...bounds, upper: upper.with(index, members - 1) });
      if (without !== undefined) learn(without);
      // A search given up proves nothing.
      else if (budget.left < 0) always[index] = false;
    }
    if (!sometimes[index] && at(upper, index) > 0) {
      const within = find(need, { ...bounds, lower: lower.with(index, 1) });
      if (within !== undefined) learn(within);
    }
  }
  return [always, sometimes];
}

/**
 * The empty set, to be completed within bounds. A search is made only where the last selection found does not answer.
 *
 * @param find finds a selection within bounds
 * @param classOf the class of each member, in the order in which members are taken or skipped
 * @param known a selection within the bounds
 */
function partialSetBySearch(
  find: (bounds: ClassBounds) => Vector | undefined,
  { size, lower: lowest, upper: highest }: ClassBounds,
  classOf: readonly number[],
  known: Vector,
): PartialSet {
  const taken = new Float64Array(lowest.length);
  const notSkipped = new Float64Array(lowest.length);
  for (const index of classOf) shift(notSkipped, index, 1);
  /** A selection within the bounds with everybody taken and nobody skipped. */
  let witness = known;
  /** Makes the step, and undoes it when no selection is left within the bounds. */
  const step = (numbers: Float64Array, index: number, by: number): boolean => {
    shift(numbers, index, by);
    const lower = Math.max(at(taken, index), at(lowest, index));
    const upper = Math.min(at(notSkipped, index), at(highest, index));
    if (at(witness, index) >= lower && at(witness, index) <= upper) return true;
    const other =
      lower <= upper
        ? find({
            size,
            lower: taken.map((number, which) => Math.max(number, at(lowest, which))),
            upper: notSkipped.map((number, which) => Math.min(number, at(highest, which))),
          })
        : undefined;
    if (other === undefined) shift(numbers, index, -by);
    else witness = other;
    return other !== undefined;
  };
  return {
    take: (index) => step(taken, numberAt(classOf, index), 1),
    skip: (index) => step(notSkipped, numberAt(classOf, index), -1),
    undo: (index, was) =>
      was ? shift(taken, numberAt(classOf, index), -1) : shift(notSkipped, numberAt(classOf, index), 1),
  };
}
