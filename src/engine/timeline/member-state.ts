import type { Member, Position } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { isFirm } from '../evidence/conflicts.ts';
import { deniedReports } from '../evidence/denials.ts';
import { isMemberOn } from '../evidence/listings.ts';
import type { ReportedPosition } from '../evidence/reports.ts';
import { initialStep, type Known, knownOn, type Step } from '../evidence/steps.ts';
import { currentEpoch, type KnownMember, positionsIn } from '../time/epochs.ts';
import { weightsOn } from '../time/weights.ts';

/** A member during the replay. */
export interface MemberState {
  readonly member: Member;
  /** Positions from all reports about several that name it. */
  readonly reports: readonly ReportedPosition[];
  /** The member as it was read last, where that is needed: some report about it is about several, or is denied. */
  read: KnownMember | undefined;
  denied: readonly DeniedReport[];
  /** Its own latest position that stands. */
  own: Position | undefined;
  /** How many positions it has taken, and how many of them were before what is said now. */
  taken: number;
  before: number;
  /** When what is said now began, where that is not the beginning. */
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
export const stateOf = (member: Member, reports: readonly ReportedPosition[]): MemberState => ({
  member,
  reports,
  read: undefined,
  denied: [],
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

/** The member with the positions that it has taken since its last start, or with all that it was read with. */
export function memberNow({ member, read, taken, before, starts }: MemberState): KnownMember {
  if (read !== undefined) return read;
  const { positions } = member;
  const latest = before === 0 && taken === positions.length ? positions : positions.slice(before, taken);
  const start = starts.at(-1);
  return { ...member, positions: start === undefined ? latest : positionsIn({ positions: latest }, { start }), starts };
}

/** The member with those of its positions that are of its current epoch. */
export function memberInEpoch(state: MemberState): KnownMember {
  const now = memberNow(state);
  return now.starts.length === 0 ? now : { ...now, positions: positionsIn(now, currentEpoch(now)) };
}

/** Sets a member back to where it stands without any evidence, before it speaks on the day of a start. */
export function beginAnew(state: MemberState, start: Time): void {
  state.before = state.taken;
  state.starts = [...state.starts.filter(({ day }) => day === start.day), start];
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
export function hearCurrent(state: MemberState): void {
  state.own = undefined;
  state.firm = false;
  for (const position of memberInEpoch(state).positions) hear(state, position);
}

/** Whether a member's positions depend on more than its own words: then it is read as of each day that concerns it. */
export const needsReading = ({ member, reports }: MemberState): boolean =>
  reports.length > 0 || member.positions.some(({ denied }) => denied !== undefined);

/** Reads a member as of a day: with the reports that reach it, and without those that are denied by then. */
export function readAsOf(state: MemberState, asOf: Time, known: Omit<Known, 'reports'>): void {
  const { member, reports } = state;
  // Its terms tell also what lists of later days reach it.
  state.read = { ...knownOn(member, asOf, { ...known, reports }), terms: member.terms };
  state.denied = deniedReports([...member.positions, ...reports], currentEpoch(state.read), asOf);
  hearCurrent(state);
}

/** Where a member stands now, with everything that it asked for, whatever has become of it. */
export function standingOf(state: MemberState): Standing {
  const {
    member: { code, name },
    weights,
    step: { from: _, ...step },
    denied,
  } = state;
  return { code, name, weights, ...step, answered: [], denied, assumed: false };
}
