import { ceilDivide, floorDivide } from './decimal.ts';

/** A number with its whole digits in groups of three: `451,028,881`, `2.02`. */
export function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** A ratio of two whole numbers; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Ratios on whose own side a share must be seen to be, however near it is. */
export interface Edges {
  /** The share is below it. */
  readonly under?: Ratio;
  /** The share is above it. */
  readonly over?: Ratio;
}

const hundredthsOf = 10_000n;

/**
 * A share in percent, rounded half up to hundredths: `36.96%`. What is short of the whole never looks like 100%, and what
 * is on one side of an edge never looks as if it were on it: 64.999% is not 65%.
 *
 * @returns undefined for a share of nothing
 */
export function percentText(part: string, whole: string, { under, over }: Edges = {}): string | undefined {
  const decimals = Math.max(decimalsOf(part), decimalsOf(whole));
  const [above, below] = [units(part, decimals), units(whole, decimals)];
  if (below === 0n) return undefined;
  let hundredths = floorDivide(2n * above * hundredthsOf + below, 2n * below);
  if (above < below && hundredths >= hundredthsOf) hundredths = hundredthsOf - 1n;
  if (under !== undefined) {
    const most = ceilDivide(under.numerator * hundredthsOf, under.denominator) - 1n;
    if (hundredths > most) hundredths = most;
  }
  if (over !== undefined) {
    const least = floorDivide(over.numerator * hundredthsOf, over.denominator) + 1n;
    if (hundredths < least) hundredths = least;
  }
  return hundredthsText(hundredths);
}

/** Hundredths of a percent: `66.07%`. */
function hundredthsText(hundredths: bigint): string {
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}

/** The number of decimals of a decimal in text. */
export const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

/** A decimal in units of 10^-`decimals`; it must not have more decimals than that. It may be negative. */
export function units(number: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** A count and its noun in singular or plural: `1 member`, `3 members`. */
export function plural(count: string | number, one: string, many = `${one}s`): string {
  return String(count) === '1' ? `${count} ${one}` : `${count} ${many}`;
}

const thousands = ['', 'k', 'M', 'bn', 'tn'];

/** A number in at most seven cells, cut off and not rounded: `32`, `12,345`, `451.0M`. */
export function compact(number: string): string {
  const [whole = ''] = number.split('.');
  const text = grouped(number);
  if (text.length <= 6) return text;
  const power = Math.floor((whole.length - 1) / 3);
  const unit = thousands[power];
  if (unit === undefined) return `1e${whole.length - 1}`;
  const digits = whole.length - 3 * power;
  return power === 0 ? `${number.slice(0, 6)}` : `${whole.slice(0, digits)}.${whole.slice(digits, digits + 1)}${unit}`;
}
