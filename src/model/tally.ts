import type { CountCriterion } from './rule.ts';
import type { MilestoneAhead, Standing } from './snapshot.ts';
import { type Outcome, type Stance, stances, traitsOf } from './stance.ts';
import type { Time } from './time.ts';

/** Whether a criterion has closed, and when it does, if at all. */
export interface Closing {
  /** The time at which it closes: its own, or an earlier one above it. */
  readonly closes?: Time;
  /** Whether it has closed and the positions at that time are final; `all` and `any` close with their last part. */
  readonly closed: boolean;
}

/** The evaluation of a criterion that counts. Numbers are exact decimals in text, in members or the weight's unit. */
export interface CountEvaluation extends Closing {
  readonly kind: 'count';
  readonly criterion: CountCriterion;
  readonly status: Outcome;
  readonly have: string;
  /** The least that satisfies a floor, or the most that satisfies a ceiling. */
  readonly need: string;
  /** The amount below a floor or above a ceiling; 0 if the bound is satisfied. */
  readonly short: string;
  /** The value of `have` if every pending member moved to support. */
  readonly possible: string;
  readonly base: string;
  /** Whether the bound is satisfied but `not-before` has not come. */
  readonly waiting: boolean;
}

/** The evaluation of `all` or `any`. */
export interface ConnectiveEvaluation extends Closing {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  readonly status: Outcome;
  readonly of: readonly Evaluation[];
}

/** The evaluation of a rule, as a tree of the same shape. */
export type Evaluation = CountEvaluation | ConnectiveEvaluation;

/** A member whose support is missing. */
export interface Holdout extends Standing {
  /** Whether it is settled and the outcome would stay blocked even if all other members moved to support. */
  readonly blocking: boolean;
}

/** The number of members with each stance, and of all members. */
export type StanceCounts = Readonly<Record<Stance | 'members', number>>;

/** The number of members that are in the base of counts. */
export const takingPart = (counts: StanceCounts): number =>
  stances.reduce((sum, stance) => sum + (traitsOf[stance].takesPart ? counts[stance] : 0), 0);

/** What the members of one stance bring to a criterion that counts. */
export interface StanceShare {
  readonly stance: Stance;
  /** Whether the criterion counts them; it may ask for a reason, and then a stance has two shares. */
  readonly counted: boolean;
  /** Whether they are in its base. */
  readonly inBase: boolean;
  /** An exact decimal in text, in members or in the weight's unit. */
  readonly amount: string;
}

/** What a criterion that counts is made of. It leaves out recused members. */
export interface Composition {
  /** The members that it counts; codes, sorted. */
  readonly counted: readonly string[];
  /** Shares above zero, in the order of the stances. */
  readonly shares: readonly StanceShare[];
}

/** The latest change of a stance. */
export interface LastMove {
  /** A day. */
  readonly date: Time;
  /** Whole days from then to the snapshot's date. */
  readonly days: number;
  /** The codes of the members that changed on that day, sorted. */
  readonly members: readonly string[];
}

/** The rule's answer for a snapshot. */
export interface Tally {
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  /** For each criterion that counts, from left to right. */
  readonly compositions: readonly Composition[];
  readonly counts: StanceCounts;
  /** By the rank of their stance, then by code; empty if the outcome is reached. */
  readonly holdouts: readonly Holdout[];
  /** Deadlines missed without a decision or a reached outcome, then milestones ahead. */
  readonly milestones: readonly MilestoneAhead[];
  /** Absent if no dated change of a stance is known. */
  readonly lastMove?: LastMove;
}

/** A weight of one or several members, and the total it is a share of. Exact decimals in text. */
export interface WeightShare {
  readonly name: string;
  readonly value: string;
  readonly total: string;
}

/** The tally of a group of the roster. */
export interface GroupTally {
  readonly name: string;
  /** The number of its members that are in the roster and take part. */
  readonly members: number;
  readonly support: number;
  readonly holdingOut: number;
  readonly shares: readonly WeightShare[];
}
