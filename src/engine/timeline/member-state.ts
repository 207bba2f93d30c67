import type { Member, Position } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import type { OwnRun } from '../evidence/conflicts.ts';
import { asAsked } from '../evidence/demand-statuses.ts';
import { deniedReports } from '../evidence/denials.ts';
import { isMemberOn } from '../evidence/listings.ts';
import { isFirmRun, type ReportedPosition, runAfter } from '../evidence/reports.ts';
import { standingAt } from '../evidence/standings.ts';
import { initialStep, type Known, knownOn, type Step } from '../evidence/steps.ts';
import { currentEpoch, type Epoch, type KnownMember, positionsIn } from '../time/epochs.ts';
import { weightsOn } from '../time/weights.ts';

/** A member during the replay. */
export interface MemberState {
  /** With all its positions. */
  readonly member: Member;
  /** Positions from all reports about several that name it. */
  readonly reports: readonly ReportedPosition[];
  /** The member with the positions of its current epoch that stand, and its latest starts. */
  readonly now: KnownMember & { positions: Position[]; starts: readonly Time[] };
  /** The run of these positions. */
  run: OwnRun | undefined;
  denied: readonly DeniedReport[];
  step: Step;
  /** Its step before the day that is being applied, once an event of that day is about it. */
  before: Step | undefined;
  weights: Standing['weights'];
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

function nowOf({ code, name, terms, weights, note }: Member): MemberState['now'] {
  const now = { code, name, terms, weights, positions: [], starts: noStarts };
  return note === undefined ? now : { ...now, note };
}

/** A member at the beginning, before anything was said. */
export const stateOf = (member: Member, reports: readonly ReportedPosition[] = noReports): MemberState => ({
  member,
  reports,
  now: nowOf(member),
  run: undefined,
  denied: noDenials,
  step: initialStep,
  before: undefined,
  weights: weightsOn(member, ''),
  present: isMemberOn(member, ''),
  standing: undefined,
});

const noStarts: readonly Time[] = [];
const noReports: readonly ReportedPosition[] = [];
const noDenials: readonly DeniedReport[] = [];

/** Whether an epoch of a member begins on a day. */
export const beginsOn = ({ now: { starts } }: MemberState, day: string): boolean => starts.at(-1)?.day === day;

/** The epoch of a member that has not ended. */
export function epochOf({ now: { starts } }: MemberState): Epoch {
  const start = starts.at(-1);
  return start === undefined ? {} : { start };
}

/** Sets a member back to where it stands without any evidence, before it speaks on the day of a start. */
export function beginAnew(state: MemberState, start: Time): void {
  state.now.starts = beginsOn(state, start.day) ? [...state.now.starts, start] : [start];
  setPositions(state, []);
  state.denied = noDenials;
  state.step = initialStep;
}

/** Adds a position to those that a member has taken. */
export function takePosition(state: MemberState, position: Position): void {
  const { now } = state;
  state.run = runAfter(state.run, position);
  // A list that grows gets room for many more, and most members take one.
  if (now.positions.length === 0) now.positions = [position];
  else now.positions.push(position);
}

function setPositions(state: MemberState, positions: readonly Position[]): void {
  state.now.positions = [];
  state.run = undefined;
  for (const position of positions) takePosition(state, position);
}

/** Whether a member's own run contradicts lists of holdouts that do not name it. */
export const isFirm = ({ run }: MemberState): boolean => isFirmRun(run) && run.stance !== 'support';

/** Whether anything is known of a member that the beginning of an epoch sets back. */
export const isKnown = ({ now, denied, step }: MemberState): boolean =>
  now.positions.length > 0 || denied.length > 0 || step !== initialStep;

/** Reads a member as of a day, from the beginning: with the reports that reach it, and without those that are denied. */
export function readAsOf(state: MemberState, asOf: Time, known: Omit<Known, 'reports'>): void {
  const { member, reports, now } = state;
  const read = knownOn(member, asOf, { ...known, reports });
  const epoch = currentEpoch(read);
  now.starts = read.starts;
  setPositions(state, positionsIn(read, epoch));
  state.denied = deniedReports([...member.positions, ...reports], epoch, asOf);
}

/** Where a member stands now, with everything that it asked for, whatever has become of it. */
export function standingOf(state: MemberState): Standing {
  const { member, weights, step, denied } = state;
  return standingAt(step, { member, weights, denied, asked: asAsked(step) });
}
