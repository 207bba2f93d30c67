import type { Standing } from '../../model/snapshot.ts';
import { compareText } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import { leastSize, type Space, withoutSuperfluous } from './bounds.ts';
import { type Budget, type Search, searchOver } from './branch-and-bound.ts';
import { isMet, isSettled, joined, type Need, type Requirement } from './requirement.ts';
import { type Beginning, firstSets, mostSets, type Smallest } from './smallest-sets.ts';
import type { Limits } from './surrogate-relaxation.ts';
import { classConstraints, classesOf } from './symmetry.ts';
import { at, gained, type Numbers, total } from './vectors.ts';

/** The smallest sets for any need: sizes are searched one after the other. */
export function smallestBySearch({ movers, constraints, need }: Requirement, budget: Budget): Smallest {
  const classes = classesOf(movers, constraints, isSettled);
  const sizes = classes.map((alike) => alike.length);
  const none = classes.map(() => 0);
  const exact = constraints.map(({ gains }) => classes.map(([{ code }]) => gains.get(code) ?? 0n));
  const holds = (index: number, numbers: Numbers): boolean => {
    const gains = exact[index] as readonly bigint[];
    const gain = gains.reduce((sum, each, which) => sum + each * BigInt(at(numbers, which)), 0n);
    return gain >= (constraints[index] as Constraint).required;
  };
  const space: Space = { rows: classConstraints(constraints, classes, true), sizes, budget, holds };
  const search = searchOver(space.rows, budget, holds);

  const enough = withoutSuperfluous(space, need);
  let size = leastSize(need, space);
  let first: Numbers | undefined;
  for (; size < total(enough) && budget.left >= 0; size += 1) {
    first = search.find(need, { size, least: none, most: sizes });
    if (first !== undefined) break;
  }
  const membersOf = (share: (index: number) => number): string[] =>
    classes.flatMap((alike, index) => alike.slice(0, share(index)).map(({ code }) => code)).sort(compareText);
  if (first === undefined && budget.left < 0) {
    const set = membersOf((index) => at(enough, index));
    const suffice = (other: Need): boolean => isMet(other, (index) => holds(index, enough));
    return { size: set.length, exact: false, sets: [set], necessary: new Set(), possible: new Set(set), suffice };
  }

  const classOf = new Map(classes.flatMap((alike, index) => alike.map(({ code }) => [code, index] as const)));
  const order = movers.map(({ code }) => classOf.get(code) as number);
  const settled = classes.map(([member]) => (isSettled(member) ? 1 : 0));
  const limits = search.narrow(need, { size, least: none, most: sizes });
  const sets = listed(space, need, limits, order, settled);
  const witnesses = sets.map((set) =>
    tallied(
      set.map((index) => at(order, index)),
      none,
    ),
  );
  const known = first ?? enough;
  const [always, ever] = extremes(search, need, limits, space, [known, ...witnesses]);
  const indexed = sets.map((set) => set.map((index) => (movers[index] as Standing).code));
  return {
    size,
    exact: budget.left >= 0,
    // Where the search was given up before it had listed any, there is still the one that is known.
    sets: indexed.length > 0 ? indexed : [membersOf((index) => at(known, index))],
    necessary: new Set(membersOf((index) => (always[index] ? at(sizes, index) : 0))),
    possible: new Set(membersOf((index) => (ever[index] ? at(sizes, index) : 0))),
    suffice: (other) => isMet(other, (index) => holds(index, known)) || search.find(other, limits) !== undefined,
  };
}

/** How many of the indexes there are of each. */
function tallied(indexes: readonly number[], none: Numbers): Numbers {
  const numbers = [...none];
  for (const index of indexes) numbers[index] = at(numbers, index) + 1;
  return numbers;
}

/** The first sets, as indexes of members: those with the fewest settled members come first. */
function listed(
  { rows, sizes, budget, holds }: Space,
  need: Need,
  limits: Limits,
  order: Numbers,
  settled: Numbers,
): number[][] {
  const { size } = limits;
  const sets: number[][] = [];
  const pending = settled.map((is) => 1 - is);
  for (let hard = 0; hard <= Math.min(size, gained(settled, sizes)) && sets.length < mostSets; hard += 1) {
    const ends = [
      { gains: settled, required: hard, rounded: false },
      { gains: pending, required: size - hard, rounded: false },
    ];
    const both = ends.map((_, index): Need => ({ kind: 'constraint', index: rows.length + index }));
    const search = searchOver([...rows, ...ends], budget, holds);
    const exactly = joined('all', [need, ...both]);
    const known = search.find(exactly, limits);
    if (known === undefined) continue;
    const beginning = completedBySearch((within) => search.find(exactly, within), limits, order, known);
    sets.push(...firstSets(beginning, size, mostSets - sets.length));
  }
  return sets;
}

/** Which classes are in all sets as a whole, and which are in some. */
function extremes(
  { find }: Search,
  need: Need,
  limits: Limits,
  { sizes, budget }: Space,
  known: readonly Numbers[],
): [boolean[], boolean[]] {
  const always = sizes.map(() => true);
  const ever = sizes.map(() => false);
  const learn = (numbers: Numbers): void => {
    for (const [index, number] of numbers.entries()) {
      if (number < at(sizes, index)) always[index] = false;
      if (number > 0) ever[index] = true;
    }
  };
  for (const numbers of known) learn(numbers);
  const { least, most } = limits;
  for (const [index, members] of sizes.entries()) {
    if (always[index] && (least[index] as number) < members) {
      const without = find(need, { ...limits, most: most.with(index, members - 1) });
      if (without !== undefined) learn(without);
      // Nothing is claimed of what was given up.
      else if (budget.left < 0) always[index] = false;
    }
    if (!ever[index] && (most[index] as number) > 0) {
      const within = find(need, { ...limits, least: least.with(index, 1) });
      if (within !== undefined) learn(within);
    }
  }
  return [always, ever];
}

/**
 * Sets of one size, completed by a search.
 *
 * @param find finds numbers within limits
 * @param classOf the class of each member, in the order in which members are taken
 * @param known numbers within the limits
 */
export function completedBySearch(
  find: (limits: Limits) => Numbers | undefined,
  { size, least: lowest, most: highest }: Limits,
  classOf: readonly number[],
  known: Numbers,
): Beginning {
  const taken = lowest.map(() => 0);
  const left = [...taken];
  for (const index of classOf) left[index] = at(left, index) + 1;
  /** Within the limits, has all that were taken and none that were left out. */
  let witness = known;
  const shift = (numbers: number[], index: number, by: number): void => {
    numbers[index] = at(numbers, index) + by;
  };
  /** Takes the step; takes it back when nothing is left within the limits. */
  const go = (numbers: number[], index: number, by: number): boolean => {
    shift(numbers, index, by);
    const [least, most] = [
      Math.max(at(taken, index), at(lowest, index)),
      Math.min(at(left, index), at(highest, index)),
    ];
    if (at(witness, index) >= least && at(witness, index) <= most) return true;
    const other =
      least <= most
        ? find({
            size,
            least: taken.map((number, which) => Math.max(number, at(lowest, which))),
            most: left.map((number, which) => Math.min(number, at(highest, which))),
          })
        : undefined;
    if (other === undefined) shift(numbers, index, -by);
    else witness = other;
    return other !== undefined;
  };
  return {
    take: (index) => go(taken, at(classOf, index), 1),
    leave: (index) => go(left, at(classOf, index), -1),
    back: (index, was) => (was ? shift(taken, at(classOf, index), -1) : shift(left, at(classOf, index), 1)),
  };
}
