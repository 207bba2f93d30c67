import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The built-in rules. Each expands to criteria. */
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

/** The requirement of each preset, as a clause; the JSON Schema makes a sentence of it. */
export const presetSummary: Readonly<Record<Preset, string>> = {
  consensus: 'every member supports it, has no objection or abstains',
  unanimity: 'every member supports it',
  'no-objections': 'no member opposes it; silence counts as consent',
  silence: 'no member opposes it by the deadline; silence counts as consent',
  'simple-majority': 'more than half of the members support it',
  'two-thirds': 'at least two thirds of the members support it',
  'majority-of-votes': 'more members support it than oppose it',
  'two-thirds-of-votes': 'at least two thirds of the votes for and against support it',
  'eu-qualified-majority': '55% of members with 65% of the population, or fewer than four not in favour',
  'eu-reinforced-qualified-majority': '72% of members with 65% of the population',
  'un-security-council': 'nine in favour, and no permanent member against',
};

/**
 * Effects of a stance under a rule: it counts towards the rule, counts against it as a no does, does not count, or
 * takes the member out of the base.
 */
export const effects = ['for', 'against', 'none', 'left-out'] as const;
export type Effect = (typeof effects)[number];

/** Bounds that ask for a minimum. */
export const floors = ['at-least', 'more-than'] as const;
/** Bounds that ask for a maximum. */
export const ceilings = ['at-most', 'fewer-than'] as const;
/** All kinds of bounds. */
export const comparisons = [...floors, ...ceilings] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The amount that a bound asks for. Numbers are exact decimals in text. `share` is a fraction of the base (55% is
 * 55/100, `all` is 1/1); `all-but` is the base minus a number, but at least zero.
 */
export type Quantity =
  | { readonly kind: 'absolute'; readonly value: string }
  | { readonly kind: 'share'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'all-but'; readonly value: string };

/** The bound of a criterion. */
export interface Bound {
  readonly comparison: Comparison;
  readonly quantity: Quantity;
  /** The bound as its author wrote it: `55%`, `2/3`, `all but 3`. */
  readonly text: string;
}

/** The members that a criterion looks at: only these codes, or all members except these. */
export type Among = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** A criterion that counts members, or adds up a weight, and compares the sum with a bound. */
export interface CountCriterion {
  readonly kind: 'count';
  readonly label?: string;
  readonly count: readonly Stance[];
  readonly among?: Among;
  /** The group's name, if `among` was written as one. */
  readonly group?: string;
  readonly bound: Bound;
  /** The base of a relative bound: all members looked at, or those with these stances. */
  readonly of: 'members' | readonly Stance[];
  /** `members`, or the name of the weight that is added up. */
  readonly by: string;
  /** Whether only positions with a reason count. */
  readonly withWhy: boolean;
  /** The time before which a satisfied criterion is still open. */
  readonly notBefore?: Time;
  /** The time at which it closes: the positions at that time are final, unless something above it closes earlier. */
  readonly closes?: Time;
}

/** A criterion that is met if all of its parts are, or if any is. */
export interface ConnectiveCriterion {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  /** The time at which its parts close, except those that close earlier. */
  readonly closes?: Time;
  readonly of: readonly Criterion[];
}

/** A node in the tree of a rule. */
export type Criterion = CountCriterion | ConnectiveCriterion;

/** The rule of a roster: its name and its criterion. */
export interface Rule {
  readonly name: Preset | 'custom';
  /** The time at which the whole rule closes, except parts that close earlier. */
  readonly closes?: Time;
  readonly criterion: Criterion;
}

/** The criteria that count, at any depth, from left to right. */
export function criteriaThatCount(criterion: Criterion): readonly CountCriterion[] {
  return criterion.kind === 'count' ? [criterion] : criterion.of.flatMap(criteriaThatCount);
}

/** Whether a criterion's bound is a maximum. */
export const isCeiling = ({ bound }: CountCriterion): boolean =>
  ceilings.some((ceiling) => ceiling === bound.comparison);
