import type { Rule } from './rule.ts';
import type { Basis, Outcome, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** Where a statement comes from: keys of the roster's `sources`, or addresses. */
export type SourceRefs = readonly string[];

/** One position of one member. Without a date it is the member's earliest and holds from the beginning. */
export interface Position {
  readonly date?: Time;
  /** The day is a best guess. */
  readonly circa: boolean;
  readonly stance: Exclude<Stance, 'undeclared'>;
  readonly basis: Exclude<Basis, 'claimed'>;
  readonly by?: string;
  readonly why?: string;
  readonly wants: readonly string[];
  /** The ids of those wants that have one, by their text: wants with the same id are the same demand. */
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

export interface Member {
  readonly code: string;
  readonly name: string;
  /** In the roster from this date on. */
  readonly joined?: Time;
  /** Out of the roster from this date on. */
  readonly left?: Time;
  /** Exact decimals in text, by the weight's name. */
  readonly weights: Readonly<Record<string, string>>;
  /** Oldest first; empty for a member of which nothing is known. */
  readonly positions: readonly Position[];
  readonly note?: string;
}

/** One end of a reported count: a number of members, or one that depends on how many members there are on the day. */
export type CountEnd =
  | number
  | 'all'
  | { readonly allBut: number }
  | { readonly numerator: number; readonly denominator: number };

/** A number of members as it was reported, both ends included: `more than 20`, `20-25`, `two-thirds`. */
export interface ReportedCount {
  /** As it was written. */
  readonly text: string;
  readonly min: CountEnd;
  readonly max: CountEnd;
  /** The number named by `about 10` and `nearly 30`. */
  readonly about?: number;
  /** The members in all by the report's own count: 27 in `26 of 27`. */
  readonly total?: number;
}

/** Aggregate reporting: counts without names, or a complete list of holdouts, or both. */
export interface Claim {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  readonly supporting?: ReportedCount;
  readonly holdingOut?: ReportedCount;
  /** Codes; the list is complete, so that an empty one means nobody. */
  readonly holdouts?: readonly string[];
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

export const candidateStatuses = ['interested', 'declared', 'withdrawn', 'appointed'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

export interface CandidateEvent {
  readonly date?: Time;
  readonly circa: boolean;
  readonly status: CandidateStatus;
  readonly sources: SourceRefs;
  readonly note?: string;
}

export interface Candidate {
  readonly name: string;
  readonly member?: string;
  /** This is whom the decision is about; at most one is. */
  readonly proposed: boolean;
  /** Oldest first. */
  readonly history: readonly CandidateEvent[];
  readonly note?: string;
}

export interface Milestone {
  readonly date: Time;
  readonly circa: boolean;
  readonly name: string;
  readonly deadline: boolean;
  readonly sources: SourceRefs;
  readonly note?: string;
}

export const decisionOutcomes = ['adopted', 'rejected', 'withdrawn'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export interface Decision {
  readonly date: Time;
  readonly outcome: DecisionOutcome;
  readonly by?: string;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** What the roster must answer on a date. */
export interface Expectation {
  readonly asOf: Time;
  readonly outcome?: Outcome;
  readonly holdouts?: readonly string[];
  readonly support?: number;
  readonly members?: number;
}

export interface Source {
  readonly title?: string;
  readonly publisher?: string;
  /** A day, a month or a year, as written. */
  readonly date?: string;
  readonly url?: string;
  readonly note?: string;
}

/** How members without a name of their own are named: by the English name of the country with their code, or by the code. */
export const namings = ['iso-3166', 'none'] as const;
export type Names = (typeof namings)[number];

/** What is being decided, by whom, under which rule, and which positions each member has taken. */
export interface Roster {
  readonly title: string;
  readonly body?: string;
  readonly names?: Names;
  readonly asOf?: Time;
  readonly rule: Rule;
  /** Codes, by the group's name. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Sorted by code. */
  readonly members: readonly Member[];
  readonly claims: readonly Claim[];
  readonly candidates: readonly Candidate[];
  readonly milestones: readonly Milestone[];
  readonly decision?: Decision;
  readonly expect: readonly Expectation[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly note?: string;
}
