import type { Member, Position } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { isFirm } from '../evidence/conflicts.ts';
import { deniedReports } from '../evidence/denials.ts';
import { isMemberOn } from '../evidence/listings.ts';
import { initialStep, knownOn, type Step } from '../evidence/steps.ts';

/** A member during the replay. */
export interface MemberState {
  /** With all its positions. */
  readonly member: Member;
  /** The member with the positions that it has taken and that stand; the same list throughout the replay. */
  readonly now: Member & { readonly positions: Position[] };
  denied: readonly DeniedReport[];
  /** Whether its own run contradicts lists that do not name it. */
  firm: boolean;
  step: Step;
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A member at the beginning of the replay, before its first position. */
export function stateAtBeginning(member: Member): MemberState {
  const present = isMemberOn(member, '');
  const now = { ...member, positions: [] };
  return { member, now, denied: [], firm: false, step: initialStep, present, standing: undefined };
}

/** Adds a position to those that a member has taken. */
export function takePosition(state: MemberState, position: Position): void {
  const { positions } = state.now;
  state.firm = isFirm(position) || (state.firm && positions.at(-1)?.stance === position.stance);
  positions.push(position);
}

/** Leaves out the reports about a member that are denied by a date, as if it had never taken these positions. */
export function setDeniedAside(state: MemberState, asOf: Time): void {
  const { member, now } = state;
  now.positions.length = 0;
  state.firm = false;
  for (const position of knownOn(member, asOf).positions) takePosition(state, position);
  state.denied = deniedReports(member.positions, asOf);
}

/** Where a member stands, and the evidence for it. */
export function standingOf({
  member: { code, name, weights },
  step: { from: _, ...step },
  denied,
}: MemberState): Standing {
  return { code, name, weights, ...step, denied, assumed: false };
}
