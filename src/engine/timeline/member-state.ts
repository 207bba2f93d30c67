import type { Member, Position } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import type { OwnRun } from '../evidence/conflicts.ts';
import { deniedReports } from '../evidence/denials.ts';
import { isMemberOn } from '../evidence/listings.ts';
import { isFirmRun, type ReportedPosition, runAfter } from '../evidence/reports.ts';
import { initialStep, knownOn, type Step } from '../evidence/steps.ts';

/** A member during the replay. */
export interface MemberState {
  /** With all its positions. */
  readonly member: Member;
  /** Positions from all reports about several that name it. */
  readonly reports: readonly ReportedPosition[];
  /** The member with the positions that it has taken and that stand; the same list throughout the replay. */
  readonly now: Member & { readonly positions: Position[] };
  denied: readonly DeniedReport[];
  /** The run of these positions. */
  run: OwnRun | undefined;
  step: Step;
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A member at the beginning of the replay, before its first position. */
export function stateAtBeginning(member: Member, reports: readonly ReportedPosition[]): MemberState {
  const present = isMemberOn(member, '');
  const now = { ...member, positions: [] };
  return { member, reports, now, denied: [], run: undefined, step: initialStep, present, standing: undefined };
}

/** Adds a position to those that a member has taken. */
export function takePosition(state: MemberState, position: Position): void {
  state.run = runAfter(state.run, position);
  state.now.positions.push(position);
}

/** Whether a member's own run contradicts lists of holdouts that do not name it. */
export const isFirm = ({ run }: MemberState): boolean => isFirmRun(run) && run.stance !== 'support';

/** Leaves out the reports about a member that are denied by a date, as if it had never taken these positions. */
export function setDeniedAside(state: MemberState, asOf: Time): void {
  const { member, reports, now } = state;
  now.positions.length = 0;
  state.run = undefined;
  for (const position of knownOn(member, asOf, reports).positions) takePosition(state, position);
  state.denied = deniedReports([...member.positions, ...reports], asOf);
}

/** Where a member stands, and the evidence for it. */
export function standingOf({
  member: { code, name, weights },
  step: { from: _, ...step },
  denied,
}: MemberState): Standing {
  return { code, name, weights, ...step, denied, assumed: false };
}
