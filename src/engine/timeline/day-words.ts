import type { Position } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import type { DeniedEvent } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { wordsWithin } from '../evidence/reports.ts';
import { type Known, type Step, stepsOf } from '../evidence/steps.ts';
import { isSameTime } from '../time/dates.ts';
import { isIn, positionsIn } from '../time/epochs.ts';
import type { DayEvents } from './events-by-day.ts';
import { epochOf, type MemberState, readAsOf } from './member-state.ts';

/** What members say on a day, within their current epochs. */
interface DayWords {
  /** Own positions, and the reports about several that reach their members. */
  readonly words: readonly (readonly [of: MemberState, said: readonly Position[]])[];
  /**
   * Members that take back what they said at the time of a report about them: whether that takes back anything, and so
   * keeps the report from them, depends on all that was said before.
   */
  readonly silenced: ReadonlySet<MemberState>;
}

/** What members say on a day, once the day's starts have set them back. */
export function wordsOf({ positions, reported }: DayEvents<MemberState>, onRecord: boolean): DayWords {
  const within = (state: MemberState, said: readonly Position[] = []): readonly Position[] =>
    state.now.starts.length === 0 ? said : positionsIn({ positions: said }, epochOf(state));
  if (onRecord || reported.length === 0) {
    const hasStarts = positions.some(([state]) => state.now.starts.length > 0);
    return {
      words: hasStarts ? positions.map(([state, said]) => [state, within(state, said)]) : positions,
      silenced: none,
    };
  }
  const own = new Map<MemberState, readonly Position[]>(positions);
  const reports = new Map<MemberState, readonly Position[]>(reported);
  const words: [MemberState, readonly Position[]][] = [];
  const silenced = new Set<MemberState>();
  for (const state of new Set([...own.keys(), ...reports.keys()])) {
    const [said, about] = [within(state, own.get(state)), within(state, reports.get(state))];
    words.push([state, wordsWithin(said, about, state.run)]);
    const isTakenBackAt = (report: Position): boolean =>
      said.some(({ stance, date }) => stance === 'undeclared' && isSameTime(date, report.date as Time));
    if (about.some(isTakenBackAt)) silenced.add(state);
  }
  return { words, silenced };
}

const none: ReadonlySet<MemberState> = new Set();

/**
 * Reads a member as of a day, from the beginning, and places it by all its steps. If it did not speak and nothing else
 * changed, its step stays the one before.
 *
 * @returns whether it spoke on that day: a word of its own, or a report that reached it
 */
export function placeFromBeginning(
  state: MemberState,
  before: Step,
  asOf: Time,
  known: Required<Omit<Known, 'reports'>>,
): boolean {
  readAsOf(state, asOf, known);
  const steps = stepsOf(state.now, known.listings, false);
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
    .filter(([state, { date }]) => state.present && isIn(date, epochOf(state)))
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
