import { at, descending, itemAt } from '../solver/program/vectors.ts';
import type { Coefficients } from './inclusion-exclusion.ts';
import { type CountingLimits, type CountingProblem, type Half, halvesOf, type Layer } from './layers.ts';
import { addPartners, type Column } from './pairs.ts';
import { binomials, fromResidues, primesFor, reduced, residueOf } from './residues.ts';

/** The selections that meet a need, each times its weight. */
export interface Totals {
  readonly total: bigint;
  /** By class: the same, times how many members of the class a selection has. */
  readonly byClass: readonly bigint[];
}

/** What a selection of a number of members weighs; not below zero. */
export type SizeWeight = (members: number) => bigint;

/**
 * The number of selections that meet a need, by meeting in the middle: the classes are divided into two halves, and the
 * partial selections of one half are paired with those of the other that complete them. Going back through the halves
 * tells how many of the selections hold each class, as reverse differentiation does.
 *
 * @param coefficients of the conjunctions of rows that make up the need
 * @param weights one total is made for each
 * @returns undefined when a limit is reached
 */
export function countSelections(
  problem: Omit<CountingProblem, 'conjunctions'>,
  coefficients: Coefficients,
  weights: readonly SizeWeight[],
  limits: CountingLimits,
): readonly Totals[] | undefined {
  const { gains, required, sizes, upper, quotas } = problem;
  const terms = [...coefficients].map(([bits, times]) => ({
    times: BigInt(times),
    rows: gains.flatMap((_, row) => ((bits >> row) & 1 ? [row] : [])),
  }));
  const worth = sizes.map((_, index) =>
    gains.reduce((sum, row, which) => sum + at(row, index) / (at(required, which) || 1), 0),
  );
  const order = descending(worth).filter((index) => at(upper, index) > 0);
  const halves = halvesOf({ ...problem, conjunctions: terms.map(({ rows }) => rows) }, order, limits);
  if (halves === undefined) return undefined;

  const members = sizes.reduce((sum, size) => sum + size, 0);
  const heaviest = weights.map((weight) => {
    const possible =
      quotas === undefined
        ? Array.from({ length: members + 1 }, (_, index) => index)
        : [quotas.reduce((a, b) => a + b, 0)];
    return possible.map(weight).reduce((most, one) => (one > most ? one : most), 1n);
  });
  const most =
    heaviest.reduce((all, one) => (one > all ? one : all), 1n) * BigInt(members + 1) * allSelections(problem);
  const primes = primesFor(most);
  const chosen = primes.map((prime) => binomials(sizes, prime));

  /** By prime, of each entry of each layer: how many selections it stands for. */
  const waysOf = ({ layers, extensions }: Half): Float64Array[][] =>
    primes.map((prime, which) => {
      const all = [new Float64Array([1])];
      for (const [step, { index, from, more, to }] of extensions.entries()) {
        const [before, after] = [itemAt(all, step), new Float64Array(itemAt(layers, step + 1).length)];
        const choose = itemAt(itemAt(chosen, which), index);
        for (let edge = 0; edge < from.length; edge += 1) {
          const target = to[edge] as number;
          const ways = at(before, from[edge] as number) * at(choose, more[edge] as number);
          after[target] = reduced(at(after, target) + reduced(ways, prime), prime);
        }
        all.push(after);
      }
      return all;
    });
  const ways = halves.map(waysOf) as [Float64Array[][], Float64Array[][]];
  const lasts = halves.map(({ layers }) => layers.at(-1) as Layer) as [Layer, Layer];
  const columns = lasts.map(({ sums }, half): Column => {
    return { sums, ways: itemAt(ways, half).map((layers) => layers.at(-1) as Float64Array) };
  }) as [Column, Column];
  const budget = limits.budget;
  for (const { layers } of halves) budget.left -= layers.reduce((sum, { length }) => sum + length, 0) * primes.length;

  // By weight, half and prime, of each entry: what the selections weigh that complete it.
  const perPrime = (): Float64Array[][] => lasts.map(({ length }) => primes.map(() => new Float64Array(length)));
  const adjoints = weights.map(perPrime);
  const partners = perPrime() as [Float64Array[], Float64Array[]];
  for (const [number, lefts, rights] of sizePairs(lasts, quotas)) {
    for (const { times, rows } of terms) {
      budget.left -= addPartners(columns, [lefts, rights], rows, required, primes, partners);
      if (budget.left < 0) return undefined;
      for (const [which, weight] of weights.entries()) {
        const factor = times * weight(number);
        for (const [half, places] of [lefts, rights].entries()) {
          for (const [index, prime] of primes.entries()) {
            const [found, into] = [
              itemAt(itemAt(partners, half), index),
              itemAt(itemAt(itemAt(adjoints, which), half), index),
            ];
            const residue = residueOf(factor, prime);
            for (const place of places)
              into[place] = reduced(at(into, place) + reduced(at(found, place) * residue, prime), prime);
          }
        }
      }
      for (const [half, places] of [lefts, rights].entries())
        for (const found of itemAt(partners, half)) for (const place of places) found[place] = 0;
    }
  }

  return weights.map((_, which) => {
    const residues = primes.map((prime, index) => {
      const byClass = new Float64Array(sizes.length);
      let total = 0;
      for (const [half, { layers, extensions }] of halves.entries()) {
        const own = itemAt(itemAt(ways, half), index);
        let adjoint = itemAt(itemAt(itemAt(adjoints, which), half), index);
        for (let step = extensions.length - 1; step >= 0; step -= 1) {
          const { index: of, from, more, to } = itemAt(extensions, step);
          const before = itemAt(own, step);
          const next = new Float64Array(itemAt(layers, step).length);
          const choose = itemAt(itemAt(chosen, index), of);
          let held = 0;
          for (let edge = 0; edge < from.length; edge += 1) {
            const [source, number] = [from[edge] as number, more[edge] as number];
            const share = reduced(at(adjoint, to[edge] as number) * at(choose, number), prime);
            next[source] = reduced(at(next, source) + share, prime);
            held = reduced(held + reduced(reduced(share * at(before, source), prime) * number, prime), prime);
          }
          byClass[of] = held;
          adjoint = next;
        }
        total = at(adjoint, 0);
      }
      return { total, byClass };
    });
    return {
      total: fromResidues(
        residues.map(({ total }) => total),
        primes,
      ),
      byClass: [...sizes.keys()].map((index) =>
        fromResidues(
          residues.map(({ byClass }) => at(byClass, index)),
          primes,
        ),
      ),
    };
  });
}

