import type { Time } from '../../model/time.ts';
import type { DeniedEvent } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { type Known, type Step, stepsOf } from '../evidence/steps.ts';
import { currentEpoch, isIn } from '../time/epochs.ts';
import type { DayEvents } from './events-by-day.ts';
import { type MemberState, memberNow, readAsOf } from './member-state.ts';

/** The members that a day's positions, reports, denials and starts concern. */
export function concernedOn(
  { positions, reported, denials }: DayEvents<MemberState>,
  starts: readonly (readonly [MemberState, Time])[],
): ReadonlySet<MemberState> {
  return new Set([...reported, ...[...positions, ...denials, ...starts].map(([state]) => state)]);
}

/**
 * Reads a member as of a day, and places it by all its steps. If it did not speak and nothing else changed, its step stays
 * the one before.
 *
 * @returns whether it spoke on that day: a word of its own, or a report that reached it
 */
export function place(state: MemberState, before: Step, asOf: Time, known: Required<Omit<Known, 'reports'>>): boolean {
  readAsOf(state, asOf, known);
  const steps = stepsOf(memberNow(state), known.listings, false);
  const spoke = steps.some(
    ({ from, basis }) => from.startsWith(asOf.day) && basis !== undefined && basis !== 'claimed',
  );
  const step = steps.at(-1) as Step;
  state.step = !spoke && content(step) === content(before) ? before : step;
  return spoke;
}

/** What a step says, without when it began, as a text to compare. */
const content = ({ from: _, ...step }: Step): string => JSON.stringify(step);

/**
 * The reports about members in the roster that are denied on a day, sorted by code. One that had ceased to stand already,
 * being of an earlier epoch, is not news.
 */
export function deniedEvents(denials: DayEvents<MemberState>['denials']): DeniedEvent[] {
  return denials
    .filter(([state, { date }]) => state.present && isIn(date, currentEpoch(memberNow(state))))
    .map(
      ([
        {
          member: { code, name },
        },
        report,
      ]) => ({ member: code, name, ...report }),
    )
    .sort((a, b) => compareText(a.member, b.member));
}
