import type { Standing } from '../snapshot.ts';
import type { Stance } from '../stance.ts';
import type { Time } from '../time.ts';
import type { ListedDecision } from './listed.ts';

/** A move of one member that changed the outcome: without it, the outcome right after would have been different. */
export interface DecisiveMove {
  /** The day on which it moved. */
  readonly date: Time;
  readonly from: Stance;
  readonly to: Stance;
}

/** One member in one decision, on the date at which its roster was read. */
export interface MemberDecision {
  readonly decision: ListedDecision;
  /** Absent if it was not a member on that date. */
  readonly standing?: Standing;
  readonly holdsOut: boolean;
  /** Up to that date, the earliest first; empty if it was not a member on that date. */
  readonly decisiveMoves: readonly DecisiveMove[];
}

/** How many decisions there are, and how many of each kind among those in which it was a member on their dates. */
export interface MemberCounts {
  readonly decisions: number;
  readonly member: number;
  readonly supported: number;
  readonly heldOut: number;
  readonly recused: number;
  /** Those in which one of its moves was decisive. */
  readonly moved: number;
}

/** Everything that `member` shows of one member over several decisions. */
export interface MemberDecisionsView {
  readonly member: { readonly code: string; readonly name: string };
  /** In the order of a list; those in which it was not a member on their dates come last. */
  readonly decisions: readonly MemberDecision[];
  readonly counts: MemberCounts;
  /** How many files of the folders are not rosters. */
  readonly passedOver: number;
  /** How many rosters are not valid. */
  readonly invalid: number;
}
