import type { Position } from '../../model/roster.ts';
import type { DeniedEvent } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { withReports } from '../evidence/reports.ts';
import type { DayEvents } from './events-by-day.ts';
import { beginsOn, type MemberState } from './member-state.ts';

/** What members say on a day: their own positions, and the reports about several that reach them. */
export function wordsOf(
  day: string,
  { positions, reported }: DayEvents<MemberState>,
  onRecord: boolean,
): readonly (readonly [MemberState, readonly Position[]])[] {
  const own = grouped(positions);
  if (onRecord || reported.length === 0) return [...own];
  const reports = grouped(reported);
  return [...new Set([...own.keys(), ...reports.keys()])]
    .map((state) => {
      const before = beginsOn(state, day) ? { starts: state.now.starts } : { run: state.run };
      return [state, withReports(own.get(state) ?? [], reports.get(state) ?? [], before)] as const;
    })
    .filter(([, words]) => words.length > 0);
}

function grouped(words: DayEvents<MemberState>['positions']): Map<MemberState, Position[]> {
  const byState = new Map<MemberState, Position[]>();
  for (const [state, position] of words) {
    const known = byState.get(state);
    if (known === undefined) byState.set(state, [position]);
    else known.push(position);
  }
  return byState;
}

/** The reports about members in the roster that are denied on a day, sorted by code. */
export function deniedEvents(denials: DayEvents<MemberState>['denials']): DeniedEvent[] {
  return denials
    .filter(([{ present }]) => present)
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
