import { type Stance, stances } from '../model/stance.ts';
import type { StanceCounts } from '../model/tally.ts';

/** Counts that can be added to. */
export type RunningCounts = { -readonly [Key in keyof StanceCounts]: StanceCounts[Key] };

/** How many there are of each stance, and in all. */
export function countsOf(all: Iterable<Stance>): RunningCounts {
  const counts = Object.fromEntries(['members', ...stances].map((key) => [key, 0])) as RunningCounts;
  for (const stance of all) {
    counts.members += 1;
    counts[stance] += 1;
  }
  return counts;
}
