import { decimalsOf, units } from '../../../text/numerals.ts';

/** The heights of a chart, exact whatever the numbers: in rows, and in the parts of which a row has so many. */
export interface Scale {
  readonly rows: number;
  /** How many parts a number fills; none for zero alone. */
  levelOf(number: string): number;
  /** The row, counted from below, whose top a number reaches or lies below; below zero for zero. */
  rowOf(number: string): number;
}

const height = 11;

/**
 * Lays rows over numbers from zero to the greatest of them, so that one number fills a row to its top: what is needed.
 *
 * @param numbers exact decimals in text
 * @param aligned the number in question; what does not matter beside the greatest is not aligned
 * @param parts how many there are to a row
 */
export function scaleOf(numbers: readonly string[], aligned: string | undefined, parts: number): Scale {
  const all = aligned === undefined ? numbers : [...numbers, aligned];
  const decimals = all.reduce((most, number) => Math.max(most, decimalsOf(number)), 0);
  const unitsOf = (number: string): bigint => units(number, decimals);
  const greatest = all.reduce((most, number) => (unitsOf(number) > most ? unitsOf(number) : most), 0n);
  const wanted = aligned === undefined ? 0n : unitsOf(aligned);
  // What is aligned gets at least three rows below it.
  const fits = wanted > 0n && wanted * BigInt(height) >= 3n * greatest;
  const top = fits ? wanted : greatest;
  const rowsToTop = fits ? (2n * wanted * BigInt(height) + greatest) / (2n * greatest) : BigInt(height);
  const partsOf = (number: string): bigint => unitsOf(number) * BigInt(parts) * rowsToTop;
  const levelOf = (number: string): number => {
    if (top === 0n || unitsOf(number) <= 0n) return 0;
    return Number(max(1n, partsOf(number) / top));
  };
  const rowOf = (number: string): number => {
    if (top === 0n || unitsOf(number) <= 0n) return -1;
    return Number((unitsOf(number) * rowsToTop + top - 1n) / top) - 1;
  };
  const most = all.reduce((highest, number) => Math.max(highest, rowOf(number)), 0);
  return { rows: greatest === 0n ? 2 : most + 1, levelOf, rowOf };
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
