import type { Rule } from './rule.ts';
import type { Basis, Outcome, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The sources of a statement: keys of the roster's `sources`, or addresses. */
export type SourceRefs = readonly string[];

/** A position of a member. Without a date it is the member's earliest and holds from the beginning. */
export interface Position {
  readonly date?: Time;
  /** The day is a best guess. */
  readonly circa: boolean;
  readonly stance: Exclude<Stance, 'undeclared'>;
  readonly basis: Exclude<Basis, 'claimed'>;
  /** Who said it. */
  readonly by?: string;
  readonly why?: string;
  /** The member's demands. */
  readonly wants: readonly string[];
  /** The ids of demands that have one, by text; demands with the same id are the same. */
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

/** A member and its positions. */
export interface Member {
  readonly code: string;
  readonly name: string;
  /** In the roster from this date on. */
  readonly joined?: Time;
  /** Out of the roster from this date on. */
  readonly left?: Time;
  /** Exact decimals in text, by the weight's name. */
  readonly weights: Readonly<Record<string, string>>;
  /** Oldest first; empty for a member with no known position. */
  readonly positions: readonly Position[];
  readonly note?: string;
}

/** A reported number of members: `more than 20`, `about 10`, `all`. `all` stands for as many as there are. */
export interface ReportedCount {
  readonly text: string;
  readonly min: number | 'all';
  readonly max: number | 'all';
}

/** A claim about several members: counts without names, a complete list of holdouts, or both. */
export interface Claim {
  readonly date: Time;
  readonly circa: boolean;
  /** Who claimed it. */
  readonly by?: string;
  readonly supporting?: ReportedCount;
  readonly holdingOut?: ReportedCount;
  /** Codes. The list is complete; an empty one means nobody. */
  readonly holdouts?: readonly string[];
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

export const candidateStatuses = ['interested', 'declared', 'withdrawn', 'appointed'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

/** A candidate's status from a date on; without a date, from the beginning. */
export interface CandidateEvent {
  readonly date?: Time;
  readonly circa: boolean;
  readonly status: CandidateStatus;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** A person whom the decision may be about. */
export interface Candidate {
  readonly name: string;
  /** The code of the member that the candidate comes from. */
  readonly member?: string;
  /** Whether the decision is about this candidate; true of at most one. */
  readonly proposed: boolean;
  /** Oldest first. */
  readonly history: readonly CandidateEvent[];
  readonly note?: string;
}

/** A dated event on the way to the decision. */
export interface Milestone {
  readonly date: Time;
  readonly circa: boolean;
  readonly name: string;
  /** Whether the outcome should be reached by then. */
  readonly deadline: boolean;
  readonly sources: SourceRefs;
  readonly note?: string;
}

export const decisionOutcomes = ['adopted', 'rejected', 'withdrawn'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What was decided in the end. It does not change the tally. */
export interface Decision {
  readonly date: Time;
  readonly outcome: DecisionOutcome;
  readonly by?: string;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** An entry of `expect`: what the roster must answer on a date. Absent keys are not checked. */
export interface Expectation {
  readonly asOf: Time;
  readonly outcome?: Outcome;
  /** Codes, complete, in any order. */
  readonly holdouts?: readonly string[];
  /** The number of supporters. */
  readonly support?: number;
  /** The number of members. */
  readonly members?: number;
}

/** A source that statements refer to by key. */
export interface Source {
  readonly title?: string;
  readonly publisher?: string;
  /** A day, a month or a year, as written. */
  readonly date?: string;
  readonly url?: string;
  readonly note?: string;
}

/** What is being decided, by whom, under which rule, and which positions each member has taken. */
export interface Roster {
  readonly title: string;
  readonly body?: string;
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
