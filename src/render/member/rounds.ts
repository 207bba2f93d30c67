import type { MemberHistory } from '../../model/member-history.ts';
import type { Position, Round } from '../../model/roster.ts';
import { isBefore } from '../../model/time.ts';

/** What is to be shown of a member's positions and of the rounds, in the order of time. */
export function inOrderOfTime<T>(
  { positions, rounds }: MemberHistory,
  ofPosition: (position: Position) => readonly T[],
  ofRound: (round: Round) => readonly T[],
): T[] {
  const shown: T[] = [];
  let said = 0;
  for (const round of rounds) {
    const next = positions.findIndex(({ date }) => !isBefore(date, round.date));
    const end = next < 0 ? positions.length : next;
    shown.push(...positions.slice(said, end).flatMap(ofPosition), ...ofRound(round));
    said = Math.max(said, end);
  }
  return [...shown, ...positions.slice(said).flatMap(ofPosition)];
}
