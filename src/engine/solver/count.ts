import type { Standing } from '../../model/snapshot.ts';
import { compareAmounts } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import type { Budget } from './branch-and-bound.ts';
import { binomials, pairsThatReach, type Selection } from './count-pairs.ts';
import { type Terms, termsOf } from './inclusion-exclusion.ts';
import { certain, type Need, never, type Requirement, replaced } from './requirement.ts';
import { mostSets, type Smallest } from './smallest-sets.ts';
import { type ClassConstraint, classConstraints, classesOf } from './symmetry.ts';
import { at, descending, type Numbers } from './vectors.ts';

/**
 * How many smallest sets there are. Members in all of them or in none are set aside; the others are divided in two halves,
 * and what may be chosen from one is paired with what must then be chosen from the other.
 *
 * @returns undefined when it would take too long
 */
export function countOf(
  { movers, constraints, need }: Requirement,
  smallest: Smallest,
  budget: Budget,
): bigint | undefined {
  const { necessary, possible, sets } = smallest;
  if (sets.length < mostSets) return BigInt(sets.length);
  const size = smallest.size - necessary.size;
  const free = movers.filter(({ code }) => possible.has(code) && !necessary.has(code));
  const left = constraints.map((constraint) => withoutThose(constraint, necessary, free));
  const rest = replaced(
    need,
    (index) => certainty(left[index] as Constraint, free, size) ?? { kind: 'constraint', index },
  );
  const used = [...new Set(indexesIn(rest))];
  const open = used.map((index) => left[index] as Constraint);
  const terms = termsOf(replaced(rest, (index) => ({ kind: 'constraint', index: used.indexOf(index) })));
  if (terms === undefined) return undefined;
  const classes = classesOf(free, open, () => true);
  const sizes = classes.map((alike) => alike.length);
  const count = (rows: readonly ClassConstraint[]): bigint | undefined =>
    countSelections(rows, sizes, size, terms, budget);
  const lenient = classConstraints(open, classes, true);
  const counted = count(lenient);
  if (!lenient.some(({ rounded }) => rounded)) return counted;
  // Rounded one way there may be too many, rounded the other way too few.
  return counted === count(classConstraints(open, classes, false)) ? counted : undefined;
}

function withoutThose(
  { gains, required }: Constraint,
  gone: ReadonlySet<string>,
  rest: readonly Standing[],
): Constraint {
  let left = required;
  for (const [code, gain] of gains) if (gone.has(code)) left -= gain;
  return { gains: new Map(rest.map(({ code }) => [code, gains.get(code) ?? 0n])), required: left };
}

/** Whether any, or none, of so many members meet a constraint; undefined when it depends on which. */
function certainty({ gains, required }: Constraint, free: readonly Standing[], size: number): Need | undefined {
  const sorted = [...gains.values()].sort(compareAmounts);
  const sum = (some: readonly bigint[]): bigint => some.reduce((so, gain) => so + gain, 0n);
  if (sum(sorted.slice(free.length - size)) >= required) return certain;
  return sum(sorted.slice(0, size)) < required ? never : undefined;
}

function indexesIn(need: Need): readonly number[] {
  return need.kind === 'constraint' ? [need.index] : need.of.flatMap(indexesIn);
}

const mostSelections = 150_000;

function countSelections(
  rows: readonly ClassConstraint[],
  sizes: Numbers,
  size: number,
  terms: Terms,
  budget: Budget,
): bigint | undefined {
  const required = rows.map((row) => row.required);
  const conjunctions = [...terms].map(([bits, times]) => ({
    times: BigInt(times),
    rows: rows.flatMap((_, row) => ((bits >> row) & 1 ? [row] : [])),
  }));
  const order = descending(
    sizes.map((_, index) => rows.reduce((sum, row) => sum + (row.gains[index] as number) / row.required, 0)),
  );
  const placeOf = sizes.map(() => 0);
  for (const [place, index] of order.entries()) placeOf[index] = place;
  const orders = rows.map(({ gains }) => descending(gains));

  const added = (sums: Numbers, index: number, members: number): Numbers =>
    sums.map((sum, row) =>
      Math.min(required[row] as number, sum + members * ((rows[row] as ClassConstraint).gains[index] as number)),
    );

  /** Selections with members of one more class, as far as the classes from one place to another can complete them. */
  const extended = (
    selections: readonly Selection[],
    index: number,
    from: number,
    to: number,
  ): readonly Selection[] => {
    const most = rows.map(({ gains }, row) => {
      const sums = [0];
      for (const other of orders[row] as Numbers) {
        if ((placeOf[other] as number) < from || (placeOf[other] as number) >= to) continue;
        for (let member = 0; member < (sizes[other] as number) && sums.length <= size; member += 1)
          sums.push((sums.at(-1) as number) + (gains[other] as number));
      }
      return sums;
    });
    budget.left -= sizes.length * (rows.length + 1) + size;
    const room = order.slice(from, to).reduce((sum, other) => sum + (sizes[other] as number), 0);
    const ways = binomials(sizes[index] as number, size);
    const merged = mergerFor(required, size);
    for (const selection of selections) {
      for (const [more, times] of ways.entries()) {
        const members = selection.members + more;
        if (members > size) break;
        if (members + room < size) continue;
        const sums = more === 0 ? selection.sums : added(selection.sums, index, more);
        const reaches = (row: number): boolean =>
          (sums[row] as number) + at(most[row] as number[], size - members) >= (required[row] as number);
        if (conjunctions.some((conjunction) => conjunction.rows.every(reaches)))
          merged.add(more === 0 ? selection : { members, sums, ways: selection.ways * times });
      }
      budget.left -= ways.length * (rows.length + 4);
      if (budget.left < 0) break;
    }
    return merged.all();
  };

  let front: readonly Selection[] = [{ members: 0, sums: rows.map(() => 0), ways: 1n }];
  let back = front;
  for (let [next, end] = [0, order.length]; next < end; ) {
    if (front.length <= back.length) {
      next += 1;
      front = extended(front, at(order, next - 1), next, order.length);
    } else {
      end -= 1;
      back = extended(back, order[end] as number, 0, end);
    }
    if (budget.left < 0 || front.length + back.length > mostSelections) return undefined;
  }
  let count = 0n;
  const [fronts, backs] = [bySize(front, size), bySize(back, size)];
  for (const [members, some] of fronts.entries()) {
    const rest = backs[size - members] as Selection[];
    for (const { times, rows: must } of conjunctions) count += times * pairsThatReach(some, rest, must, required);
  }
  return count;
}

function bySize(selections: readonly Selection[], size: number): Selection[][] {
  const groups = Array.from({ length: size + 1 }, (): Selection[] => []);
  for (const selection of selections) (groups[selection.members] as Selection[]).push(selection);
  return groups;
}

/** Collects selections, those of the same members and sums as one where a number can tell them from all others. */
function mergerFor(required: Numbers, size: number) {
  const fits = required.reduce((range, sum) => range * (sum + 1), size + 1) <= Number.MAX_SAFE_INTEGER;
  const known = new Map<number, Selection>();
  const all: Selection[] = [];
  return {
    add(selection: Selection): void {
      if (!fits) {
        all.push(selection);
        return;
      }
      const key = selection.sums.reduce(
        (so, sum, row) => so * ((required[row] as number) + 1) + sum,
        selection.members,
      );
      const before = known.get(key);
      known.set(key, before === undefined ? selection : { ...before, ways: before.ways + selection.ways });
    },
    all: (): readonly Selection[] => (fits ? [...known.values()] : all),
  };
}
