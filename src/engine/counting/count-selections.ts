import { at, descending, itemAt, type Vector } from '../solver/program/vectors.ts';
import type { CountingLimits, CountingProblem } from './counting-problem.ts';
import type { Coefficients } from './inclusion-exclusion.ts';
import { halvesOf, type Layer } from './layers.ts';
import { addPartners, type Column, type Places } from './pairs.ts';
import { binomials, fromResidues, moduliFor, reduced, residueOf } from './residues.ts';
import { type Arithmetic, waysOf, weighed } from './sweeps.ts';

/** The selections that meet a need, each times its weight. */
export interface Totals {
  readonly total: bigint;
  /** By class: the same, times how many members of the class a selection has. */
  readonly byClass: readonly bigint[];
}

/** What a selection of a number of members weighs; not below zero. */
export type SizeWeight = (members: number) => bigint;

/** A conjunction of rows, and how often what meets it counts. */
interface Term {
  readonly times: bigint;
  readonly rows: readonly number[];
}

/**
 * The number of selections that meet a need, by meeting in the middle: the classes are divided into two halves, and the
 * partial selections of one half are paired with those of the other that complete them. A sweep back through the halves
 * tells how many of the selections hold each class.
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
  const { gains, required, sizes, upper } = problem;
  const terms = [...coefficients].map(([bits, times]): Term => {
    return { times: BigInt(times), rows: gains.flatMap((_, row) => ((bits >> row) & 1 ? [row] : [])) };
  });
  const worth = sizes.map((_, index) =>
    gains.reduce((sum, row, which) => sum + at(row, index) / at(required, which), 0),
  );
  const order = descending(worth).filter((index) => at(upper, index) > 0);
  const halves = halvesOf({ ...problem, conjunctions: terms.map(({ rows }) => rows) }, order, limits);
  if (halves === undefined) return undefined;

  const moduli = moduliFor(mostWeight(problem, terms, weights));
  const arithmetics = moduli.map((modulus): Arithmetic => ({ modulus, choose: binomials(sizes, modulus) }));
  const lasts = halves.map(({ layers }) => layers.at(-1) as Layer) as [Layer, Layer];
  const edges = halves.flatMap(({ extensions }) => extensions).reduce((sum, { from }) => sum + from.length, 0);
  limits.budget.left -= edges * moduli.length * (2 + weights.length);
  if (limits.budget.left < 0) return undefined;
  // Only the last layer is kept for each modulus; the others are swept again, since together they may be too large.
  const columns = halves.map((half, side): Column => {
    const ways = arithmetics.map((arithmetic) => waysOf(half, arithmetic).at(-1) as Vector);
    return { sums: itemAt(lasts, side).sums, ways };
  }) as [Column, Column];
  const adjoints = adjointsOf(problem, terms, weights, columns, lasts, moduli, limits);
  if (adjoints === undefined) return undefined;
  const found = arithmetics.map((arithmetic, index) =>
    halves.map((half, side) => {
      const ways = waysOf(half, arithmetic);
      return weights.map((_, which) =>
        weighed(half, ways, itemAt(itemAt(itemAt(adjoints, which), side), index), arithmetic),
      );
    }),
  );
  return weights.map((_, which): Totals => {
    const sides = found.map((halvesOfOne) => halvesOfOne.map((byWeight) => itemAt(byWeight, which)));
    return {
      total: fromResidues(
        sides.map((both) => itemAt(both, 0).total),
        moduli,
      ),
      byClass: Array.from(sizes.keys(), (index) =>
        fromResidues(
          sides.map((both) => both.reduce((sum, { byClass }) => sum + (byClass.get(index) ?? 0), 0)),
          moduli,
        ),
      ),
    };
  });
}

/** By weight, half and modulus, of each entry of the last layer: what the selections of the other half weigh with it. */
function adjointsOf(
  { required, quotas }: Omit<CountingProblem, 'conjunctions'>,
  terms: readonly Term[],
  weights: readonly SizeWeight[],
  columns: readonly [Column, Column],
  lasts: readonly [Layer, Layer],
  moduli: readonly number[],
  { budget }: CountingLimits,
): readonly (readonly (readonly Vector[])[])[] | undefined {
  const perEntry = (): Float64Array[][] => lasts.map(({ length }) => moduli.map(() => new Float64Array(length)));
  const adjoints = weights.map(perEntry);
  const partners = perEntry() as [Float64Array[], Float64Array[]];
  for (const [members, ...places] of sizePairs(lasts, quotas)) {
    for (const { times, rows } of terms) {
      budget.left -= addPartners(columns, places, rows, required, moduli, partners);
      if (budget.left < 0) return undefined;
      for (const [side, own] of places.entries()) {
        for (const [index, modulus] of moduli.entries()) {
          const found = itemAt(itemAt(partners, side), index);
          for (const [which, weight] of weights.entries()) {
            const factor = residueOf(times * weight(members), modulus);
            const into = itemAt(itemAt(itemAt(adjoints, which), side), index);
            for (const place of own)
              into[place] = reduced(at(into, place) + reduced(at(found, place) * factor, modulus), modulus);
          }
          for (const place of own) found[place] = 0;
        }
      }
    }
  }
  return adjoints;
}

