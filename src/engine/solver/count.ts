import type { Standing } from '../../model/snapshot.ts';
import { compareAmounts } from '../../text/compare.ts';
import type { Constraint } from '../rule/constraints.ts';
import type { Budget } from './branch-and-bound.ts';
import { binomials, countPairs, type PartialSelections } from './count-pairs.ts';
import { type Coefficients, inclusionExclusion } from './inclusion-exclusion.ts';
import { alwaysMet, type Need, neverMet, type Requirement, substituted } from './requirement.ts';
import { mostSets, type SmallestSets } from './smallest-sets.ts';
import { type ClassConstraint, classConstraints, symmetryClasses } from './symmetry.ts';
import { at, descending, itemAt, numberAt, type Vector } from './vectors.ts';

/**
 * The number of smallest sets, by meeting in the middle: members in all or in none of them are set aside, the others
 * are divided into two halves, and the partial selections of one half are paired with those of the other that
 * complete them.
 *
 * @returns undefined when the budget is used up, or the need has too many parts
 */
export function countSmallestSets(
  { movers, constraints, need }: Requirement,
  smallest: SmallestSets,
  budget: Budget,
): bigint | undefined {
  const { necessary, possible, sets } = smallest;
  if (sets.length < mostSets) return BigInt(sets.length);
  const size = smallest.size - necessary.size;
  const free = movers.filter(({ code }) => possible.has(code) && !necessary.has(code));
  const residuals = constraints.map((constraint) => residual(constraint, necessary, free));
  const rest = substituted(
    need,
    (index) => decided(itemAt(residuals, index), free, size) ?? { kind: 'constraint', index },
  );
  const used = [...new Set(indexesIn(rest))];
  const open = used.map((index) => itemAt(residuals, index));
  const coefficients = inclusionExclusion(
    substituted(rest, (index) => ({ kind: 'constraint', index: used.indexOf(index) })),
  );
  if (coefficients === undefined) return undefined;
  const classes = symmetryClasses(free, open, () => true);
  const sizes = Float64Array.from(classes, (members) => members.length);
  const count = (rows: readonly ClassConstraint[]): bigint | undefined =>
    countSelections(rows, sizes, size, coefficients, budget);
  const lenient = classConstraints(open, classes, true);
  const counted = count(lenient);
  if (!lenient.some(({ rounded }) => rounded)) return counted;
  // Lenient rounding may count too many, strict rounding too few: where both agree, the count is exact.
  return counted === count(classConstraints(open, classes, false)) ? counted : undefined;
}

/** What a constraint still asks of the free members when the necessary ones are in. */
function residual(
  { gains, required }: Constraint,
  necessary: ReadonlySet<string>,
  free: readonly Standing[],
): Constraint {
  let left = required;
  for (const [code, gain] of gains) if (necessary.has(code)) left -= gain;
  return { gains: new Map(free.map(({ code }) => [code, gains.get(code) ?? 0n])), required: left };
}

/** Whether all sets of this size meet a constraint, or none; undefined when it depends on the set. */
function decided({ gains, required }: Constraint, free: readonly Standing[], size: number): Need | undefined {
  const sorted = [...gains.values()].sort(compareAmounts);
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, amount) => all + amount, 0n);
  if (sum(sorted.slice(free.length - size)) >= required) return alwaysMet;
  return sum(sorted.slice(0, size)) < required ? neverMet : undefined;
}

function indexesIn(need: Need): readonly number[] {
  return need.kind === 'constraint' ? [need.index] : need.of.flatMap(indexesIn);
}

/** The most entries that both halves may have together. */
const mostEntries = 150_000;

