import type { MemberSets } from './coalitions.ts';
import type { Time } from './time.ts';

/** Reasons why no number of members is enough. */
export const pathReasons = ['nobody-can-move', 'not-even-everybody'] as const;
export type PathReason = (typeof pathReasons)[number];

/**
 * The smallest sets of members that would settle the decision by coming to support. Recused members never move.
 * `not-before` is ignored, except for `waitUntil`.
 */
export interface Path extends MemberSets {
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
