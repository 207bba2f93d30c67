import type { CandidateEvent, Decision, Milestone } from './roster.ts';
import type { CountCriterion, Rule } from './rule.ts';
import type { ReconciledClaim, Standing } from './snapshot.ts';
import type { Outcome, Stance } from './stance.ts';
import type { Evaluation, StanceCounts } from './tally.ts';
import type { Time } from './time.ts';

/** What a stance rests on. */
export type Evidence = Pick<Standing, 'circa' | 'basis' | 'by' | 'why' | 'wants' | 'sources'>;

interface OfMember {
  /** The code. */
  readonly member: string;
  readonly name: string;
}

/** A member that went from one stance to another, with what the new one rests on. */
export interface StanceChange extends OfMember, Evidence {
  readonly from: Stance;
  readonly to: Stance;
}

/** A member that spoke again and stands where it stood. */
export interface Restatement extends OfMember, Evidence {
  readonly stance: Stance;
}

/** A member that joined or left the roster, and where it stood then. */
export interface Passage extends OfMember {
  readonly stance: Stance;
}

/** Something that happened to one in the running. */
export interface CandidateNews extends Pick<CandidateEvent, 'circa' | 'status' | 'sources'> {
  readonly date: Time;
  readonly name: string;
  readonly member?: string;
  readonly proposed: boolean;
}

/** What members did; each list sorted by code. */
export interface MemberNews {
  readonly moved: readonly StanceChange[];
  readonly restated: readonly Restatement[];
  readonly joined: readonly Passage[];
  readonly left: readonly Passage[];
}

/** What else was dated. */
export interface DatedNews {
  /** Held against the names as they stood on the claim's own day. */
  readonly claims: readonly ReconciledClaim[];
  readonly candidates: readonly CandidateNews[];
  readonly milestones: readonly Milestone[];
  /** Criteria whose `not-before` came. */
  readonly timeCome: readonly CountCriterion[];
  readonly decision?: Decision;
}

/** How things stood: the rule's answer without who holds out. */
export interface TimelineState {
  readonly outcome: Outcome;
  readonly counts: StanceCounts;
  readonly evaluation: Evaluation;
}

/** A date on which anything changed, and how things stood when it was over. */
export interface TimelinePoint extends TimelineState, MemberNews, DatedNews {
  /** A day. */
  readonly date: Time;
  /** The roster that speaks from this date on has another rule than the one before. */
  readonly ruleChanged: boolean;
}

/** A move among the last ones before the rule was met. */
export interface LastMover extends StanceChange {
  readonly date: Time;
}

/** How the tally moved, date by date. */
export interface Timeline {
  readonly title: string;
  readonly body?: string;
  /** The latest, where it changed. */
  readonly rule: Rule;
  /** Positions that are `stated` alone were used. */
  readonly onRecord: boolean;
  /** ISO days, both included, where only a part was asked for. */
  readonly from?: string;
  readonly to?: string;
  /** Before the first point; none where nothing is known before it. */
  readonly start?: TimelineState;
  /** Oldest first. */
  readonly points: readonly TimelinePoint[];
  /** What holds without a date met the rule: there is no first date. */
  readonly metFromBeginning: boolean;
  /** The first date on which the rule was met, also where it lies before `from`. */
  readonly firstReached?: Time;
  /** Who moved on the last date with a move up to `firstReached`. */
  readonly lastMovers: readonly LastMover[];
  /** Names by code, of everybody who was ever in a roster. */
  readonly names: ReadonlyMap<string, string>;
}