/** The number of selections of `size` members that meet the need, by its coefficients. */
function countSelections(
  rows: readonly ClassConstraint[],
  sizes: Vector,
  size: number,
  coefficients: Coefficients,
  budget: Budget,
): bigint | undefined {
  const required = Float64Array.from(rows, (row) => row.required);
  const conjunctions = [...coefficients].map(([bits, times]) => ({
    times: BigInt(times),
    rows: rows.flatMap((_, row) => ((bits >> row) & 1 ? [row] : [])),
  }));
  const order = descending(
    sizes.map((_, index) => rows.reduce((sum, row) => sum + at(row.gains, index) / row.required, 0)),
  );
  const placeOf = new Float64Array(sizes.length);
  for (const [place, index] of order.entries()) placeOf[index] = place;
  const orders = rows.map(({ gains }) => descending(gains));

  const added = (sums: readonly number[], index: number, members: number): readonly number[] =>
    sums.map((sum, row) => Math.min(at(required, row), sum + members * at(itemAt(rows, row).gains, index)));

  /** A half with one class more, without what the classes at the places `from` up to `to` could not complete. */
  const extended = (
    half: readonly PartialSelections[],
    index: number,
    from: number,
    to: number,
  ): readonly PartialSelections[] => {
    /** By row and number of members: the most that the classes still to come can gain. */
    const most = rows.map(({ gains }, row) => {
      const sums = new Float64Array(size + 1);
      let members = 0;
      for (const other of itemAt(orders, row)) {
        if (at(placeOf, other) < from || at(placeOf, other) >= to) continue;
        for (let member = 0; member < at(sizes, other) && members < size; member += 1) {
          sums[members + 1] = at(sums, members) + at(gains, other);
          members += 1;
        }
      }
      return sums;
    });
    budget.left -= sizes.length * (rows.length + 1) + size;
    const room = order.slice(from, to).reduce((sum, other) => sum + at(sizes, other), 0);
    const ways = binomials(at(sizes, index), size);
    const merged = mergerFor(required, size);
    for (const entry of half) {
      for (const [more, times] of ways.entries()) {
        const members = entry.members + more;
        if (members > size) break;
        if (members + room < size) continue;
        const sums = more === 0 ? entry.sums : added(entry.sums, index, more);
        const reaches = (row: number): boolean =>
          numberAt(sums, row) + at(itemAt(most, row), size - members) >= at(required, row);
        if (conjunctions.some((conjunction) => conjunction.rows.every(reaches)))
          merged.add(more === 0 ? entry : { members, sums, ways: entry.ways * times });
      }
      budget.left -= ways.length * (rows.length + 4);
      if (budget.left < 0) break;
    }
    return merged.all();
  };

  let left: readonly PartialSelections[] = [{ members: 0, sums: rows.map(() => 0), ways: 1n }];
  let right = left;
  for (let [next, end] = [0, order.length]; next < end; ) {
    if (left.length <= right.length) {
      next += 1;
      left = extended(left, numberAt(order, next - 1), next, order.length);
    } else {
      end -= 1;
      right = extended(right, numberAt(order, end), 0, end);
    }
    if (budget.left < 0 || left.length + right.length > mostEntries) return undefined;
  }
  let count = 0n;
  const [lefts, rights] = [bySize(left, size), bySize(right, size)];
  for (const [members, some] of lefts.entries()) {
    const rest = itemAt(rights, size - members);
    for (const { times, rows: must } of conjunctions) count += times * countPairs(some, rest, must, required);
  }
  return count;
}

/** The entries of a half by their number of members, from none to `size`. */
function bySize(half: readonly PartialSelections[], size: number): PartialSelections[][] {
  const groups = Array.from({ length: size + 1 }, (): PartialSelections[] => []);
  for (const entry of half) itemAt(groups, entry.members).push(entry);
  return groups;
}

/** Collects entries, and merges those with equal members and sums where one number can hold both as a key. */
function mergerFor(required: Vector, size: number) {
  const fits = required.reduce((range, sum) => range * (sum + 1), size + 1) <= Number.MAX_SAFE_INTEGER;
  const known = new Map<number, PartialSelections>();
  const all: PartialSelections[] = [];
  return {
    add(entry: PartialSelections): void {
      if (!fits) {
        all.push(entry);
        return;
      }
      const key = entry.sums.reduce((above, sum, row) => above * (at(required, row) + 1) + sum, entry.members);
      const before = known.get(key);
      known.set(key, before === undefined ? entry : { ...before, ways: before.ways + entry.ways });
    },
    all: (): readonly PartialSelections[] => (fits ? [...known.values()] : all),
  };
}
