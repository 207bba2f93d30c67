import { at, itemAt, numberAt } from '../solver/program/vectors.ts';
import { reduced } from './residues.ts';

/** Partial selections of one half that are alike in number: places in the columns of their half. */
export type Places = readonly number[];

/** The last layer of one half, in columns. */
export interface Column {
  /** By row, of each entry. */
  readonly sums: readonly Float64Array[];
  /** By prime, of each entry: how many selections it stands for. */
  readonly ways: readonly Float64Array[];
}

/** By prime, of each entry of a half: how many selections of the other half complete it. */
export type Partners = readonly Float64Array[];

/**
 * Adds to the partners of each entry, for pairs whose sums together reach what these rows require. Divide and conquer
 * on all rows but the last; two pointers along both sides, sorted, for the last.
 *
 * @param rows indexes of the rows; with none, every pair counts
 * @param primes one for each column of ways
 * @returns about how many steps it took
 */
export function addPartners(
  [left, right]: readonly [Column, Column],
  [lefts, rights]: readonly [Places, Places],
  rows: readonly number[],
  required: Readonly<Float64Array>,
  primes: readonly number[],
  [ofLeft, ofRight]: readonly [Partners, Partners],
): number {
  let steps = 0;
  const sumIn = ({ sums }: Column, row: number): Float64Array => itemAt(sums, row);
  const lastRow = rows.at(-1);

  /** All pairs of the places count; those of the right have enough for the first `enough[i]` of the left. */
  const pairUp = (some: Places, others: Places, needs: (place: number, other: number) => boolean): void => {
    steps += (some.length + others.length) * primes.length;
    for (const [which, prime] of primes.entries()) {
      const [waysLeft, waysRight] = [itemAt(left.ways, which), itemAt(right.ways, which)];
      const [forLeft, forRight] = [itemAt(ofLeft, which), itemAt(ofRight, which)];
      let [next, ways] = [0, 0];
      for (const place of some) {
        for (; next < others.length && needs(place, numberAt(others, next)); next += 1)
          ways += at(waysRight, numberAt(others, next));
        forLeft[place] = reduced(at(forLeft, place) + ways, prime);
      }
      [next, ways] = [some.length - 1, 0];
      for (let index = others.length - 1; index >= 0; index -= 1) {
        const other = numberAt(others, index);
        for (; next >= 0 && needs(numberAt(some, next), other); next -= 1) ways += at(waysLeft, numberAt(some, next));
        forRight[other] = reduced(at(forRight, other) + ways, prime);
      }
    }
  };

  const divide = (some: Places, others: Places, which: number): void => {
    if (some.length === 0 || others.length === 0) return;
    const row = rows[which];
    if (row === undefined) {
      pairUp(some, others, () => true);
      return;
    }
    const [gains, rest, need] = [sumIn(left, row), sumIn(right, row), at(required, row)];
    if (row === lastRow) {
      pairUp(some, others, (place, other) => at(gains, place) + at(rest, other) >= need);
      return;
    }
    steps += some.length + others.length;
    const pivot = medianOf(others, (place) => need - at(rest, place));
    const [enough, less]: number[][] = [[], []];
    for (const place of some) (at(gains, place) < pivot ? less : enough)?.push(place);
    const [below, upTo, above]: number[][] = [[], [], []];
    for (const place of others) {
      const lack = need - at(rest, place);
      (lack > pivot ? above : upTo)?.push(place);
      if (lack < pivot) below?.push(place);
    }
    divide(enough ?? [], upTo ?? [], which + 1);
    divide(enough ?? [], above ?? [], which);
    divide(less ?? [], below ?? [], which);
  };

  // For two pointers the left has the least gain first, and the right what lacks least.
  const byLast = (places: Places, { sums }: Column, sign: 1 | -1): Places => {
    if (lastRow === undefined) return places;
    const last = itemAt(sums, lastRow);
    return [...places].sort((a, b) => sign * (at(last, a) - at(last, b)));
  };
  steps += 10 * (lefts.length + rights.length);
  divide(byLast(lefts, left, 1), byLast(rights, right, -1), 0);
  return steps;
}

/** A value near the median of those at these places, from a sample of at most 25. */
function medianOf(places: Places, valueAt: (place: number) => number): number {
  const step = Math.ceil(places.length / 25);
  const sample: number[] = [];
  for (let index = 0; index < places.length; index += step) sample.push(valueAt(numberAt(places, index)));
  sample.sort((a, b) => a - b);
  return numberAt(sample, sample.length >> 1);
}
