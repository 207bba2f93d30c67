/** Ascending order of texts by UTF-16 code units, which does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Descending order of amounts. */
export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
