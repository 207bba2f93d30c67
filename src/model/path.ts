import type { DemandStatus } from './roster.ts';
import type { Time } from './time.ts';

/** Reasons why no number of members is enough. */
export const pathReasons = ['nobody-can-move', 'not-even-everybody', 'closed'] as const;
export type PathReason = (typeof pathReasons)[number];

/** The cheapest sets of members that would be enough. Members are codes, sorted. */
export interface MemberSets {
  /** The size of the sets; undefined if no set would be enough. */
  readonly size: number | undefined;
  /** At most ten of them: fewest settled members first, then by codes. */
  readonly sets: readonly (readonly string[])[];
  /** The number of sets; undefined if counting was given up. */
  readonly count: bigint | undefined;
  /** False if the search for the size was given up: it is then an upper bound, and `sets` has only the one set found. */
  readonly exact: boolean;
  /** False if a search was given up, so that `sets` may not have the first ones, or `necessary` not all members. */
  readonly complete: boolean;
  /** Members in all of the sets. */
  readonly necessary: readonly string[];
  /** Members in at least one of the sets, as far as they were found. */
  readonly possible: readonly string[];
  /** The number of sets that include each member in some set, by code; undefined if counting was given up. */
  readonly holding: ReadonlyMap<string, bigint> | undefined;
}

/**
 * The smallest sets of members whose support would settle the decision. Recused members never move.
 * `not-before` is ignored, except for `waitUntil`.
 */
export interface Path extends MemberSets {
  /** The earliest time at which one of the smallest sets is enough; undefined if one is enough now. */
  readonly waitUntil: Time | undefined;
  /** The reason why there is no size; undefined if there is one. */
  readonly reason: PathReason | undefined;
}

/** The sets with the fewest settled members that would settle the decision, of these the smallest. */
export interface Easiest extends MemberSets {
  /** The number of settled members in each set; undefined if no set would do. */
  readonly settled: number | undefined;
}

/** The settled members that would have to turn on a shortest path: all of these, or one of them. */
export interface Turning {
  readonly of: 'all' | 'one';
  /** Codes; sorted if it is all of them, else the one in more of the smallest sets first. */
  readonly members: readonly string[];
}

/** How many of the smallest sets include each member in some set. */
export interface Leverage {
  /** The number of smallest sets. */
  readonly of: bigint;
  /** By code, in order. */
  readonly sets: ReadonlyMap<string, bigint>;
}

/** The smallest sets of others whose support would make up for the turning of one pivotal member. */
export interface Defection extends MemberSets {
  readonly member: string;
}

/**
 * The fewest demands whose being met lets enough `conditional` members move. Met and dropped demands no longer
 * need to be met, and refused ones cannot be.
 */
export interface FewestDemands {
  /** The number of demands; undefined if no demands would be enough. */
  readonly size: number | undefined;
  /** At most ten sets of demands, by id or text, each sorted; in the order of their demands. */
  readonly sets: readonly (readonly string[])[];
  /** The number of sets; undefined if counting was given up. */
  readonly count: bigint | undefined;
  /** The members that would move if the demands of the first set were met; codes, sorted. */
  readonly moves: readonly string[];
  /** False if the search was given up. */
  readonly exact: boolean;
}

/** The margin by which a criterion is reached. */
export interface Room {
  /** The number of members, whichever they are and of any stance, that may turn to `oppose` with the criterion still met. */
  readonly members: number;
  /** The excess over a floor or the rest below a ceiling: an exact decimal in text, in members or the weight's unit. */
  readonly weight: string;
}

/** The members and margins on which a reached outcome depends. */
export interface Pivotal {
  /** Codes, sorted, of members of any stance that could each undo the outcome by turning to `oppose`. */
  readonly members: readonly string[];
  /** One for each criterion that counts, from left to right; undefined unless it and the outcome are reached. */
  readonly rooms: readonly (Room | undefined)[];
}

/** A demand of holdouts. */
export interface DemandAhead {
  readonly id?: string;
  readonly text: string;
  /** The holdouts that make the demand; codes, sorted. */
  readonly members: readonly string[];
  /** The number of these that make no other demand. */
  readonly satisfies: number;
  /** Whether any of these is in a smallest set. */
  readonly onPath: boolean;
  /** Promised or refused; absent for one that is only asked. */
  readonly status?: DemandStatus;
}

/** Answers about sets of members other than the path: who is easiest to win, who could block it, what it rests on. */
export interface Coalitions {
  /** Undefined if the outcome is reached. */
  readonly easiest: Easiest | undefined;
  /** Undefined where nobody has to turn, and where it takes more than two members to have one in every smallest set. */
  readonly turning: Turning | undefined;
  /** The smallest sets that could stop it; undefined if the outcome is blocked. */
  readonly toBlock: MemberSets | undefined;
  /** Undefined if the outcome is reached. */
  readonly fewestDemands: FewestDemands | undefined;
  /** Undefined if the outcome is reached, where all members in some set are equal, and if counting was given up. */
  readonly leverage: Leverage | undefined;
  /** One for each pivotal member; empty unless the outcome is reached. */
  readonly defection: readonly Defection[];
  /** The smallest sets without whose reports it would not be reached; undefined unless the outcome is reached. */
  readonly onEvidence: MemberSets | undefined;
}

/** The power of one member: how often its support alone makes the difference. */
export interface MemberPower {
  readonly code: string;
  readonly name: string;
  /** Its swings: the winning coalitions that would lose without it. Its share of all swings is its Banzhaf index. */
  readonly swings: bigint;
  /** The Shapley–Shubik index: the share of all orders of joining in which it decides, in lowest terms. */
  readonly shapley: { readonly numerator: bigint; readonly denominator: bigint };
}

/** The voting power of all members under a rule. */
export interface Power {
  /** All coalitions of members, and those with which the rule is met. */
  readonly coalitions: bigint;
  readonly winning: bigint;
  /** The swings of all members. */
  readonly swings: bigint;
  /** Those with the most swings first, then by code. */
  readonly members: readonly MemberPower[];
}
