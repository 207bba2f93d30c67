import type { Member } from '../../model/roster.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { StanceCounts } from '../../model/tally.ts';
import { momentOf } from '../../model/time.ts';
import { firstIndex } from '../../text/sorted.ts';

import type { Step } from './steps.ts';

/** Stance counts that can be changed. */
export type RunningCounts = { -readonly [Key in keyof StanceCounts]: StanceCounts[Key] };

/** The number of members with each stance, and of all; zeros for none. */
export function stanceCounts(all: Iterable<Stance>): RunningCounts {
  const counts = Object.fromEntries(['members', ...stances].map((key) => [key, 0])) as RunningCounts;
  for (const stance of all) {
    counts.members += 1;
    counts[stance] += 1;
  }
  return counts;
}

/** The parts of a member and its steps that are counted. */
interface Counted {
  readonly member: Pick<Member, 'terms'>;
  readonly steps: readonly Pick<Step, 'from' | 'stance'>[];
}

/**
 * The stance counts at each of the given moments (`endOf`). Time grows with the number of steps plus the number of
 * moments, not with their product.
 */
export function countsAt(histories: readonly Counted[], moments: Iterable<string>): ReadonlyMap<string, StanceCounts> {
  const days = [...moments].sort();
  /** By index of the day: the difference from the day before. */
  const changes = days.map(() => stanceCounts([]));
  const add = (from: number, stance: Stance, number: 1 | -1): void => {
    const change = changes[from];
    if (change === undefined) return;
    change.members += number;
    change[stance] += number;
  };
  for (const { member, steps } of histories) {
    const begins = steps.map(({ from }) => indexFrom(days, from));
    for (const { joined: first, left: last } of member.terms) {
      const [joined, left] = [indexFrom(days, momentOf(first)), indexFrom(days, last ? momentOf(last) : '\uffff')];
      // From the last step that has begun when the term begins.
      const from = firstIndex(1, steps.length, (index) => (begins[index] as number) > joined) - 1;
      for (let index = from; index < steps.length && (begins[index] as number) < left; index += 1) {
        const { stance } = steps[index] as Counted['steps'][number];
        const start = Math.max(joined, begins[index] as number);
        const end = Math.min(left, begins[index + 1] ?? days.length);
        if (start >= end) continue;
        add(start, stance, 1);
        add(end, stance, -1);
      }
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

/** The index of the first of these sorted days that is not before `day`; their number if all are. */
function indexFrom(days: readonly string[], day: string): number {
  return firstIndex(0, days.length, (index) => (days[index] as string) >= day);
}
