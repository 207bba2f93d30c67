/** The most sets that are listed. */
export const mostSets = 10;

/** A set being built: members are taken or skipped one by one, by index, as long as the rest can complete it. */
export interface PartialSet {
  /** Takes the member at this index, the next one; false, with nothing changed, when no set continues like that. */
  take(index: number): boolean;
  /** Skips it; false, with nothing changed, when no set continues like that. */
  skip(index: number): boolean;
  /** Undoes the last step. */
  undo(index: number, taken: boolean): void;
}

/**
 * The first sets in lexicographic order, as ascending indexes: as many as there are, at most `limit`. Each member is
 * taken if it can be, and undone last first, so no step is in vain.
 *
 * @param partial the empty set; a set that completes it must exist
 * @param size how many members a set has
 */
export function firstSets(partial: PartialSet, size: number, limit: number): number[][] {
  const sets: number[][] = [];
  const taken: number[] = [];
  let next = 0;
  const backtrack = (): boolean => {
    while (next > 0) {
      next -= 1;
      const was = taken.at(-1) === next;
      if (was) taken.pop();
      partial.undo(next, was);
      if (!was || !partial.skip(next)) continue;
      next += 1;
      return true;
    }
    return false;
  };
  do {
    for (; taken.length < size; next += 1) {
      if (partial.take(next)) taken.push(next);
      else partial.skip(next);
    }
    sets.push([...taken]);
  } while (sets.length < limit && backtrack());
  return sets;
}
