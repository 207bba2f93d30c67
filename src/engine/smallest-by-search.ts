import { completedBySearch } from './completing.ts';
import type { Constraint } from './covering.ts';
import { firstSets } from './listing.ts';
import { at, descending, gained, type Numbers, total } from './numbers.ts';
import { compareText } from './order.ts';
import { isMet, isSettled, joined, type Need, type Requirement } from './requirement.ts';
import { classesOf, type Row, rowsOf } from './rows.ts';
import { type Budget, type Search, searchOver } from './search.ts';
import { mostSets, type Smallest } from './smallest.ts';
import type { Limits } from './weighing.ts';

/** What is searched: constraints in numbers, by class, and how many members each class has. */
interface Space {
  readonly rows: readonly Row[];
  readonly sizes: Numbers;
  readonly budget: Budget;
  readonly holds: (index: number, numbers: Numbers) => boolean;
}

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
  const space: Space = { rows: rowsOf(constraints, classes, true), sizes, budget, holds };
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
    countOf(
      set.map((index) => at(order, index)),
      none,
    ),
  );
  const [always, ever] = extremes(search, need, limits, sizes, [first ?? enough, ...witnesses]);
  return {
    size,
    exact: budget.left >= 0,
    sets: sets.map((set) => set.map((index) => (movers[index] as { code: string }).code)),
    necessary: new Set(membersOf((index) => (always[index] === true ? at(sizes, index) : 0))),
    possible: new Set(membersOf((index) => (ever[index] === true ? at(sizes, index) : 0))),
    suffice: (other) => search.find(other, limits) !== undefined,
  };
}

/** How many of the indexes there are of each. */
function countOf(indexes: readonly number[], none: Numbers): Numbers {
  const numbers = [...none];
  for (const index of indexes) numbers[index] = at(numbers, index) + 1;
  return numbers;
}

/** A size below which nothing meets a need: each constraint by itself asks for so many. */
function leastSize(need: Need, { rows, sizes }: Space): number {
  if (need.kind !== 'constraint') {
    const parts = need.of.map((part) => leastSize(part, { rows, sizes } as Space));
    return need.kind === 'all' ? Math.max(...parts) : Math.min(...parts);
  }
  const { gains, required } = rows[need.index] as Row;
  let lack = required;
  let size = 0;
  for (const index of descending(gains)) {
    const members = Math.min(at(sizes, index), Math.ceil(lack / at(gains, index)));
    size += members;
    lack -= members * at(gains, index);
    if (lack <= 0) break;
  }
  return size;
}

/** Everybody, without members that the need can do without, one after the other: a small set, not always a smallest. */
function withoutSuperfluous({ rows, sizes, holds }: Space, need: Need): Numbers {
  const worth = sizes.map((_, index) =>
    rows.reduce((sum, { gains, required }) => sum + at(gains, index) / required, 0),
  );
  const numbers = [...sizes];
  const sums = rows.map(({ gains }) => gained(gains, numbers));
  for (const index of descending(worth).reverse()) {
    while (at(numbers, index) > 0) {
      numbers[index] = at(numbers, index) - 1;
      const meets = (which: number): boolean => {
        const { gains, required, rounded } = rows[which] as Row;
        return at(sums, which) - at(gains, index) >= required && (!rounded || holds(which, numbers));
      };
      if (!isMet(need, meets)) {
        numbers[index] = at(numbers, index) + 1;
        break;
      }
      for (const [which, { gains }] of rows.entries()) sums[which] = at(sums, which) - at(gains, index);
    }
  }
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
  sizes: Numbers,
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
    if (always[index] === true && at(least, index) < members)
      learn(find(need, { ...limits, most: most.with(index, members - 1) }) ?? (known[0] as Numbers));
    if (ever[index] === false && at(most, index) > 0)
      learn(find(need, { ...limits, least: least.with(index, 1) }) ?? (known[0] as Numbers));
  }
  return [always, ever];
}
