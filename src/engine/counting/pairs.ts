import { at, itemAt, type Vector } from '../solver/program/vectors.ts';
import { reduced } from './residues.ts';

/** Places of partial selections in the columns of their half. */
export type Places = Int32Array;

/** The last layer of one half, in columns. */
export interface Column {
  /** By row, of each entry. */
  readonly sums: readonly Vector[];
  /** By modulus, of each entry: how many selections it stands for. */
  readonly ways: readonly Vector[];
}

/** By modulus, of each entry of a half: how many selections of the other half complete it. */
export type Partners = readonly Float64Array[];

/** Pairs of at most this many are compared one by one. */
const fewPairs = 128;

/**
 * Adds to the partners of each entry, for pairs whose sums together reach what these rows require. Divide and conquer
 * on all rows but the last; two pointers along both sides, sorted, for the last.
 *
 * @param conjunction indexes of the rows; with none, every pair counts
 * @param moduli one for each column of ways
 * @returns about how many steps it took
 */
export function addPartners(
  [left, right]: readonly [Column, Column],
  [lefts, rights]: readonly [Places, Places],
  conjunction: readonly number[],
  required: Vector,
  moduli: readonly number[],
  [ofLeft, ofRight]: readonly [Partners, Partners],
): number {
  let steps = 10 * (lefts.length + rights.length);
  const rows: number[] = [];
  for (const row of conjunction) {
    const [fewest, most] = rangeOf(lefts, itemAt(left.sums, row));
    const [least, rest] = rangeOf(rights, itemAt(right.sums, row));
    if (most + rest < at(required, row)) return steps;
    if (fewest + least < at(required, row)) rows.push(row);
  }
  const gains = rows.map((row) => itemAt(left.sums, row));
  const rests = rows.map((row) => itemAt(right.sums, row));
  const needs = Float64Array.from(rows, (row) => at(required, row));
  const last = Math.max(0, rows.length - 1);

  const reaches = (place: number, other: number, from: number): boolean => {
    for (let which = from; which < rows.length; which += 1)
      if (at(gains[which] as Vector, place) + at(rests[which] as Vector, other) < at(needs, which)) return false;
    return true;
  };

  const compareAll = (some: Places, others: Places, from: number): void => {
    steps += some.length * others.length;
    for (const place of some) {
      for (const other of others) {
        if (!reaches(place, other, from)) continue;
        for (let which = 0; which < moduli.length; which += 1) {
          const modulus = moduli[which] as number;
          const [forLeft, forRight] = [ofLeft[which] as Float64Array, ofRight[which] as Float64Array];
          forLeft[place] = reduced(at(forLeft, place) + at(right.ways[which] as Vector, other), modulus);
          forRight[other] = reduced(at(forRight, other) + at(left.ways[which] as Vector, place), modulus);
        }
      }
    }
  };

  /** The last row: both sides are sorted, so that who has enough for one of the right has for all before it. */
  const pairUp = (some: Places, others: Places): void => {
    steps += 2 * (some.length + others.length) * moduli.length;
    for (const [which, modulus] of moduli.entries()) {
      const [waysLeft, waysRight] = [itemAt(left.ways, which), itemAt(right.ways, which)];
      const [forLeft, forRight] = [itemAt(ofLeft, which), itemAt(ofRight, which)];
      let [next, ways] = [0, 0];
      for (const place of some) {
        for (; next < others.length && reaches(place, others[next] as number, last); next += 1)
          ways += at(waysRight, others[next] as number);
        forLeft[place] = reduced(at(forLeft, place) + ways, modulus);
      }
      [next, ways] = [some.length - 1, 0];
      for (let index = others.length - 1; index >= 0; index -= 1) {
        const other = others[index] as number;
        for (; next >= 0 && reaches(some[next] as number, other, last); next -= 1)
          ways += at(waysLeft, some[next] as number);
        forRight[other] = reduced(at(forRight, other) + ways, modulus);
      }
    }
  };

  const divide = (some: Places, others: Places, which: number): void => {
    if (some.length === 0 || others.length === 0) return;
    if (which < last && some.length * others.length <= fewPairs) {
      compareAll(some, others, which);
      return;
    }
    if (which >= last) {
      pairUp(some, others);
      return;
    }
    steps += 3 * (some.length + others.length);
    const [own, rest, need] = [itemAt(gains, which), itemAt(rests, which), at(needs, which)];
    const pivot = medianOf(others, (place) => need - at(rest, place));
    const [enough, less] = [new Int32Array(some.length), new Int32Array(some.length)];
    let [reaching, missing] = [0, 0];
    for (const place of some) {
      if (at(own, place) >= pivot) {
        enough[reaching] = place;
        reaching += 1;
      } else {
        less[missing] = place;
        missing += 1;
      }
    }
    const [upTo, above, below] = [
      new Int32Array(others.length),
      new Int32Array(others.length),
      new Int32Array(others.length),
    ];
    let [few, many, fewer] = [0, 0, 0];
    for (const place of others) {
      const lack = need - at(rest, place);
      if (lack > pivot) {
        above[many] = place;
        many += 1;
        continue;
      }
      upTo[few] = place;
      few += 1;
      if (lack === pivot) continue;
      below[fewer] = place;
      fewer += 1;
    }
    divide(enough.subarray(0, reaching), upTo.subarray(0, few), which + 1);
    divide(enough.subarray(0, reaching), above.subarray(0, many), which);
    divide(less.subarray(0, missing), below.subarray(0, fewer), which);
  };

  // For two pointers the left has the least gain first, and the right what lacks least.
  const byLast = (places: Places, sums: readonly Vector[], sign: 1 | -1): Places => {
    const values = sums[last];
    return values === undefined ? places : places.toSorted((a, b) => sign * (at(values, a) - at(values, b)));
  };
  divide(byLast(lefts, gains, 1), byLast(rights, rests, -1), 0);
  return steps;
}

/** The least and the largest of the values at these places. */
function rangeOf(places: Places, values: Vector): readonly [least: number, most: number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const place of places) {
    least = Math.min(least, at(values, place));
    most = Math.max(most, at(values, place));
  }
  return [least, most];
}

/** A value near the median of those at these places, from a sample of at most 25. */
function medianOf(places: Places, valueAt: (place: number) => number): number {
  const step = Math.ceil(places.length / 25);
  const sample: number[] = [];
  for (let index = 0; index < places.length; index += step) sample.push(valueAt(places[index] as number));
  sample.sort((a, b) => a - b);
  return sample[sample.length >> 1] as number;
}
