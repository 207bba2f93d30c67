/**
 * The first index from `start` for which something holds that holds for all later ones, in some steps of halving.
 *
 * @returns `end` if there is none
 */
export function firstIndex(start: number, end: number, holds: (index: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of some sorted texts are not above one. */
export const numberUpTo = (sorted: readonly string[], text: string): number =>
  firstIndex(0, sorted.length, (index) => (sorted[index] as string) > text);
