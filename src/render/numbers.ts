/** Digits in groups of three: `451,028,881`, `2.02`. */
export function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** The part in hundredths of a percent, rounded down so that 64.999% never looks like 65%: `66.07%`. */
export function percentText(part: string, whole: string): string | undefined {
  const decimals = Math.max(decimalsOf(part), decimalsOf(whole));
  const [above, below] = [units(part, decimals), units(whole, decimals)];
  if (below === 0n) return undefined;
  const hundredths = ((above * 10_000n) / below).toString().padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}%`;
}

const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

function units(number: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** `one member`, `3 members`: the word in its number. */
export function plural(count: string | number, one: string, many = `${one}s`): string {
  return String(count) === '1' ? `${count} ${one}` : `${count} ${many}`;
}
