import type { Budget } from '../solver/program/program.ts';
import { at, itemAt, numberAt, type Vector } from '../solver/program/vectors.ts';
import { capacityOf } from './capacity.ts';
import { type CountingLimits, type CountingProblem, limitsOf, rangeOfKeys } from './counting-problem.ts';
import { keyTable } from './key-table.ts';

/** Partial selections from some classes, alike ones in one entry: equally many of each level, and equal sums. */
export interface Layer {
  readonly length: number;
  /** By level, of each entry. */
  readonly members: readonly Int32Array[];
  /** By row, of each entry. */
  readonly sums: readonly Float64Array[];
}

/** How a layer comes from the one before: an entry with some members more of one class becomes another entry. */
export interface Extension {
  readonly index: number;
  readonly from: Int32Array;
  readonly more: Int32Array;
  readonly to: Int32Array;
}

/** One half of the classes: its layers, from the empty selection on, and the extensions between them. */
export interface Half {
  readonly layers: readonly [Layer, ...Layer[]];
  readonly extensions: readonly Extension[];
}

/**
 * The two halves of the classes, as equal in entries as can be: classes are added to the half that has fewer.
 *
 * @param order the classes, those first that matter most
 * @returns undefined when a limit is reached
 */
export function halvesOf(
  problem: CountingProblem,
  order: readonly number[],
  { entries, budget }: CountingLimits,
): readonly [Half, Half] | undefined {
  const extend = extenderOf(problem, order, budget);
  const empty: Layer = {
    length: 1,
    members: (problem.quotas ?? [0]).map(() => new Int32Array(1)),
    sums: problem.gains.map(() => new Float64Array(1)),
  };
  const halves = [0, 1].map(() => ({ layers: [empty] as [Layer, ...Layer[]], extensions: [] as Extension[] })) as [
    { layers: [Layer, ...Layer[]]; extensions: Extension[] },
    { layers: [Layer, ...Layer[]]; extensions: Extension[] },
  ];
  let left = entries;
  for (let [next, end] = [0, order.length]; next < end; ) {
    const [first, second] = halves.map(({ layers }) => layers.at(-1) as Layer) as [Layer, Layer];
    const ahead = first.length <= second.length;
    const half = ahead ? halves[0] : halves[1];
    if (ahead) next += 1;
    else end -= 1;
    const place = ahead ? next - 1 : end;
    const [from, to] = ahead ? [next, order.length] : [0, end];
    const extended = extend(ahead ? first : second, numberAt(order, place), from, to, left);
    if (extended === undefined) return undefined;
    const before = ahead ? first.length : second.length;
    // A half whose entries multiply like this has too many of them in the end, even if more and more are left out;
    // unless there are not as many different ones.
    const growth = extended.layer.length / before;
    const expected = extended.layer.length * growth ** ((end - next) / 4);
    if (Math.min(expected, rangeOfKeys(problem, order)) > 2 * entries) return undefined;
    left -= extended.layer.length;
    half.layers.push(extended.layer);
    half.extensions.push(extended.extension);
  }
  return halves;
}

interface Extended {
  readonly layer: Layer;
  readonly extension: Extension;
}

