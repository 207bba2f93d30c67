import type { Time } from './time.ts';

/** Reasons why no number of members is enough. */
export const pathReasons = ['nobody-can-move', 'not-even-everybody', 'closed'] as const;
export type PathReason = (typeof pathReasons)[number];

/**
 * The smallest sets of members that would settle the decision by coming to support. Members are codes, sorted. Recused
 * members never move. `not-before` is ignored, except for `waitUntil`.
 */
export interface Path {
  /** The size of the smallest sets; undefined if support of all members would not be enough. */
  readonly size: number | undefined;
  /** At most ten of the smallest sets: fewest settled members first, then by codes. */
  readonly sets: readonly (readonly string[])[];
  /** The number of smallest sets; undefined if counting was given up. */
  readonly count: bigint | undefined;
  /** False if the search was given up: `size` is then an upper bound, and `sets` has only the smallest set found. */
  readonly exact: boolean;
  /** Members in all of the smallest sets. */
  readonly necessary: readonly string[];
  /** Members in at least one of the smallest sets. */
  readonly possible: readonly string[];
  /** The earliest time at which one of the smallest sets is enough; undefined if one is enough now. */
  readonly waitUntil: Time | undefined;
  /** The reason why there is no size; undefined if there is one. */
  readonly reason: PathReason | undefined;
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
}
