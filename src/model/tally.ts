import type { CountCriterion } from './rule.ts';
import type { MilestoneAhead, Standing } from './snapshot.ts';
import { type Outcome, type Stance, stances, traitsOf } from './stance.ts';

/** The evaluation of a criterion that counts. Numbers are exact decimals in text, of members or of the weight. */
export interface CountEvaluation {
  readonly kind: 'count';
  readonly criterion: CountCriterion;
  readonly status: Outcome;
  /** What is counted. */
  readonly have: string;
  /** The least that a floor asks for, or the most that a ceiling allows. */
  readonly need: string;
  /** What a floor lacks, or what is too much for a ceiling; 0 if met by number. */
  readonly short: string;
  /** What would be counted if every pending member moved to support. */
  readonly possible: string;
  /** What a share is taken of. */
  readonly base: string;
  /** Met by number, but before its `not-before` date. */
  readonly waiting: boolean;
}

/** The evaluation of `all` or `any`. */
export interface ConnectiveEvaluation {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  readonly status: Outcome;
  readonly of: readonly Evaluation[];
}

/** The evaluation of a rule: a tree of the same shape. */
export type Evaluation = CountEvaluation | ConnectiveEvaluation;

/** A member whose support would bring the outcome closer. @see docs/rules.md#holdouts */
export interface Holdout extends Standing {
  /** Settled, and enough by itself to keep the outcome blocked, whatever the others do. */
  readonly blocking: boolean;
}

/** The number of members with each stance, and of all. */
export type StanceCounts = Readonly<Record<Stance | 'members', number>>;

/** The number of members that are in the base of counts. */
export const takingPart = (counts: StanceCounts): number =>
  stances.reduce((sum, stance) => sum + (traitsOf[stance].takesPart ? counts[stance] : 0), 0);

/** The rule's answer for a snapshot. */
export interface Tally {
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  readonly counts: StanceCounts;
  /** Furthest from support first, then by code; empty if the outcome is reached. */
  readonly holdouts: readonly Holdout[];
  /** Those ahead, after deadlines that passed if the outcome is not reached and nothing is decided. */
  readonly milestones: readonly MilestoneAhead[];
}
