import { decimalText, finest, floorDivide, unitsOf as toUnits } from '../../../text/decimal.ts';

/** Maps values to rows and to parts of a row, such as eighths, in exact arithmetic. */
export interface Scale {
  readonly rows: number;
  /** The number at the floor. */
  readonly base: string;
  /** How many parts a number fills; none for the base alone. */
  levelOf(number: string): number;
  /** The row, counted from below, whose top a number reaches or lies below; below zero for the base. */
  rowOf(number: string): number;
}

const height = 11;

/** Rows above a floor that is not zero. */
const heightFromBase = 12;

/**
 * The number at the floor of a chart. It is zero unless all numbers lie far above it: then it is the highest multiple of
 * a round step that is below them and leaves twelve rows of use, a row being at least one of the finest unit there is.
 *
 * @param numbers exact decimals in text
 */
export function baseOf(numbers: readonly string[]): string {
  const decimals = finest(numbers);
  const all = numbers.map((number) => toUnits(number, decimals));
  const [first = 0n] = all;
  const least = all.reduce((a, b) => (b < a ? b : a), first);
  const greatest = all.reduce(max, first);
  const rows = BigInt(heightFromBase);
  const step = roundStep(max(greatest - least, rows) / 2n);
  const highest = least - 1n < greatest - rows ? least - 1n : greatest - rows;
  const base = floorDivide(highest, step) * step;
  // A floor so near zero would win little room, and hide that the bars begin elsewhere.
  return base * 4n < greatest ? '0' : decimalText(base, decimals);
}

/** The greatest of 1, 2, 5, 10, 20, 50 and so on up to a number of at least one. */
function roundStep(most: bigint): bigint {
  let power = 1n;
  while (power * 10n <= most) power *= 10n;
  return power * (most >= power * 5n ? 5n : most >= power * 2n ? 2n : 1n);
}

/**
 * Lays rows over numbers from the base to the greatest of them, so that one number fills a row to its top: what is
 * needed.
 *
 * @param numbers exact decimals
 * @param aligned the number needed; ignored when it is too small against the greatest
 * @param parts number of parts to a row
 */
export function scaleOf(numbers: readonly string[], aligned: string | undefined, parts: number, base = '0'): Scale {
  const all = aligned === undefined ? numbers : [...numbers, aligned];
  const decimals = finest([...all, base]);
  const unitsOf = (number: string): bigint => toUnits(number, decimals) - toUnits(base, decimals);
  const wantedRows = base === '0' ? height : heightFromBase;
  const greatest = all.reduce((most, number) => max(most, unitsOf(number)), 0n);
  const wanted = aligned === undefined ? 0n : unitsOf(aligned);
  // What is aligned gets at least three rows below it.
  const fits = wanted > 0n && wanted * BigInt(wantedRows) >= 3n * greatest;
  const top = fits ? wanted : greatest;
  const rowsToTop = fits ? (2n * wanted * BigInt(wantedRows) + greatest) / (2n * greatest) : BigInt(wantedRows);
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
  return { rows: greatest === 0n ? 2 : most + 1, base, levelOf, rowOf };
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
