import type { Numbers } from './numbers.ts';

/** Ways to choose members from some classes that are as many and gain the same in every row. */
export interface Selection {
  readonly members: number;
  /** By row, at most what the row requires. */
  readonly sums: Numbers;
  readonly ways: bigint;
}

/** In how many ways one can choose so many of so many, from none on. */
export function binomials(of: number, most: number): bigint[] {
  const ways = [1n];
  for (let chosen = 1; chosen <= Math.min(of, most); chosen += 1)
    ways.push(((ways.at(-1) as bigint) * BigInt(of - chosen + 1)) / BigInt(chosen));
  return ways;
}
