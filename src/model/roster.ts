/*
 * The types and closed lists that all folders share. They are plain, read-only data; the few functions here only look
 * something up.
 *
 * A `Roster` is a whole file, as valid and sorted data. A `Snapshot` is a roster on one date: each member's standing,
 * and the claims checked against it. A `Tally` is the rule's answer for a snapshot, a `Path` the smallest sets of
 * members that would settle it. `Diff`, `Timeline` and `MemberHistory` compare and follow these over time. A view
 * (`view.ts`) has everything that a command shows.
 *
 * The types of this file mirror the roster format, with defaults filled in and lists sorted.
 */

import type { Rule } from './rule.ts';
import type { Basis, Leaning, Outcome, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The sources of a statement: keys of the roster's `sources`, or addresses. */
export type SourceRefs = readonly string[];

/** The denial of a report. From its date on the report no longer stands, as if it had never been written. */
export interface Denial {
  readonly date: Time;
  readonly by?: string;
  readonly sources: SourceRefs;
}

/** One position of a member. Without a date it is the member's earliest and holds from the beginning. */
export interface Position {
  readonly date?: Time;
  /** Whether the day is a best guess. */
  readonly circa: boolean;
  /** A dated `undeclared` takes back what stood before. */
  readonly stance: Stance;
  /** The side that a pending member leans to. It is counted nowhere. */
  readonly leaning?: Leaning;
  /** Codes, sorted, at least one: the members that a pending member says it follows. It is counted nowhere. */
  readonly follows?: readonly string[];
  readonly basis: Exclude<Basis, 'claimed'>;
  readonly by?: string;
  readonly why?: string;
  readonly wants: readonly string[];
  /** Ids of wants by their text, for wants that have one. Wants with the same id are the same demand. */
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
  readonly quote?: string;
  /** Only for a dated report. */
  readonly denied?: Denial;
  readonly note?: string;
}

/** A period in the roster. */
export interface Term {
  /** In the roster from this date on; from the beginning if there is none. */
  readonly joined?: Time;
  /** Out of the roster from this date on. */
  readonly left?: Time;
}

/** A value of a weight, and the time from which it holds. */
export interface DatedWeight {
  /** Absent for a weight that does not change. */
  readonly from?: Time;
  /** An exact decimal in text. */
  readonly value: string;
}

/** A member with its positions. */
export interface Member {
  readonly code: string;
  readonly name: string;
  /** At least one, oldest first, without overlap. Only the first may lack `joined`, and only the last `left`. */
  readonly terms: readonly Term[];
  /** By the weight's name: its values, oldest first, at least one. The first holds before its date as well. */
  readonly weights: Readonly<Record<string, readonly DatedWeight[]>>;
  /** Oldest first; empty for a member without a known position. */
  readonly positions: readonly Position[];
  readonly note?: string;
}

/** The beginning of a ballot, a text or a version: positions, reports and lists from before it no longer stand. */
export interface Round {
  readonly date: Time;
  readonly name?: string;
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
  /** The total number of members according to the report: 27 in `26 of 27`. */
  readonly total?: number;
}

/** An aggregate claim: counts without names, a complete list of holdouts, or both. */
export interface Claim {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  readonly supporting?: ReportedCount;
  readonly holdingOut?: ReportedCount;
  /** The members that were counted; absent for all members of the day. Only for counts. */
  readonly among?: NamedMembers;
  /** Codes. The list is complete: an empty one means that nobody holds out. */
  readonly holdouts?: readonly string[];
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

/** Several members, named one by one or by a group. */
export interface NamedMembers {
  /** Codes, sorted; in the order of the group if there is one. */
  readonly codes: readonly string[];
  /** The group's name. */
  readonly group?: string;
}

/** A report about several members: a reported position of each that was in the roster then. */
export interface Report extends Omit<Position, 'date' | 'leaning' | 'follows' | 'basis'> {
  readonly date: Time;
  readonly of: NamedMembers;
}

/** Statuses of a demand. Before its first one it is asked. */
export const demandStatuses = ['promised', 'met', 'dropped', 'refused'] as const;
export type DemandStatus = (typeof demandStatuses)[number];

/** A change of a demand's status, or the same status repeated. */
export interface DemandEvent {
  readonly date: Time;
  readonly circa: boolean;
  readonly status: DemandStatus;
  readonly by?: string;
  readonly sources: SourceRefs;
  readonly quote?: string;
  readonly note?: string;
}

/** A demand that members may have in common, with its history. */
export interface Demand {
  readonly id: string;
  /** A want in these words is this demand, too. */
  readonly text?: string;
  /** Oldest first. */
  readonly history: readonly DemandEvent[];
  readonly note?: string;
}

/** Statuses of a candidate. */
export const candidateStatuses = ['interested', 'declared', 'withdrawn', 'appointed'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

/** A change of a candidate's status. */
export interface CandidateEvent {
  readonly date?: Time;
  readonly circa: boolean;
  readonly status: CandidateStatus;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** A candidate with its history. */
export interface Candidate {
  readonly name: string;
  readonly member?: string;
  /** Whether the decision is about this candidate; true for at most one. */
  readonly proposed: boolean;
  /** Oldest first. */
  readonly history: readonly CandidateEvent[];
  readonly note?: string;
}

/** A future event, or a deadline for the decision. */
export interface Milestone {
  readonly date: Time;
  readonly circa: boolean;
  readonly name: string;
  readonly deadline: boolean;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** Outcomes of a decision that was taken. */
export const decisionOutcomes = ['adopted', 'rejected', 'withdrawn'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** The decision that was taken. */
export interface Decision {
  readonly date: Time;
  readonly outcome: DecisionOutcome;
  readonly by?: string;
  readonly sources: SourceRefs;
  readonly note?: string;
}

/** The expected answer of the roster on a date; absent fields are not checked. */
export interface Expectation {
  readonly asOf: Time;
  readonly outcome?: Outcome;
  readonly holdouts?: readonly string[];
  readonly support?: number;
  readonly members?: number;
}

/** A published source. */
export interface Source {
  readonly title?: string;
  readonly publisher?: string;
  /** A day, a month or a year, as written. */
  readonly date?: string;
  readonly url?: string;
  readonly note?: string;
}

/** How members without a name are named: by the English name of the country with their code, or by the code. */
export const namings = ['iso-3166', 'none'] as const;
export type Names = (typeof namings)[number];

/** A roster: the question, the rule, and the members with all their positions. */
export interface Roster {
  readonly title: string;
  readonly body?: string;
  readonly names?: Names;
  readonly asOf?: Time;
  readonly rule: Rule;
  /** Members' codes by the group's name. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Sorted by code. */
  readonly members: readonly Member[];
  /** Oldest first. */
  readonly rounds: readonly Round[];
  /** Sorted by id. */
  readonly demands: readonly Demand[];
  readonly claims: readonly Claim[];
  /** Oldest first; those of one time in the order of the file. */
  readonly reports: readonly Report[];
  readonly candidates: readonly Candidate[];
  readonly milestones: readonly Milestone[];
  readonly decision?: Decision;
  readonly expect: readonly Expectation[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly note?: string;
}
