import type { MatrixRow } from '../../model/decisions/voting-record.ts';
import { isPending, type Stance, stances, traitsOf } from '../../model/stance.ts';

/** Whether a stance can be compared with another: it is settled, and its member takes part. */
export const isComparable = (stance: Stance): boolean => !isPending(stance) && traitsOf[stance].takesPart;

/** The stances that can be compared. */
export const comparableStances: readonly Stance[] = stances.filter(isComparable);

/** Members' decisions as sets of bits, a bit for each decision, in words of 32. */
export interface Votes {
  /** How many words each set has. */
  readonly words: number;
  /** The decisions in which each member was in the roster, member after member. */
  readonly present: Int32Array;
  /** The decisions in which each member held each comparable stance, a list as `present` for each stance. */
  readonly held: readonly Int32Array[];
}

/** The stances of members as sets of bits. */
export function votesOf(members: readonly MatrixRow[]): Votes {
  const words = Math.max(0, ...members.slice(0, 1).map(({ stances }) => Math.ceil(stances.length / 32)));
  const empty = (): Int32Array => new Int32Array(members.length * words);
  const present = empty();
  const held = comparableStances.map(empty);
  for (const [member, row] of members.entries()) {
    for (const [decision, stance] of row.stances.entries()) {
      if (stance === undefined) continue;
      const [word, bit] = [member * words + (decision >> 5), 1 << (decision & 31)];
      present[word] = wordAt(present, word) | bit;
      const own = held[comparableStances.indexOf(stance)];
      if (own !== undefined) own[word] = wordAt(own, word) | bit;
    }
  }
  return { words, present, held };
}

/** A word of a list of sets; it must be within the list. */
export const wordAt = (list: Int32Array, word: number): number => list[word] as number;

/** The number of bits that are set in a word of 32. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
