import { at } from '../solver/program/vectors.ts';

/** A hash table from keys, which are whole numbers below 2^53, to places. */
export interface KeyTable {
  /** The place of a key; `fresh`, which is kept, if it has none yet. */
  placeOf(key: number, fresh: number): number;
}

/** An empty table: open addressing, in arrays of numbers. @param expected about how many keys it will have */
export function keyTable(expected: number): KeyTable {
  let width = 64;
  while (width < 2 * expected) width *= 2;
  let keys = new Float64Array(width).fill(-1);
  let places = new Int32Array(width);
  let used = 0;
  const slotOf = (key: number): number => {
    // Multiplication spreads the low and the high half of the key over all bits.
    let slot = (Math.imul(key % 4_294_967_296, 0x9e3779b1) ^ Math.imul(key / 4_294_967_296, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (width - 1);
    while (at(keys, slot) !== key && at(keys, slot) >= 0) slot = (slot + 1) & (width - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldPlaces] = [keys, places];
    width *= 2;
    keys = new Float64Array(width).fill(-1);
    places = new Int32Array(width);
    for (const [old, key] of oldKeys.entries()) {
      if (key < 0) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      places[slot] = oldPlaces[old] as number;
    }
  };
  return {
    placeOf(key, fresh) {
      const slot = slotOf(key);
      if (at(keys, slot) === key) return places[slot] as number;
      keys[slot] = key;
      places[slot] = fresh;
      used += 1;
      if (2 * used > width) grow();
      return fresh;
    },
  };
}
