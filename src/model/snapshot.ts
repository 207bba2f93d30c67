import type { CandidateStatus, Decision, Milestone, Roster, SourceRefs } from './roster.ts';
import type { Rule } from './rule.ts';
import type { Basis, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The standing of one member on the snapshot's date: its stance and the evidence for it. */
export interface Standing {
  readonly code: string;
  readonly name: string;
  readonly weights: Readonly<Record<string, string>>;
  readonly stance: Stance;
  /** The start of the unbroken run of this stance; none for an undated position and for a member without one. */
  readonly since?: Time;
  /** Whole days from `since` to the snapshot's date. */
  readonly days?: number;
  /** Whether `since` is a best guess. */
  readonly circa: boolean;
  /** None for a member with no known position, and for an assumed stance. */
  readonly basis?: Basis;
  /** Who said it. */
  readonly by?: string;
  readonly why?: string;
  /** The member's demands. */
  readonly wants: readonly string[];
  /** The ids of demands that have one, by text. */
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
  /** Whether the stance is assumed. */
  readonly assumed: boolean;
}

/** A number of members from `min` to `max`; empty when `min` is above `max`. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

/** What statements of claims have in common. */
interface ClaimStatement {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** Whether it can be true of the roster on the claim's own date. */
  readonly agrees: boolean;
  readonly sources: SourceRefs;
}

/** One statement of a claim that counts, held against the names known on its own date. */
export interface CountStatement extends ClaimStatement {
  readonly about: 'supporting' | 'holding-out';
  /** The count in the claim's words: `more than 20`. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  /** Members known by name to belong to those counted. */
  readonly named: number;
  /** How many of the unclear and undeclared must belong to them too. */
  readonly unnamed: Interval;
}

/** One statement of a claim that lists all holdouts. */
export interface ListStatement extends ClaimStatement {
  readonly about: 'holdouts';
  readonly holdouts: readonly string[];
}

export type ReconciledClaim = CountStatement | ListStatement;

export const conflictKinds = ['listed-though-supporting', 'unlisted-though-not-supporting'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A conflict between a member's own position and the latest complete list of holdouts: both cannot be right. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** The code of the member. */
  readonly member: string;
  /** The date and the author of the claim. */
  readonly date: Time;
  readonly by?: string;
}

/** A candidate in the running on the snapshot's date. */
export interface CandidateStanding {
  readonly name: string;
  /** The code of the member that the candidate comes from. */
  readonly member?: string;
  readonly proposed: boolean;
  /** None for a candidate without events. */
  readonly status?: CandidateStatus;
  /** The date of the status. */
  readonly since?: Time;
}

/** A milestone and the days until it; negative once it has passed. */
export interface MilestoneAhead extends Milestone {
  readonly days: number;
}

/** The roster as it stood on one date. */
export interface Snapshot {
  readonly title: string;
  readonly body?: string;
  readonly asOf: Time;
  /** Whether only `stated` positions were used. */
  readonly onRecord: boolean;
  /** The assumed stances by code; empty if there are none. */
  readonly assumed: Readonly<Record<string, Stance>>;
  readonly rule: Rule;
  readonly groups: Roster['groups'];
  /** The members in the roster on the date, sorted by code. */
  readonly members: readonly Standing[];
  /** The claims up to the date, the latest last. */
  readonly claims: readonly ReconciledClaim[];
  /** Sorted by code. */
  readonly conflicts: readonly Conflict[];
  /** The proposed one first, then by name. */
  readonly candidates: readonly CandidateStanding[];
  /** By date, those that have passed first. */
  readonly milestones: readonly MilestoneAhead[];
  /** None before it was made. */
  readonly decision?: Decision;
}
