import type { Time } from './time.ts';

/** Why there is no path: no number of members is enough. */
export const pathReasons = ['nobody-can-move', 'not-even-everybody'] as const;
export type PathReason = (typeof pathReasons)[number];

/**
 * The shortest path to the outcome: the smallest number of members that must move to support, and which. Members are
 * codes, sorted. Recused members never move; `not-before` dates matter for `waitUntil` only.
 */
export interface Path {
  /** Undefined if even everybody's support would not be enough. */
  readonly size: number | undefined;
  /** At most ten of the smallest sets: those with the fewest settled members first, then by their codes. */
  readonly sets: readonly (readonly string[])[];
  /** The number of smallest sets; undefined if counting was given up. */
  readonly count: bigint | undefined;
  /** False if the search was given up: the size and the one set are then the smallest found, not proven smallest. */
  readonly exact: boolean;
  /** Members in all of the smallest sets. */
  readonly necessary: readonly string[];
  /** Members in at least one of the smallest sets. */
  readonly possible: readonly string[];
  /** The earliest `not-before` date at which one of the smallest sets is enough; undefined if one is enough now. */
  readonly waitUntil: Time | undefined;
  /** Why there is no size; undefined if there is one. */
  readonly reason: PathReason | undefined;
}

/** The room of a reached criterion: how far it is from being undone. */
export interface Room {
  /** The number of supporters that may turn to oppose, whichever they are, with the criterion still met. */
  readonly members: number;
  /** What it has beyond its need, or still allows: an exact decimal in text, in members or in the weight's unit. */
  readonly weight: string;
}

/** How firmly a reached outcome stands. */
export interface Pivotal {
  /** Supporters that could each undo the outcome by turning to oppose; codes, sorted. Empty unless it is reached. */
  readonly members: readonly string[];
  /** One for each criterion that counts, from left to right; undefined unless it and the outcome are reached. */
  readonly rooms: readonly (Room | undefined)[];
}

/** A demand of one or more holdouts. */
export interface DemandAhead {
  readonly id?: string;
  readonly text: string;
  /** The holdouts that want it; codes, sorted. */
  readonly members: readonly string[];
  /** The number of them that want nothing else. */
  readonly satisfies: number;
  /** Whether one of them is in a smallest set. */
  readonly onPath: boolean;
}
