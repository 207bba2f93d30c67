import type { Decision } from './roster.ts';
import type { Rule } from './rule.ts';
import type { CandidateStanding, MilestoneAhead, ReconciledClaim, Snapshot, Standing } from './snapshot.ts';
import type { Stance } from './stance.ts';
import type { Tally } from './tally.ts';

/** Whether a move brought the criteria closer to being met, put them further away, or neither or both. */
export const directions = ['toward', 'away', 'sideways'] as const;
export type Direction = (typeof directions)[number];

/** Something that differs: as it was, and as it is. Absent where there was or is none. */
export interface Changed<T> {
  readonly before?: T;
  readonly after?: T;
}

/** Something that was and is, and differs. */
export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** A member of both snapshots that stands elsewhere. */
export interface Move extends Both<Standing> {
  readonly code: string;
  readonly name: string;
  readonly from: Stance;
  readonly to: Stance;
  readonly direction: Direction;
  /** Undoing this one move alone would change the outcome after. */
  readonly decisive: boolean;
}

/** A member of both snapshots of which something else is known. */
export interface MemberChange<T> extends Both<T> {
  readonly code: string;
  readonly name: string;
}

/** What is new and what is gone. */
export interface Lists<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
}

export interface NamedChange<T> extends Changed<T> {
  readonly name: string;
}

export interface WeightChange extends Changed<string> {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
}

/** One side of a comparison. */
export interface Side {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
}

/** What changed from one snapshot to another. Members are sorted by code, everything else by name or date. */
export interface Diff extends Both<Side> {
  readonly outcomeChanged: boolean;
  /** Title and body are the same. */
  readonly sameMatter: boolean;
  readonly moved: readonly Move[];
  readonly joined: readonly Standing[];
  readonly left: readonly Standing[];
  /** Same stance, another reason or other demands. */
  readonly reasons: readonly MemberChange<Standing>[];
  /** Same stance and reasons, said by others, on another day, or in other sources. */
  readonly evidence: readonly MemberChange<Standing>[];
  readonly names: readonly MemberChange<string>[];
  readonly rule?: Both<Rule>;
  readonly weights: readonly WeightChange[];
  readonly groups: readonly NamedChange<readonly string[]>[];
  readonly claims: Lists<ReconciledClaim>;
  readonly candidates: readonly NamedChange<CandidateStanding>[];
  readonly milestones: Lists<MilestoneAhead>;
  /** What lay ahead before and does not any more. */
  readonly passed: readonly MilestoneAhead[];
  /** The deadlines among them that passed with the outcome not reached and nothing decided. */
  readonly missed: readonly MilestoneAhead[];
  readonly decision?: Changed<Decision>;
  /** Anything at all. */
  readonly changed: boolean;
}
