/*
 * The solver: the cheapest sets of members whose moving would meet a need.
 *
 * **The problem.** `requirement.ts` reduces a question about a rule on a snapshot to covering constraints. Each member
 * that may move has a gain, a whole number; a set meets a constraint when its gains add up to what is required; the
 * need is a tree of `all` and `any` over the constraints (`need.ts`). Members cost the same, or a settled one costs
 * more than all pending ones together, so this is an integer covering program whose costs have one level or two. Where
 * the moves are not to support, gains may be below zero.
 *
 * One constraint is solved by sorting (`one-constraint.ts`). Several are a hard problem, and are searched
 * (`many-constraints.ts`).
 *
 * **Symmetry classes.** Members with the same gain in every constraint are interchangeable (`symmetry.ts`), so the
 * search decides how many of each class to choose, not which. Nothing is lost: a set that trades a member for another
 * of its class meets the same constraints. Such numbers, one for each class, are a selection; a constraint over classes
 * is a row.
 *
 * **Three levels.** A need is multiplied out into alternatives: lists of rows that must all be met (`need.ts`). The
 * outer level tries quotas, how many members of each cost, from the cheapest that no weighted sum of rows rules out
 * (`first-step.ts`, `cheapest-quotas.ts`). The inner level asks whether a selection with these quotas meets an
 * alternative (`branch-and-bound.ts`). It branches on the bounds of one class until it knows.
 *
 * **Surrogate relaxation.** A node is decided by giving each of its rows a weight and adding them up
 * (`relaxation.ts`). Whatever meets all rows meets the sum, and picking the largest gains (`take-largest.ts`) finds the
 * selection that gains most by one sum. If even that one falls short, the node holds no solution and is dropped; if it
 * meets all rows, it is the answer. Otherwise weight is moved to the rows that it missed. Where no weights decide,
 * members are swapped (`swaps.ts`), the bounds are tightened by reduced cost, and the search branches.
 *
 * **The first sets** are built member by member (`search-sets.ts`). Most steps need no search: the last selection found
 * allows them, or one trade makes it so, or a Lagrangian bound that is kept up to date excludes them
 * (`lagrangian-bound.ts`).
 *
 * **Why it is exact.** A node is dropped only where the sum falls short by more than doubles can err. A selection is
 * accepted only if it meets the constraints: numbers below 2^50 are exact in doubles, larger ones are rounded so that
 * no solution is lost, and what is found is checked in bigints. Work is counted in steps, not in time, so every
 * machine gives the same answer. When the budget for the size is used up, the smallest set known is returned as not
 * proven.
 *
 * `engine/counting/` then counts the sets without listing them. The types and the listing are below.
 */

import type { Need } from './program/need.ts';
import type { Row, SymmetryClass } from './program/symmetry.ts';
import type { Vector } from './program/vectors.ts';

/**
 * What members cost: all the same, so that the smallest sets are cheapest; or a settled one more than all pending ones
 * together, so that the cheapest have the fewest settled members, and then the fewest members.
 */
export type Costs = 'members' | 'settled-first';

/** The selections among which all cheapest sets are: what is needed to count them. */
export interface Frame {
  readonly classes: readonly SymmetryClass[];
  /** The constraints over these classes, in their order, rounded so that no set is lost. */
  readonly rows: readonly Row[];
  /** By class: the level of its cost, from zero. */
  readonly levels: Vector;
  /** By level: how many members a set has. */
  readonly quotas: readonly number[];
  /** By class: the least and the most that a set has of it. */
  readonly lower: Vector;
  readonly upper: Vector;
}

/** Codes of the members in all of the sets, and in at least one of them. */
export interface Membership {
  readonly necessary: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  /** Whether all that are necessary are known: the search was not given up. */
  readonly complete: boolean;
}

/** The cheapest sets of members that meet a need, as far as they are known without counting them. */
export interface SmallestSets {
  /** How many members each has; undefined only if the search for it was given up and no set is known. */
  readonly size: number | undefined;
  /** How many of them are settled, where that is the same for all sets; else of the first. */
  readonly settled: number | undefined;
  /** Whether the size is proven: its search was not given up. */
  readonly exact: boolean;
  /** At most ten, in codes: those with the fewest settled members first, then by code. Each is sorted. */
  readonly sets: readonly (readonly string[])[];
  /** Whether these are the first sets, and all if fewer than ten: the search for them was not given up. */
  readonly complete: boolean;
  /** Undefined if the search was given up. */
  readonly frame: Frame | undefined;
  /** The membership, as far as the search for it goes. */
  readonly membership: () => Membership;
  /** Whether one of them also meets another need over the same constraints. */
  readonly suffice: (need: Need) => boolean;
  /** The steps that all of this has taken up to now. */
  readonly spent: () => number;
}
