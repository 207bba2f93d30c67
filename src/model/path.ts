import type { Time } from './time.ts';

/** Why no number of members is enough. */
export const pathReasons = ['nobody-can-move', 'not-even-everybody'] as const;
export type PathReason = (typeof pathReasons)[number];

/**
 * What it would take: the smallest number of members that must come to support, and which. Members are codes, sorted.
 * Recused members never move; time is ignored but for `waitUntil`.
 */
export interface Path {
  /** Undefined when not even everybody's support would do. */
  readonly size: number | undefined;
  /** At most ten of the smallest sets: those with the fewest settled members first, then by their codes. */
  readonly sets: readonly (readonly string[])[];
  /** How many smallest sets there are; undefined when counting was given up. */
  readonly count: bigint | undefined;
  /** False when the search for the size was given up: the size is the least that was found, and so is the one set. */
  readonly exact: boolean;
  /** Members in all of the smallest sets. */
  readonly necessary: readonly string[];
  /** Members in at least one of the smallest sets. */
  readonly possible: readonly string[];
  /** The earliest time at which one of the smallest sets is enough; undefined when one is enough now. */
  readonly waitUntil: Time | undefined;
  /** Why there is no size. */
  readonly reason: PathReason | undefined;
}

/** How far a criterion that is reached is from being undone. */
export interface Room {
  /** So many of those in support may come to oppose, whoever they are, and the criterion is still met. */
  readonly members: number;
  /** What it has beyond its need, or less than it allows: an exact decimal in text, in members or in the weight's unit. */
  readonly weight: string;
}

/** How firmly an outcome stands. */
export interface Pivotal {
  /** Those in support of whom any one could undo the outcome by coming to oppose; codes, sorted. None unless reached. */
  readonly members: readonly string[];
  /** For each criterion that counts, from left to right; undefined unless it and the outcome are reached. */
  readonly rooms: readonly (Room | undefined)[];
}

/** A demand that stands between here and a decision. */
export interface DemandAhead {
  readonly id?: string;
  readonly text: string;
  /** The holdouts that make it; codes, sorted. */
  readonly members: readonly string[];
  /** How many of them want nothing else. */
  readonly satisfies: number;
  /** Whether one of those that make it is in a smallest set. */
  readonly onPath: boolean;
}
