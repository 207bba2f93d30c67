/** An exact decimal: `units` times 10^-`decimals`. */
export interface Decimal {
  readonly units: bigint;
  readonly decimals: number;
}

/** The exact decimal in a text such as `10551707` or `2.02`. */
export function decimal(text: string): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), decimals: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), decimals: text.length - point - 1 };
}

/** A number in units of 10^-`decimals`. It must not have more decimals than that. */
export function unitsOf(text: string, decimals: number): bigint {
  const number = decimal(text);
  return number.units * 10n ** BigInt(decimals - number.decimals);
}

/** The largest number of decimals among numbers; 0 if there are none. */
export function finest(texts: Iterable<string>): number {
  let decimals = 0;
  for (const text of texts) {
    const point = text.indexOf('.');
    if (point >= 0) decimals = Math.max(decimals, text.length - point - 1);
  }
  return decimals;
}

/** Units of 10^-`decimals` as text, without trailing zeros after the point. */
export function decimalText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** The quotient, rounded towards negative infinity. The divisor must be positive. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return quotient * divisor > dividend ? quotient - 1n : quotient;
}

/** The quotient, rounded towards positive infinity. The divisor must be positive. */
export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return -floorDivide(-dividend, divisor);
}

/** The greatest common divisor; of a number and zero, the number. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}
