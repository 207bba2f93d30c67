import { decimalsOf, units } from '../../../text/numerals.ts';

/** Maps values to rows and to parts of a row, such as eighths, in exact arithmetic. */
export interface Scale {
  readonly rows: number;
  /** Number of parts that a value fills; zero for zero and below, at least one for any other value. */
  levelOf(number: string): number;
  /** Zero-based row, counted from below, that contains the top of a value; -1 for zero and below. */
  rowOf(number: string): number;
}

const height = 11;

/**
 * A scale from zero to the greatest number, on which the aligned number ends at the top of a row.
 *
 * @param numbers exact decimals
 * @param aligned the number needed; ignored when it is too small against the greatest
 * @param parts number of parts to a row
 */
export function scaleOf(numbers: readonly string[], aligned: string | undefined, parts: number): Scale {
  const all = aligned === undefined ? numbers : [...numbers, aligned];
  const decimals = all.reduce((most, number) => Math.max(most, decimalsOf(number)), 0);
  const unitsOf = (number: string): bigint => units(number, decimals);
  const greatest = all.reduce((most, number) => (unitsOf(number) > most ? unitsOf(number) : most), 0n);
  const wanted = aligned === undefined ? 0n : unitsOf(aligned);
  // At least three rows lie below the aligned number.
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
