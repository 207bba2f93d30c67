import type { Member, Position } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isFirm } from '../evidence/conflicts.ts';
import { type KnownMember, positionsIn } from '../evidence/epochs.ts';
import { isMemberOn } from '../evidence/listings.ts';
import { initialStep, type Step } from '../evidence/steps.ts';
import { weightsOn } from '../evidence/weights.ts';

/** A member during the replay. */
export interface MemberState {
  readonly member: Member;
  /** Its own latest position that stands. */
  own: Position | undefined;
  /** How many positions it has taken, and how many of them were before what is said now. */
  taken: number;
  before: number;
  /** When its term began, if it is not the first; several if it came back more than once on that day. */
  starts: readonly Time[];
  /** Whether its own run contradicts lists that do not name it. */
  firm: boolean;
  step: Step;
  weights: Standing['weights'];
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A member at the beginning, before anything was said. */
export const stateOf = (member: Member): MemberState => ({
  member,
  own: undefined,
  taken: 0,
  before: 0,
  starts: [],
  firm: false,
  step: initialStep,
  weights: weightsOn(member, ''),
  present: isMemberOn(member, ''),
  standing: undefined,
});

/**
 * The member with the positions that it has taken since its last start.
 *
 * @param rounds the beginnings of the rounds of the latest day that had any
 */
export function memberNow(
  { member, taken, before, starts: returns }: MemberState,
  rounds: readonly Time[],
): KnownMember {
  const { positions } = member;
  const latest = before === 0 && taken === positions.length ? positions : positions.slice(before, taken);
  const starts = [...returns, ...rounds].sort((a, b) => compareText(momentOf(a), momentOf(b)));
  const start = starts.at(-1);
  return { ...member, positions: start === undefined ? latest : positionsIn({ positions: latest }, { start }), starts };
}

/** Sets a member back to where it stands without any evidence, before it speaks on the day of a start. */
export function beginAnew(state: MemberState): void {
  state.before = state.taken;
  state.own = undefined;
  state.firm = false;
  state.step = initialStep;
}

/** Takes note of a member's own position. */
export function hear(state: MemberState, position: Position): void {
  state.firm = isFirm(position) || (state.firm && state.own?.stance === position.stance);
  state.own = position;
}

/** Takes note of the positions alone that it has taken since its last start. */
export function hearCurrent(state: MemberState, { positions }: KnownMember): void {
  state.own = undefined;
  state.firm = false;
  for (const position of positions) hear(state, position);
}

/** Where a member stands now. */
export function standingOf({ member: { code, name }, weights, step: { from: _, ...step } }: MemberState): Standing {
  return { code, name, weights, ...step, assumed: false };
}
