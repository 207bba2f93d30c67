/** An exact number: a numerator and a denominator above zero. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** Zero. */
export const zero: Fraction = [0n, 1n];

/** The number in a decimal. */
export function fractionIn(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}

/** The sum of two numbers. */
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
/** The difference of two numbers. */
export const minus = (a: Fraction, [c, d]: Fraction): Fraction => plus(a, [-c, d]);
/** The product of two numbers. */
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
/** The sign of a difference. */
export const compare = ([a, b]: Fraction, [c, d]: Fraction): number => Number(a * d > c * b) - Number(a * d < c * b);
/** The greater of two numbers. */
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) > 0 ? a : b);

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The greatest number that divides two numbers of zero or more. */
export const commonDivisor = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [gcd(a * d, c * b), b * d];

/** The largest multiple of a step that is no more than a number. */
export function roundedDown([a, b]: Fraction, [c, d]: Fraction): Fraction {
  const [numerator, denominator] = [a * d, b * c];
  const rest = ((numerator % denominator) + denominator) % denominator;
  return times([(numerator - rest) / denominator, 1n], [c, d]);
}

/** A number as a reduced fraction in text, to compare. */
export function textOf([a, b]: Fraction): string {
  const divisor = gcd(a < 0n ? -a : a, b);
  return `${a / divisor}/${b / divisor}`;
}
