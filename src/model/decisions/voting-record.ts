import type { Roster } from '../roster.ts';
import type { Stance } from '../stance.ts';
import type { DecisionSummary } from './summary.ts';

/** A member's stance in one decision, without the evidence for it. */
export interface RecordedStance {
  readonly code: string;
  readonly name: string;
  readonly stance: Stance;
}

/** One decision with the stance of each member on its date. */
export interface VotingRecord extends DecisionSummary {
  /** Those in the roster on that date, sorted by code. */
  readonly members: readonly RecordedStance[];
  readonly groups: Roster['groups'];
}

/** A member's stances in several decisions. */
export interface MatrixRow {
  readonly code: string;
  readonly name: string;
  /** One for each decision, in the same order; undefined where it was not a member on that date. */
  readonly stances: readonly (Stance | undefined)[];
}

/** Members by decisions. One code is one member in all of them. */
export interface Matrix {
  /** In the order in which they were given. */
  readonly decisions: readonly DecisionSummary[];
  /** All that were members in one of the decisions, sorted by code. */
  readonly members: readonly MatrixRow[];
}

/** Files of folders that are not among the decisions. */
export interface LeftOut {
  /** How many are not rosters. */
  readonly passedOver: number;
  /** How many are rosters that are not valid. */
  readonly invalid: number;
}

/** Everything that `matrix` shows. */
export interface MatrixView extends Matrix, LeftOut {}
