import { at, itemAt, numberAt, type Vector } from './vectors.ts';

/** Partial selections from one half of the members that are alike: equally many members and equal sums in every row. */
export interface PartialSelections {
  readonly members: number;
  /** By row, capped at what the row requires. */
  readonly sums: readonly number[];
  /** How many of them there are. */
  readonly ways: bigint;
}

/** The binomial coefficients of n, from choosing none up to choosing n, or `most` if that is less. */
export function binomials(n: number, most: number): bigint[] {
  let ways = 1n;
  const all = [ways];
  for (let chosen = 1; chosen <= Math.min(n, most); chosen += 1) {
    ways = (ways * BigInt(n - chosen + 1)) / BigInt(chosen);
    all.push(ways);
  }
  return all;
}

/**
 * The number of pairs, one partial selection of each half, whose sums together reach what these rows require. Divide
 * and conquer on all rows but the last; two pointers along both halves, sorted, for the last.
 *
 * @param rows indexes of the rows; with none, every pair counts
 * @param required by row
 */
export function countPairs(
  left: readonly PartialSelections[],
  right: readonly PartialSelections[],
  rows: readonly number[],
  required: Vector,
): bigint {
  const most = waysOf(left) * waysOf(right);
  const last = rows.at(-1);
  if (last === undefined || most === 0n) return most;
  const gained = columnsOf(left, rows, (sum) => sum);
  const lacking = columnsOf(right, rows, (sum, row) => at(required, row) - sum);
  const walk = most <= BigInt(Number.MAX_SAFE_INTEGER) ? walkInDoubles : walkInBigints;

  const divide = (lefts: readonly number[], rights: readonly number[], which: number): bigint => {
    if (lefts.length === 0 || rights.length === 0) return 0n;
    if (which === rows.length - 1) return walk(gained, lacking, lefts, rights);
    const [gains, lacks] = [columnAt(gained, which), columnAt(lacking, which)];
    const pivot = sampleMedian(rights, lacks);
    const enough: number[] = [];
    const less: number[] = [];
    for (const place of lefts) (at(gains, place) < pivot ? less : enough).push(place);
    const [below, upTo, above] = [[] as number[], [] as number[], [] as number[]];
    for (const place of rights) {
      const lack = at(lacks, place);
      (lack > pivot ? above : upTo).push(place);
      if (lack < pivot) below.push(place);
    }
    return divide(enough, upTo, which + 1) + divide(enough, above, which) + divide(less, below, which);
  };
  return divide(ascending(gained), ascending(lacking), 0);
}

const waysOf = (half: readonly PartialSelections[]): bigint => half.reduce((sum, { ways }) => sum + ways, 0n);

/** One half in columns, a cell for each of its partial selections. */
interface Columns {
  /** By row: what is gained, or what is lacking. */
  readonly values: readonly Float64Array[];
  readonly ways: readonly bigint[];
  readonly waysInDoubles: Float64Array;
}

function columnsOf(
  half: readonly PartialSelections[],
  rows: readonly number[],
  read: (sum: number, row: number) => number,
): Columns {
  return {
    values: rows.map((row) => Float64Array.from(half, ({ sums }) => read(numberAt(sums, row), row))),
    ways: half.map(({ ways }) => ways),
    waysInDoubles: Float64Array.from(half, ({ ways }) => Number(ways)),
  };
}

const columnAt = ({ values }: Columns, which: number): Float64Array => itemAt(values, which);
const lastColumn = ({ values }: Columns): Float64Array => itemAt(values, values.length - 1);

/** The places in a half by their value in the last row, the least first. */
function ascending(columns: Columns): number[] {
  const last = lastColumn(columns);
  return [...last.keys()].sort((a, b) => at(last, a) - at(last, b));
}

/** A value near the median of those at these places, from a sample of at most 25. */
function sampleMedian(places: readonly number[], values: Float64Array): number {
  const step = Math.ceil(places.length / 25);
  const sample: number[] = [];
  for (let index = 0; index < places.length; index += step) sample.push(at(values, numberAt(places, index)));
  sample.sort((a, b) => a - b);
  return numberAt(sample, sample.length >> 1);
}

/** Counts pairs that reach the last row, in one pass over both sides, each sorted by its value there. */
type Walk = (gained: Columns, lacking: Columns, lefts: readonly number[], rights: readonly number[]) => bigint;

const walkInBigints: Walk = (gained, lacking, lefts, rights) => {
  const [gains, lacks] = [lastColumn(gained), lastColumn(lacking)];
  let [pairs, ways, next] = [0n, 0n, 0];
  for (const left of lefts) {
    const gain = at(gains, left);
    for (; next < rights.length; next += 1) {
      const right = numberAt(rights, next);
      if (at(lacks, right) > gain) break;
      ways += itemAt(lacking.ways, right);
    }
    pairs += itemAt(gained.ways, left) * ways;
  }
  return pairs;
};

/** The same for sums below 2^53, which are exact in doubles. */
const walkInDoubles: Walk = (gained, lacking, lefts, rights) => {
  const [gains, lacks] = [lastColumn(gained), lastColumn(lacking)];
  let [pairs, ways, next] = [0, 0, 0];
  for (const left of lefts) {
    const gain = at(gains, left);
    for (; next < rights.length; next += 1) {
      const right = numberAt(rights, next);
      if (at(lacks, right) > gain) break;
      ways += at(lacking.waysInDoubles, right);
    }
    pairs += at(gained.waysInDoubles, left) * ways;
  }
  return BigInt(pairs);
};
