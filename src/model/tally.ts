import type { CountCriterion } from './rule.ts';
import type { MilestoneAhead, Standing } from './snapshot.ts';
import { type Outcome, type Stance, stances, traitsOf } from './stance.ts';

/** A criterion that counts, as evaluated. Numbers are exact decimals in text, in members or in the weight's unit. */
export interface CountEvaluation {
  readonly kind: 'count';
  readonly criterion: CountCriterion;
  readonly status: Outcome;
  readonly have: string;
  /** What a floor asks for at the least; what a ceiling allows at the most. */
  readonly need: string;
  /** What is missing to a floor, or what is too much for a ceiling; 0 when met by number. */
  readonly short: string;
  /** What it would have if every pending member came to support. */
  readonly possible: string;
  readonly base: string;
  /** Met by number, but its time has not come. */
  readonly waiting: boolean;
}

export interface ConnectiveEvaluation {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  readonly status: Outcome;
  readonly of: readonly Evaluation[];
}

/** The rule as evaluated: a tree of the same shape. */
export type Evaluation = CountEvaluation | ConnectiveEvaluation;

export interface Holdout extends Standing {
  /** Settled, and enough to keep the outcome blocked whatever the others do. */
  readonly blocking: boolean;
}

/** How many members there are of each stance, and in all. */
export type StanceCounts = Readonly<Record<Stance | 'members', number>>;

/** The number of members that are in the base of counts. */
export const takingPart = (counts: StanceCounts): number =>
  stances.reduce((sum, stance) => sum + (traitsOf[stance].takesPart ? counts[stance] : 0), 0);

/** The rule's answer for a snapshot. */
export interface Tally {
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  readonly counts: StanceCounts;
  /** Worst first, then by code; empty when the outcome is reached. */
  readonly holdouts: readonly Holdout[];
  /** What is ahead, after the deadlines that passed with the outcome not reached and nothing decided. */
  readonly milestones: readonly MilestoneAhead[];
}
