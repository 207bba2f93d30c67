/** The amounts of a changing selection, and what the largest of them add up to; every answer takes logarithmic time. */
export interface RankTree {
  /** Puts the amount of this rank into the selection, or takes it out. */
  set(rank: number, selected: boolean): void;
  /** What the largest so many of the selection add up to; undefined when there are not so many. */
  largest(count: number): bigint | undefined;
}

/** @param amounts by rank, the largest first; all are selected at first */
export function rankTreeOf(amounts: readonly bigint[]): RankTree {
  let width = 1;
  while (width < amounts.length) width *= 2;
  const counts = new Array<number>(2 * width).fill(0);
  const sums = new Array<bigint>(2 * width).fill(0n);
  const count = (node: number): number => counts[node] as number;
  const sum = (node: number): bigint => sums[node] as bigint;
  const refresh = (node: number): void => {
    counts[node] = count(2 * node) + count(2 * node + 1);
    sums[node] = sum(2 * node) + sum(2 * node + 1);
  };
  for (const [rank, amount] of amounts.entries()) {
    counts[width + rank] = 1;
    sums[width + rank] = amount;
  }
  for (let node = width - 1; node > 0; node -= 1) refresh(node);
  return {
    set(rank, selected) {
      let node = width + rank;
      counts[node] = selected ? 1 : 0;
      sums[node] = selected ? (amounts[rank] as bigint) : 0n;
      for (node >>= 1; node > 0; node >>= 1) refresh(node);
    },
    largest(wanted) {
      if (wanted < 0 || wanted > count(1)) return undefined;
      let left = wanted;
      let whole = 0n;
      let node = 1;
      while (left > 0 && node < width) {
        node *= 2;
        if (left < count(node)) continue;
        left -= count(node);
        whole += sum(node);
        node += 1;
      }
      return left > 0 ? whole + sum(node) : whole;
    },
  };
}
