/** Text by code units: the same order everywhere, whatever the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Amounts, the largest first. */
export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
