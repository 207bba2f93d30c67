import type { Member, Position, Round } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import type { OwnRun } from '../evidence/conflicts.ts';
import { deniedReports } from '../evidence/denials.ts';
import { type KnownMember, positionsIn } from '../evidence/epochs.ts';
import { isMemberOn } from '../evidence/listings.ts';
import { isFirmRun, type ReportedPosition, runAfter } from '../evidence/reports.ts';
import { initialStep, knownOn, type Step } from '../evidence/steps.ts';
import { weightsOn } from '../evidence/weights.ts';

/** A member during the replay. */
export interface MemberState {
  /** With all its positions. */
  readonly member: Member;
  /** Positions from all reports about several that name it. */
  readonly reports: readonly ReportedPosition[];
  /**
   * The member with the positions that it has taken since its last start and that stand, and with its starts from that
   * day at least; the same lists throughout the replay.
   */
  readonly now: KnownMember & { readonly positions: Position[]; readonly starts: Time[] };
  denied: readonly DeniedReport[];
  /** The run of these positions. */
  run: OwnRun | undefined;
  step: Step;
  weights: Standing['weights'];
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A member at the beginning of the replay, before anything was said. */
export const stateOf = (member: Member, reports: readonly ReportedPosition[]): MemberState => ({
  member,
  reports,
  now: { ...member, positions: [], starts: [] },
  denied: [],
  run: undefined,
  step: initialStep,
  weights: weightsOn(member, ''),
  present: isMemberOn(member, ''),
  standing: undefined,
});

/** Whether something new begins for a member on a day. */
export const beginsOn = ({ now: { starts } }: MemberState, day: string): boolean => starts.at(-1)?.day === day;

/** Sets a member back to where it stands without any evidence, before it speaks on the day of a start. */
export function beginAnew(state: MemberState, start: Time): void {
  const { starts } = state.now;
  if (!beginsOn(state, start.day)) starts.length = 0;
  starts.push(start);
  setPositions(state, []);
  state.step = initialStep;
}

/** Adds a position to those that a member has taken. */
export function takePosition(state: MemberState, position: Position): void {
  state.run = runAfter(state.run, position);
  state.now.positions.push(position);
}

/** Leaves out the positions of the day of a start that are from before it. */
export const leaveOutEarlier = (state: MemberState): void => setPositions(state, sinceLastStart(state.now));

/** Whether a member's own run contradicts lists of holdouts that do not name it. */
export const isFirm = ({ run }: MemberState): boolean => isFirmRun(run) && run.stance !== 'support';

/**
 * Leaves out the reports about a member that are denied by a date, as if it had never taken these positions.
 *
 * @param rounds those that have begun by then
 */
export function setDeniedAside(state: MemberState, asOf: Time, rounds: readonly Round[]): void {
  const { member, reports, now } = state;
  const known = knownOn(member, asOf, rounds, reports);
  now.starts.length = 0;
  now.starts.push(...known.starts);
  setPositions(state, sinceLastStart(known));
  state.denied = deniedReports([...member.positions, ...reports], asOf);
}

function sinceLastStart(member: KnownMember): readonly Position[] {
  const start = member.starts.at(-1);
  return start === undefined ? member.positions : positionsIn(member, { start });
}

function setPositions(state: MemberState, positions: readonly Position[]): void {
  state.now.positions.length = 0;
  state.run = undefined;
  for (const position of positions) takePosition(state, position);
}

/** Where a member stands, and the evidence for it. */
export function standingOf(state: MemberState): Standing {
  const {
    member: { code, name },
    weights,
    step: { from: _, ...step },
    denied,
  } = state;
  return { code, name, weights, ...step, denied, assumed: false };
}
