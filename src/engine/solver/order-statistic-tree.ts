import { at } from './program/vectors.ts';

/** A changing selection of amounts with the sum of its largest; every operation takes logarithmic time. */
export interface OrderStatisticTree {
  /** Selects the amount of this rank, or deselects it. */
  set(rank: number, selected: boolean): void;
  /** Sum of the `count` largest selected amounts; undefined if fewer are selected. */
  sumOfLargest(count: number): bigint | undefined;
}

/**
 * The tree of these amounts, all of them selected.
 *
 * @param amounts by rank, the largest first
 */
export function orderStatisticTree(amounts: readonly bigint[]): OrderStatisticTree {
  let width = 1;
  while (width < amounts.length) width *= 2;
  // A binary tree in arrays: the children of a node are 2 * node and 2 * node + 1, the leaves begin at `width`.
  const counts = new Float64Array(2 * width);
  const sums = new Array<bigint>(2 * width).fill(0n);
  const count = (node: number): number => at(counts, node);
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
    sumOfLargest(wanted) {
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