/** At least as many as there are selections within the bounds. */
function allSelections({
  sizes,
  upper,
  levels,
  quotas,
}: Pick<CountingProblem, 'sizes' | 'upper' | 'levels' | 'quotas'>): bigint {
  const roomOf = (level: number): number =>
    sizes.reduce((sum, size, index) => sum + (at(levels, index) === level && at(upper, index) > 0 ? size : 0), 0);
  if (quotas === undefined) return 2n ** BigInt(roomOf(0));
  return quotas.reduce((product, quota, level) => product * choose(roomOf(level), quota), 1n);
}

function choose(from: number, some: number): bigint {
  let ways = 1n;
  for (let chosen = 1; chosen <= some; chosen += 1) ways = (ways * BigInt(from - chosen + 1)) / BigInt(chosen);
  return ways;
}

/** Places of both halves whose numbers of members add up to the quotas, or to any size, and the size of the sum. */
function* sizePairs(
  [left, right]: readonly [Layer, Layer],
  quotas: readonly number[] | undefined,
): Generator<readonly [members: number, lefts: readonly number[], rights: readonly number[]]> {
  const [lefts, rights] = [byMembers(left, quotas), byMembers(right, quotas)];
  const size = quotas?.reduce((sum, quota) => sum + quota, 0);
  const whole = quotas && keyOf(quotas, quotas);
  for (const [some, places] of lefts) {
    if (whole === undefined) for (const [more, others] of rights) yield [some + more, places, others];
    else yield [size as number, places, rights.get(whole - some) ?? []];
  }
}

/** Numbers of members of each level as one number; sums of numbers within the quotas are sums of keys. */
function keyOf(members: readonly number[], quotas: readonly number[] | undefined): number {
  return members.reduce((key, number, level) => key * ((quotas?.[level] ?? 0) + 1) + number, 0);
}

/** The entries of a layer by their numbers of members, as a key; of selections of any size, by how many they are. */
function byMembers({ length, members }: Layer, quotas: readonly number[] | undefined): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  const own = members.map(() => 0);
  for (let entry = 0; entry < length; entry += 1) {
    for (const [level, column] of members.entries()) own[level] = column[entry] as number;
    const key = keyOf(own, quotas);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  return groups;
}
