import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The built-in rules, by name. Each expands to criteria. */
export const presets = [
  'consensus',
  'unanimity',
  'no-objections',
  'silence',
  'simple-majority',
  'two-thirds',
  'majority-of-votes',
  'two-thirds-of-votes',
  'eu-qualified-majority',
  'eu-reinforced-qualified-majority',
  'un-security-council',
] as const;
export type Preset = (typeof presets)[number];

/** What each preset asks for, as a clause; the JSON Schema makes a sentence of it. */
export const presetSummary: Readonly<Record<Preset, string>> = {
  consensus: 'everybody supports it, says no objection or abstains',
  unanimity: 'everybody supports it',
  'no-objections': 'nobody opposes it',
  silence: 'nobody opposes it until the silence ends',
  'simple-majority': 'more than half of the members support it',
  'two-thirds': 'at least two thirds of the members support it',
  'majority-of-votes': 'more support it than oppose it',
  'two-thirds-of-votes': 'at least two thirds of those for or against support it',
  'eu-qualified-majority': '55% of members with 65% of the population, or fewer than four not in favour',
  'eu-reinforced-qualified-majority': '72% of members with 65% of the population',
  'un-security-council': 'nine in favour, and no permanent member against',
};

/**
 * The effect of a stance under a rule: it counts for the outcome, makes it harder as a no does, does not count, or
 * leaves the member out altogether.
 */
export const effects = ['for', 'against', 'none', 'left-out'] as const;
export type Effect = (typeof effects)[number];

/** Comparisons that ask for enough. */
export const floors = ['at-least', 'more-than'] as const;
/** Comparisons that ask for no more than a number. */
export const ceilings = ['at-most', 'fewer-than'] as const;
export const comparisons = [...floors, ...ceilings] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The quantity of a bound. Numbers are exact decimals in text.
 * `share` is a part of the base (55% is 55/100, `all` is 1/1), `all-but` the base less a number, never below zero.
 */
export type Quantity =
  | { readonly kind: 'absolute'; readonly value: string }
  | { readonly kind: 'share'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'all-but'; readonly value: string };

/** The bound of a criterion. */
export interface Bound {
  readonly comparison: Comparison;
  readonly quantity: Quantity;
  /** The quantity as written: `55%`, `2/3`, `all but 3`. */
  readonly text: string;
}

/** The scope of a criterion: these members, or all but these. Codes. */
export type Among = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** A criterion that counts members, or adds up a weight, and compares. */
export interface CountCriterion {
  readonly kind: 'count';
  readonly label?: string;
  /** The stances that are counted. */
  readonly count: readonly Stance[];
  /** Absent for all members. */
  readonly among?: Among;
  /** The name of the group if `among` was written as one. */
  readonly group?: string;
  readonly bound: Bound;
  /** The base of a relative bound: all members in scope, or those with these stances. */
  readonly of: 'members' | readonly Stance[];
  /** What is added up: `members`, or the name of a weight. */
  readonly by: string;
  /** Only positions with a reason count. */
  readonly withWhy: boolean;
  /** Before this date a met criterion is open. */
  readonly notBefore?: Time;
}

/** A criterion that combines others: all of them must be met, or any one. */
export interface ConnectiveCriterion {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  readonly of: readonly Criterion[];
}

/** A rule's terms: a tree of criteria. */
export type Criterion = CountCriterion | ConnectiveCriterion;

/** The rule of a roster: its name and its criteria. */
export interface Rule {
  readonly name: Preset | 'custom';
  readonly criterion: Criterion;
}

/** The criteria that count, from left to right: the leaves of the tree. */
export function criteriaThatCount(criterion: Criterion): readonly CountCriterion[] {
  return criterion.kind === 'count' ? [criterion] : criterion.of.flatMap(criteriaThatCount);
}

/** Whether a criterion has an upper bound. */
export const isCeiling = ({ bound }: CountCriterion): boolean =>
  ceilings.some((ceiling) => ceiling === bound.comparison);
