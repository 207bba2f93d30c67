import type { Member } from '../../model/roster.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { StanceCounts } from '../../model/tally.ts';

import type { Step } from './steps.ts';

/** Counts that can be added to. */
export type RunningCounts = { -readonly [Key in keyof StanceCounts]: StanceCounts[Key] };

/** How many there are of each stance, and in all. */
export function stanceCounts(all: Iterable<Stance>): RunningCounts {
  const counts = Object.fromEntries(['members', ...stances].map((key) => [key, 0])) as RunningCounts;
  for (const stance of all) {
    counts.members += 1;
    counts[stance] += 1;
  }
  return counts;
}

/** A member with its story, as far as it is counted. */
interface Counted {
  readonly member: Pick<Member, 'joined' | 'left'>;
  readonly steps: readonly Pick<Step, 'from' | 'stance'>[];
}

/** How many there were of each stance on each of some ISO days, in time that grows with what happened and not with the days. */
export function countsByDay(stories: readonly Counted[], some: Iterable<string>): ReadonlyMap<string, StanceCounts> {
  const days = [...some].sort();
  /** What is different from the day before. */
  const changes = days.map(() => stanceCounts([]));
  const add = (from: number, stance: Stance, number: 1 | -1): void => {
    const change = changes[from];
    if (change === undefined) return;
    change.members += number;
    change[stance] += number;
  };
  for (const { member, steps } of stories) {
    const [joined, left] = [indexFrom(days, member.joined?.day ?? ''), indexFrom(days, member.left?.day ?? '\uffff')];
    for (const [index, { from, stance }] of steps.entries()) {
      const next = steps[index + 1];
      const start = Math.max(joined, indexFrom(days, from));
      const end = Math.min(left, next === undefined ? days.length : indexFrom(days, next.from));
      if (start >= end) continue;
      add(start, stance, 1);
      add(end, stance, -1);
    }
  }
  const counts = stanceCounts([]);
  return new Map(
    days.map((day, index) => {
      for (const key of Object.keys(counts) as (keyof RunningCounts)[])
        counts[key] += (changes[index] as RunningCounts)[key];
      return [day, { ...counts }];
    }),
  );
}

/** The index of the first of these sorted days that is not before another one; past the last where all are. */
function indexFrom(days: readonly string[], day: string): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as string) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
