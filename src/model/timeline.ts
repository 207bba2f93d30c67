import type { CandidateEvent, Decision, DemandEvent, DemandStatus, Milestone, Round } from './roster.ts';
import type { CountCriterion, Rule } from './rule.ts';
import type { DeniedReport, ReconciledClaim, Standing } from './snapshot.ts';
import type { Basis, Outcome, Stance } from './stance.ts';
import type { Evaluation, StanceCounts } from './tally.ts';
import type { Time } from './time.ts';

/** The evidence that a stance rests on. */
export type Evidence = Pick<Standing, 'leaning' | 'follows' | 'circa' | 'basis' | 'by' | 'why' | 'wants' | 'sources'>;

interface NamedMember {
  /** Its code. */
  readonly member: string;
  readonly name: string;
}

/** A move from one stance to another, with the evidence for the new one. */
export interface StanceChange extends NamedMember, Evidence {
  readonly from: Stance;
  readonly to: Stance;
}

/** A member that repeated its stance, with the latest evidence. */
export interface Restatement extends NamedMember, Evidence {
  readonly stance: Stance;
}

/** A member that joined or left the roster, and its stance on that day. */
export interface MembershipChange extends NamedMember {
  readonly stance: Stance;
}

/** A weight of a member that changed. Exact decimals in text. */
export interface Reweighing extends NamedMember {
  readonly date: Time;
  /** The name of the weight. */
  readonly weight: string;
  readonly before: string;
  readonly after: string;
}

/** A dated change of a candidate's status. */
export interface CandidateChange extends Pick<CandidateEvent, 'circa' | 'status' | 'sources'> {
  readonly date: Time;
  readonly name: string;
  readonly member?: string;
  readonly proposed: boolean;
}

/** A change of a demand's status. */
export interface DemandChange extends Pick<DemandEvent, 'date' | 'circa' | 'by' | 'sources'> {
  readonly id: string;
  readonly text?: string;
  /** Codes, sorted, of all members that had asked for it by that day. */
  readonly members: readonly string[];
  /** Absent if it was only asked. */
  readonly from?: DemandStatus;
  readonly to: DemandStatus;
}

/** The changes of members on one date; each list sorted by code. */
export interface MemberChanges {
  readonly moved: readonly StanceChange[];
  readonly restated: readonly Restatement[];
  readonly joined: readonly MembershipChange[];
  readonly left: readonly MembershipChange[];
}

/** A report about a member that was denied. */
export interface DeniedEvent extends NamedMember, DeniedReport {}

/** The other events of one date. */
export interface OtherEvents {
  /** Those that begin. */
  readonly rounds: readonly Round[];
  /** The reports about members in the roster that were denied; sorted by code. */
  readonly denied: readonly DeniedEvent[];
  /** By time, then by id. */
  readonly demands: readonly DemandChange[];
  /** Checked against the members' stances on the claim's own day. */
  readonly claims: readonly ReconciledClaim[];
  readonly candidates: readonly CandidateChange[];
  readonly milestones: readonly Milestone[];
  /** The criteria whose `not-before` date came. */
  readonly timeCome: readonly CountCriterion[];
  /** The criteria that closed. */
  readonly closed: readonly CountCriterion[];
  /** Changed weights of members in the roster, sorted by weight, then by code. */
  readonly weights: readonly Reweighing[];
  readonly decision?: Decision;
}

/** The rule's answer at one time, without the holdouts. */
export interface TimelineState {
  readonly outcome: Outcome;
  readonly counts: StanceCounts;
  readonly evaluation: Evaluation;
}

/** A date on which anything changed, with the state at the end of the day. */
export interface TimelinePoint extends TimelineState, MemberChanges, OtherEvents {
  /** Always a day. */
  readonly date: Time;
  /** Another roster, with another rule, takes over on this date. */
  readonly ruleChanged: boolean;
}

/** One of the last moves before the rule was met. */
export interface LastMover extends StanceChange {
  readonly date: Time;
}

/** The tally over time. */
export interface Timeline {
  readonly title: string;
  readonly body?: string;
  /** The latest rule, if it changed. */
  readonly rule: Rule;
  /** Only `stated` positions were used. */
  readonly onRecord: boolean;
  /** ISO days, both included; only those that were asked for. */
  readonly from?: string;
  readonly to?: string;
  /** The state before the first point; none for several rosters unless `from` leaves points out. */
  readonly start?: TimelineState;
  /** Oldest first. */
  readonly points: readonly TimelinePoint[];
  /** Undated positions alone meet the rule, so there is no first date. */
  readonly metFromBeginning: boolean;
  /** The first date on which the rule was met, even if it is before `from`. */
  readonly firstReached?: Time;
  /** All moves of the last date with moves up to `firstReached`; empty if the rule was not met. */
  readonly lastMovers: readonly LastMover[];
  /** Names by code, of every member of any of the rosters. */
  readonly names: ReadonlyMap<string, string>;
}

/** Where a member stood over time. */
export interface Way {
  readonly code: string;
  readonly name: string;
  /** Unbroken runs of one stance, oldest first, with gaps while it was not a member. */
  readonly runs: readonly {
    readonly stance: Stance;
    /** ISO days; `from` is absent for a run from the beginning, and `to`, which the run does not include, for the last. */
    readonly from?: string;
    readonly to?: string;
    /** Whether `from` is a best guess. */
    readonly circa: boolean;
    readonly basis?: Basis;
  }[];
  /** ISO days on which it repeated its stance. */
  readonly said: readonly string[];
}
