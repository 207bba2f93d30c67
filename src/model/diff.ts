import type { Decision, Round } from './roster.ts';
import type { Rule } from './rule.ts';
import type {
  CandidateStanding,
  DemandAnswer,
  DemandStanding,
  DeniedReport,
  MilestoneAhead,
  ReconciledClaim,
  Snapshot,
  Standing,
} from './snapshot.ts';
import type { Stance } from './stance.ts';
import type { Tally } from './tally.ts';

/** The direction of a move: closer to the outcome for the criteria, further away, or neither or both. */
export const directions = ['toward', 'away', 'sideways'] as const;
export type Direction = (typeof directions)[number];

/** A value before and after; absent where there was or is none. */
export interface Changed<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A value before and after, if it has both. */
export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

/** A member of both snapshots whose stance differs. */
export interface Move extends BeforeAfter<Standing> {
  readonly code: string;
  readonly name: string;
  readonly from: Stance;
  readonly to: Stance;
  readonly direction: Direction;
  /** Undoing this move alone would change the outcome of the later snapshot. */
  readonly decisive: boolean;
}

/** A member of both snapshots with the same stance and another difference. */
export interface MemberDiff<T> extends BeforeAfter<T> {
  readonly code: string;
  readonly name: string;
}

/** A report about a member of both snapshots that is denied only in the later one. */
export interface NewDenial extends DeniedReport {
  readonly code: string;
  readonly name: string;
}

/** A demand whose status changed; without an answer it was, or is, only asked. */
export interface DemandDiff extends Changed<DemandAnswer>, Pick<DemandStanding, 'id' | 'text' | 'members'> {}

/** The entries of a list that were added and removed. */
export interface ListChange<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

/** A named entry that was added, removed or changed. */
export interface NamedChange<T> extends Changed<T> {
  readonly name: string;
}

/** A weight of a member of both snapshots that was added, removed or changed. Exact decimals in text. */
export interface WeightChange extends Changed<string> {
  readonly code: string;
  readonly name: string;
  /** The name of the weight. */
  readonly weight: string;
}

/** One of the two snapshots that are compared. */
export interface Side {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
}

/** The differences between two snapshots. Members are sorted by code, everything else by name or date. */
export interface Diff extends BeforeAfter<Side> {
  readonly outcomeChanged: boolean;
  /** Title and body are the same. */
  readonly sameMatter: boolean;
  readonly moved: readonly Move[];
  /** The members of the later snapshot only. */
  readonly joined: readonly Standing[];
  /** The members of the earlier snapshot only. */
  readonly left: readonly Standing[];
  /** The same stance with another reason or other demands. */
  readonly reasons: readonly MemberDiff<Standing>[];
  /** The same stance and reasons with another author, date, basis or other sources. */
  readonly evidence: readonly MemberDiff<Standing>[];
  readonly denied: readonly NewDenial[];
  /** The demands that were promised, met, dropped, refused or asked again in between; sorted by id. */
  readonly demands: readonly DemandDiff[];
  readonly names: readonly MemberDiff<string>[];
  /** Absent if the rule is the same, apart from the members of its groups and the order of lists. */
  readonly rule?: BeforeAfter<Rule>;
  readonly weights: readonly WeightChange[];
  readonly groups: readonly NamedChange<readonly string[]>[];
  readonly claims: ListChange<ReconciledClaim>;
  readonly candidates: readonly NamedChange<CandidateStanding>[];
  readonly milestones: ListChange<MilestoneAhead>;
  /** The milestones that were ahead on the earlier date and are not on the later one. */
  readonly passed: readonly MilestoneAhead[];
  /** The deadlines among `passed`, if the outcome is not reached and nothing is decided. */
  readonly missed: readonly MilestoneAhead[];
  readonly round?: Changed<Round>;
  readonly decision?: Changed<Decision>;
  /** Whether anything differs at all. */
  readonly changed: boolean;
}
