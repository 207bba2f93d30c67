import type { Numbers } from './vectors.ts';

/** Selections in columns: what each gains, or asks of the other, by row; and in how many ways it can be made. */
interface Columns {
  readonly values: readonly Float64Array[];
  readonly ways: readonly bigint[];
  readonly waysInDoubles: Float64Array;
}

type Walk = (has: Columns, asks: Columns, lower: readonly number[], upper: readonly number[]) => bigint;

/**
 * How many pairs of a left and a right selection there are whose sums reach what is required in each of these rows.
 * It divides them by one row after the other, and walks along both sides by the last one.
 */
export function pairsThatReach(
  left: readonly Selection[],
  right: readonly Selection[],
  rows: readonly number[],
  required: Numbers,
): bigint {
  const most = waysOf(left) * waysOf(right);
  const last = rows.at(-1);
  if (last === undefined || most === 0n) return most;
  const has = columnsOf(left, rows, (sum) => sum);
  const asks = columnsOf(right, rows, (sum, row) => (required[row] as number) - sum);
  const walk = most <= BigInt(Number.MAX_SAFE_INTEGER) ? walkInDoubles : walkInBigints;

  const divide = (lower: readonly number[], upper: readonly number[], which: number): bigint => {
    if (lower.length === 0 || upper.length === 0) return 0n;
    if (which === rows.length - 1) return walk(has, asks, lower, upper);
    const [gains, lacks] = [has.values[which] as Float64Array, asks.values[which] as Float64Array];
    const pivot = middleOf(upper, lacks);
    const enough: number[] = [];
    const less: number[] = [];
    for (const place of lower) ((gains[place] as number) < pivot ? less : enough).push(place);
    const [below, within, above] = [[] as number[], [] as number[], [] as number[]];
    for (const place of upper) {
      const asked = lacks[place] as number;
      (asked > pivot ? above : within).push(place);
      if (asked < pivot) below.push(place);
    }
    return divide(enough, within, which + 1) + divide(enough, above, which) + divide(less, below, which);
  };
  return divide(rising(has), rising(asks), 0);
}

function columnsOf(
  selections: readonly Selection[],
  rows: readonly number[],
  read: (sum: number, row: number) => number,
): Columns {
  return {
    values: rows.map((row) => Float64Array.from(selections, ({ sums }) => read(sums[row] as number, row))),
    ways: selections.map(({ ways }) => ways),
    waysInDoubles: Float64Array.from(selections, ({ ways }) => Number(ways)),
  };
}

/** The places by what is gained or asked in the last row, the least first. */
function rising({ values }: Columns): number[] {
  const last = values.at(-1) as Float64Array;
  return [...last.keys()].sort((a, b) => (last[a] as number) - (last[b] as number));
}

const waysOf = (selections: readonly Selection[]): bigint => selections.reduce((sum, { ways }) => sum + ways, 0n);

/** Pairs that reach the last row, where those on the left gain more and more, and those on the right ask more and more. */
const walkInBigints: Walk = (has, asks, lower, upper) => {
  const [gains, lacks] = [has.values.at(-1) as Float64Array, asks.values.at(-1) as Float64Array];
  let [pairs, ways, next] = [0n, 0n, 0];
  for (const place of lower) {
    for (; next < upper.length && (lacks[upper[next] as number] as number) <= (gains[place] as number); next += 1)
      ways += asks.ways[upper[next] as number] as bigint;
    pairs += (has.ways[place] as bigint) * ways;
  }
  return pairs;
};

/** The same, where all sums are exact in doubles. */
const walkInDoubles: Walk = (has, asks, lower, upper) => {
  const [gains, lacks] = [has.values.at(-1) as Float64Array, asks.values.at(-1) as Float64Array];
  let [pairs, ways, next] = [0, 0, 0];
  for (const place of lower) {
    for (; next < upper.length && (lacks[upper[next] as number] as number) <= (gains[place] as number); next += 1)
      ways += asks.waysInDoubles[upper[next] as number] as number;
    pairs += (has.waysInDoubles[place] as number) * ways;
  }
  return BigInt(pairs);
};

/** A value about in the middle of those at these places. */
function middleOf(places: readonly number[], values: Float64Array): number {
  const step = Math.ceil(places.length / 25);
  const sample = places.filter((_, index) => index % step === 0).map((place) => values[place] as number);
  return sample.toSorted((a, b) => a - b)[sample.length >> 1] as number;
}

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