/** At least as much as all numbers that come up: what all selections within the bounds weigh, times their members. */
function mostWeight(
  { sizes, upper, levels, quotas }: Omit<CountingProblem, 'conjunctions'>,
  terms: readonly Term[],
  weights: readonly SizeWeight[],
): bigint {
  const roomOf = (level: number): number =>
    sizes.reduce((sum, size, index) => sum + (at(levels, index) === level && at(upper, index) > 0 ? size : 0), 0);
  const selections =
    quotas === undefined
      ? 2n ** BigInt(roomOf(0))
      : quotas.reduce((product, quota, level) => product * ways(roomOf(level), quota), 1n);
  const members = sizes.reduce((sum, size) => sum + size, 0);
  const numbers = quotas === undefined ? Array.from({ length: members + 1 }, (_, index) => index) : [members];
  const heaviest = weights
    .flatMap((weight) => numbers.map(weight))
    .reduce((most, one) => (one > most ? one : most), 1n);
  const spread = terms.reduce((sum, { times }) => sum + (times < 0n ? -times : times), 0n);
  return spread * heaviest * BigInt(members + 1) * selections;
}

/** How many ways there are to choose some of a number. */
function ways(number: number, some: number): bigint {
  let product = 1n;
  for (let chosen = 1; chosen <= some; chosen += 1) product = (product * BigInt(number - chosen + 1)) / BigInt(chosen);
  return product;
}

/** Places of both halves whose numbers of members add up to the quotas, or to any size, and the size of the sum. */
function* sizePairs(
  [left, right]: readonly [Layer, Layer],
  quotas: readonly number[] | undefined,
): Generator<readonly [members: number, lefts: Places, rights: Places]> {
  const [lefts, rights] = [byMembers(left, quotas), byMembers(right, quotas)];
  const size = quotas?.reduce((sum, quota) => sum + quota, 0);
  const whole = quotas && keyOf(quotas, quotas);
  for (const [some, places] of lefts) {
    if (whole === undefined) for (const [more, others] of rights) yield [some + more, places, others];
    else yield [size as number, places, rights.get(whole - some) ?? new Int32Array()];
  }
}

/** Numbers of members of each level as one number; sums of numbers within the quotas are sums of keys. */
function keyOf(members: readonly number[], quotas: readonly number[] | undefined): number {
  return members.reduce((key, number, level) => key * ((quotas?.[level] ?? 0) + 1) + number, 0);
}

/** The entries of a layer by their numbers of members, as a key; of selections of any size, by how many they are. */
function byMembers({ length, members }: Layer, quotas: readonly number[] | undefined): Map<number, Places> {
  const groups = new Map<number, number[]>();
  const own = members.map(() => 0);
  for (let entry = 0; entry < length; entry += 1) {
    for (const [level, column] of members.entries()) own[level] = column[entry] as number;
    const key = keyOf(own, quotas);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  return new Map([...groups].map(([key, places]) => [key, Int32Array.from(places)]));
}
