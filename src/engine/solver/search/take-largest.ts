import { at, type Vector } from '../program/vectors.ts';

/**
 * Takes the members with the largest keys, by partition around pivots: in linear time on average.
 *
 * @param places places to take from
 * @param keys by place
 * @param wanted how many members; at most as many as there is room for
 * @param room by place
 * @param selection by place: where they are added
 * @returns the least key that was taken; infinity if nothing was
 */
export function takeLargest(
  places: Int32Array,
  keys: Vector,
  wanted: number,
  room: Vector,
  selection: Float64Array,
): number {
  const own = places.slice();
  let [from, to, left, line] = [0, own.length, wanted, Number.POSITIVE_INFINITY];
  while (left > 0 && from < to) {
    const [a, b, c] = [keyAt(keys, own, from), keyAt(keys, own, (from + to) >> 1), keyAt(keys, own, to - 1)];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    // Above the pivot come those before `above`, then its equals, then those from `below` on.
    let [above, next, below, sum] = [from, from, to, 0];
    while (next < below) {
      const place = own[next] as number;
      const key = at(keys, place);
      if (key > pivot) {
        sum += at(room, place);
        own[next] = own[above] as number;
        own[above] = place;
        above += 1;
        next += 1;
      } else if (key < pivot) {
        below -= 1;
        own[next] = own[below] as number;
        own[below] = place;
      } else next += 1;
    }
    if (sum > left) {
      to = above;
      continue;
    }
    for (let taken = from; taken < above; taken += 1) {
      const place = own[taken] as number;
      selection[place] = at(room, place);
      line = Math.min(line, at(keys, place));
    }
    left -= sum;
    // Equals in the order of their places, so that what is taken does not depend on how they came to stand.
    for (const place of own.subarray(above, below).sort()) {
      if (left === 0) break;
      const more = Math.min(left, at(room, place));
      selection[place] = more;
      left -= more;
      line = pivot;
    }
    from = below;
  }
  return line;
}

const keyAt = (keys: Vector, places: Int32Array, index: number): number => at(keys, places[index] as number);