/** A function that adds a class to the entries of a layer, without those that the classes still to come cannot save. */
function extenderOf(problem: CountingProblem, order: readonly number[], budget: Budget) {
  const { gains, required, sizes, lower, upper, levels, quotas, conjunctions } = problem;
  const [rows, width] = [gains.length, problem.quotas?.length ?? 1];
  const limits = limitsOf(problem, order);
  const capacity = capacityOf(problem, order, limits);
  const isKeyed = rangeOfKeys(problem, order) <= Number.MAX_SAFE_INTEGER;

  return (before: Layer, index: number, from: number, to: number, mostEntries: number): Extended | undefined => {
    const capacities = capacity(from, to);
    const level = at(levels, index);
    const rest = order.slice(from, to).filter((other) => at(levels, other) === level);
    const leastRest = rest.reduce((sum, other) => sum + at(lower, other), 0);
    const mostRest = rest.reduce((sum, other) => sum + at(upper, other), 0);
    budget.left -= sizes.length * (rows + 1);
    const quota = numberAt(limits, level);
    const table = keyTable(isKeyed ? 2 * before.length : 0);
    const already = itemAt(before.members, level);
    const [least, own] = [at(lower, index), gains.map((row) => at(row, index))];
    const counts = new Int32Array(width);
    const now = new Float64Array(rows);
    const reached = new Uint8Array(rows);
    let room = 2 * before.length + 16;
    let members = before.members.map(() => new Int32Array(room));
    let sums = before.sums.map(() => new Float64Array(room));
    let [fromEntry, more, toEntry] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    let [length, edges] = [0, 0];
    for (let entry = 0; entry < before.length; entry += 1) {
      for (let other = 0; other < width; other += 1)
        counts[other] = (before.members[other] as Int32Array)[entry] as number;
      const most = Math.min(at(upper, index), quota - leastRest - (already[entry] as number));
      const fewest = quotas === undefined ? least : Math.max(least, quota - mostRest - (already[entry] as number));
      for (let added = fewest; added <= most; added += 1) {
        counts[level] = (already[entry] as number) + added;
        let key = 0;
        for (let other = 0; other < width; other += 1)
          key = key * ((limits[other] as number) + 1) + (counts[other] as number);
        for (let row = 0; row < rows; row += 1) {
          const need = at(required, row);
          const sum = Math.min(need, at(before.sums[row] as Vector, entry) + added * (own[row] as number));
          now[row] = sum;
          key = key * (need + 1) + sum;
          let reach = sum;
          for (let other = 0; other < width; other += 1)
            reach += at(
              (capacities[row] as readonly Vector[])[other] as Vector,
              (limits[other] as number) - (counts[other] as number),
            );
          reached[row] = reach >= need ? 1 : 0;
        }
        if (!meetsOne(conjunctions, reached)) continue;
        if (edges === room) {
          room *= 2;
          members = members.map((column) => enlarged(column, new Int32Array(room)));
          sums = sums.map((column) => enlarged(column, new Float64Array(room)));
          [fromEntry, more, toEntry] = [fromEntry, more, toEntry].map((column) =>
            enlarged(column, new Int32Array(room)),
          ) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
        }
        const place = isKeyed ? table.placeOf(key, length) : length;
        if (place === length) {
          for (let other = 0; other < width; other += 1)
            (members[other] as Int32Array)[place] = counts[other] as number;
          for (let row = 0; row < rows; row += 1) (sums[row] as Float64Array)[place] = at(now, row);
          length += 1;
        }
        fromEntry[edges] = entry;
        more[edges] = added;
        toEntry[edges] = place;
        edges += 1;
      }
      budget.left -= (most - fewest + 1) * 4 * (rows + 3);
      if (budget.left < 0 || length > mostEntries) return undefined;
    }
    return {
      layer: {
        length,
        members: members.map((column) => column.slice(0, length)),
        sums: sums.map((column) => column.slice(0, length)),
      },
      extension: {
        index,
        from: fromEntry.slice(0, edges),
        more: more.slice(0, edges),
        to: toEntry.slice(0, edges),
      },
    };
  };
}

/** The numbers of an array in a larger one. */
function enlarged<T extends Int32Array | Float64Array>(numbers: T, larger: T): T {
  larger.set(numbers);
  return larger;
}

function meetsOne(conjunctions: readonly (readonly number[])[], reached: Uint8Array): boolean {
  for (const rows of conjunctions) {
    let all = true;
    for (let which = 0; which < rows.length && all; which += 1) all = reached[rows[which] as number] === 1;
    if (all) return true;
  }
  return false;
}
