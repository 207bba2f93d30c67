import type { CandidateStatus, Decision, Milestone, Roster, SourceRefs } from './roster.ts';
import type { Rule } from './rule.ts';
import type { Basis, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** Where one member stands on the snapshot's date, and what is known of it. */
export interface Standing {
  readonly code: string;
  readonly name: string;
  readonly weights: Readonly<Record<string, string>>;
  readonly stance: Stance;
  /** The start of the unbroken run of this stance; none for an undated position and for a member of which nothing is known. */
  readonly since?: Time;
  /** Whole days from `since` to the snapshot's date. */
  readonly days?: number;
  /** `since` is a best guess. */
  readonly circa: boolean;
  /** None for a member of which nothing is known, and for an assumed stance. */
  readonly basis?: Basis;
  readonly by?: string;
  readonly why?: string;
  readonly wants: readonly string[];
  /** The ids of those wants that have one, by their text. */
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
  /** The stance is a what-if. */
  readonly assumed: boolean;
}

/** A number of members from `min` to `max`; empty when `min` is above `max`. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

interface ClaimStatement {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** Whether it can be true of the roster as it stood on the claim's own date. */
  readonly agrees: boolean;
  readonly sources: SourceRefs;
}

/** Why a count cannot be true of the roster as it stood on the claim's date. */
export interface Contradiction {
  /** As printed, also where that is more than there are members. */
  readonly printed: Interval;
  /** By the names: those known to belong, and those with all of the unclear and undeclared. */
  readonly could: Interval;
  /** The members of the date, without recused ones. */
  readonly members: number;
  /** The members in all by the claim's own count, where it names another number. */
  readonly total?: number;
}

/** One statement of a claim that counts, held against the names known on its own date. */
export interface CountStatement extends ClaimStatement {
  readonly about: 'supporting' | 'holding-out';
  /** The count in the claim's words: `more than 20`. */
  readonly text: string;
  /** The count in members, kept within the members of its date. */
  readonly min: number;
  readonly max: number;
  /** The number that was named in `about 10` and `nearly 30`. */
  readonly approximately?: number;
  /** Members known by name to belong to those counted. */
  readonly named: number;
  /** How many of the unclear and undeclared must belong to them too. */
  readonly unnamed: Interval;
  /** Only where the claim does not agree. */
  readonly contradiction?: Contradiction;
}

/** One statement of a claim that lists all holdouts. */
export interface ListStatement extends ClaimStatement {
  readonly about: 'holdouts';
  readonly holdouts: readonly string[];
}

export type ReconciledClaim = CountStatement | ListStatement;

export const conflictKinds = ['listed-though-supporting', 'unlisted-though-not-supporting'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A member's own word and the latest complete list of holdouts that cannot both be right. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly member: string;
  /** The claim's date and author. */
  readonly date: Time;
  readonly by?: string;
}

/** One in the running, as of the snapshot's date. */
export interface CandidateStanding {
  readonly name: string;
  readonly member?: string;
  readonly proposed: boolean;
  readonly status?: CandidateStatus;
  readonly since?: Time;
}

/** A milestone and the days to it; negative when it has passed. */
export interface MilestoneAhead extends Milestone {
  readonly days: number;
}

/** The roster as it stood on one date. */
export interface Snapshot {
  readonly title: string;
  readonly body?: string;
  readonly asOf: Time;
  /** Positions that are `stated` alone were used. */
  readonly onRecord: boolean;
  /** What was assumed, by code; empty when nothing was. */
  readonly assumed: Readonly<Record<string, Stance>>;
  readonly rule: Rule;
  readonly groups: Roster['groups'];
  /** Everybody in the roster on that date, sorted by code. */
  readonly members: readonly Standing[];
  /** Up to that date, the latest last. */
  readonly claims: readonly ReconciledClaim[];
  readonly conflicts: readonly Conflict[];
  /** The proposed one first. */
  readonly candidates: readonly CandidateStanding[];
  /** The nearest first: what is ahead, after what has passed. */
  readonly milestones: readonly MilestoneAhead[];
  readonly decision?: Decision;
}
