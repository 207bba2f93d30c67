import type {
  CandidateStatus,
  Decision,
  DemandStatus,
  Denial,
  Milestone,
  NamedMembers,
  Roster,
  Round,
  SourceRefs,
} from './roster.ts';
import type { Rule } from './rule.ts';
import type { Basis, Leaning, Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The start of a run of holding out; without a date where its first position has none. */
export interface HoldingOut {
  readonly since?: Time;
  /** `since` is a best guess. */
  readonly circa: boolean;
}

/** A report that was denied by the snapshot's date. */
export interface DeniedReport {
  readonly stance: Stance;
  readonly date: Time;
  /** Whether `date` is a best guess. */
  readonly circa: boolean;
  readonly by?: string;
  readonly sources: SourceRefs;
  readonly denied: Denial;
}

/** What has become of a demand by the snapshot's date. */
export interface DemandAnswer {
  readonly status: DemandStatus;
  /** The start of the unbroken run of this status. */
  readonly since: Time;
  /** Whether `since` is a best guess. */
  readonly circa: boolean;
  readonly by?: string;
  readonly sources: SourceRefs;
}

/** A demand of a member, with what has become of it. */
export interface AnsweredDemand extends DemandAnswer {
  readonly id: string;
  /** In the member's own words. */
  readonly text: string;
}

/** A demand of the roster on the snapshot's date. */
export interface DemandStanding {
  readonly id: string;
  readonly text?: string;
  /** Codes, sorted, of all members that have asked for it by then. */
  readonly members: readonly string[];
  /** Absent for one that is only asked. */
  readonly answer?: DemandAnswer;
}

/** A member's stance on the snapshot's date, with the evidence for it. */
export interface Standing {
  readonly code: string;
  readonly name: string;
  readonly weights: Readonly<Record<string, string>>;
  readonly stance: Stance;
  /** The side to which a pending member leans, as last given in the run. */
  readonly leaning?: Leaning;
  /** Codes, sorted: the members that a pending member follows, as last given in the run. */
  readonly follows?: readonly string[];
  /** The start of the unbroken run of this stance; absent for an undated position or no position. */
  readonly since?: Time;
  /** Whole days from `since` to the snapshot's date. */
  readonly days?: number;
  /** Whether `since` is a best guess. */
  readonly circa: boolean;
  /** The unbroken run of stances that are not consenting: it began before `since` where the tone changed in between. */
  readonly holdingOutFrom?: HoldingOut & {
    /** Whole days from its start to the snapshot's date. */
    readonly days?: number;
  };
  /** Absent for a member without a known position and for an assumed stance. */
  readonly basis?: Basis;
  readonly by?: string;
  readonly why?: string;
  /** What is still asked: promised and refused demands are, met and dropped ones are not. */
  readonly wants: readonly string[];
  /** Ids of wants by their text, for wants that have one. */
  readonly wantIds?: Readonly<Record<string, string>>;
  /** The demands that are promised, met, dropped or refused, in the order in which the member gives them. */
  readonly answered: readonly AnsweredDemand[];
  readonly sources: SourceRefs;
  /** Reports that no longer stand because they were denied, oldest first. */
  readonly denied: readonly DeniedReport[];
  /** Whether the stance is a what-if. */
  readonly assumed: boolean;
  /** Only for an assumed stance that it took by following: the codes of those whom it followed. */
  readonly followed?: readonly string[];
}

/** A range of numbers of members, both ends included; empty if `min` is above `max`. */
export interface Interval {
  readonly min: number;
  readonly max: number;
}

interface ClaimStatement {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** Whether it can be true of the roster on the claim's own date. */
  readonly agrees: boolean;
  readonly sources: SourceRefs;
}

/** Why a count cannot be true of the roster as it stood on the claim's date. */
export interface Contradiction {
  /** As printed, even if that is more than the number of members. */
  readonly printed: Interval;
  /** By the names: those known to belong, and those with all of the unclear and undeclared. */
  readonly could: Interval;
  /** The number of members counted on that date, without recused ones. */
  readonly members: number;
  /** The total number of members according to the claim, if it names another number. */
  readonly total?: number;
}

/** A count of a claim, reconciled with the members known by name on the claim's date. */
export interface CountStatement extends ClaimStatement {
  readonly about: 'supporting' | 'holding-out';
  /** The count in the claim's words: `more than 20`. */
  readonly text: string;
  /** The members that were counted, if not all. */
  readonly among?: NamedMembers;
  /** The count in members, kept within the members of its date. */
  readonly min: number;
  readonly max: number;
  /** The number that was named in `about 10` and `nearly 30`. */
  readonly approximately?: number;
  /** The number of members known by name to be among those counted. */
  readonly named: number;
  /** The number of `unclear` and `undeclared` members that must be among them as well. */
  readonly unnamed: Interval;
  /** Only if a count without a list leaves no doubt about the `unclear` and `undeclared` members. */
  readonly implied?: Implied;
  /** Only where the claim does not agree. */
  readonly contradiction?: Contradiction;
}

/** The members without a known side that a count, if true, puts on one side, all of them. */
export interface Implied {
  /** Codes, sorted; at least one. */
  readonly codes: readonly string[];
  /** Whether all of them are among those counted; else none of them is. */
  readonly counted: boolean;
}

/** The complete list of holdouts of a claim. */
export interface ListStatement extends ClaimStatement {
  readonly about: 'holdouts';
  readonly holdouts: readonly string[];
}

/** A report about several members. It agrees if none of them had stated another settled stance by then. */
export interface ReportStatement extends ClaimStatement {
  readonly about: 'stance';
  /** Codes. */
  readonly of: readonly string[];
  /** The name of the group that it is about. */
  readonly group?: string;
  readonly stance: Stance;
  readonly why?: string;
  readonly wants: readonly string[];
  /** Only if it is denied by the snapshot's date. */
  readonly denied?: Denial;
}

/** One statement of a claim, checked against the members' own positions. */
export type ReconciledClaim = CountStatement | ListStatement | ReportStatement;

/** How many members may support it and hold out, according to the latest counts that agree. */
export interface Reported {
  readonly supporting?: Interval;
  readonly holdingOut?: Interval;
}

/** Kinds of conflicts between a list of holdouts and a member's own position. */
export const conflictKinds = [
  'listed-though-supporting',
  'unlisted-though-not-supporting',
  'listed-though-recused',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A contradiction between a member's own position and the latest complete list of holdouts. */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly member: string;
  /** The claim's date and author. */
  readonly date: Time;
  readonly by?: string;
}

/** A candidate on the snapshot's date. */
export interface CandidateStanding {
  readonly name: string;
  readonly member?: string;
  readonly proposed: boolean;
  readonly status?: CandidateStatus;
  readonly since?: Time;
}

/** A milestone with the number of days until it; negative if it has passed. */
export interface MilestoneAhead extends Milestone {
  readonly days: number;
}

/** A roster on one date. */
export interface Snapshot {
  readonly title: string;
  readonly body?: string;
  readonly asOf: Time;
  /** Whether only `stated` positions were used. */
  readonly onRecord: boolean;
  /** Assumed stances by code; empty if there are none. */
  readonly assumed: Readonly<Record<string, Stance>>;
  readonly rule: Rule;
  readonly groups: Roster['groups'];
  /** The current one; absent before the first. */
  readonly round?: Round;
  /** All of the roster, whether or not anybody asks for them; sorted by id. */
  readonly demands: readonly DemandStanding[];
  /** All members in the roster on that date, sorted by code. */
  readonly members: readonly Standing[];
  /** The members as they stood at each closing of the rule that has come, by its last moment (`endOf`). */
  readonly closings: ReadonlyMap<string, readonly Standing[]>;
  /** Up to that date, oldest first. */
  readonly claims: readonly ReconciledClaim[];
  readonly reported: Reported;
  readonly conflicts: readonly Conflict[];
  /** The proposed one first. */
  readonly candidates: readonly CandidateStanding[];
  /** By date, including those that have passed. */
  readonly milestones: readonly MilestoneAhead[];
  readonly decision?: Decision;
}
