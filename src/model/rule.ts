import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** The rules that have a name of their own; every one of them expands to criteria. */
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
  'no-objections': 'nobody opposes it; silence is a yes',
  silence: 'nobody opposes it until the silence ends; silence is a yes',
  'simple-majority': 'more than half of the members support it',
  'two-thirds': 'at least two thirds of the members support it',
  'majority-of-votes': 'more support it than oppose it',
  'two-thirds-of-votes': 'at least two thirds of those for or against support it',
  'eu-qualified-majority': '55% of members with 65% of the population, or fewer than four not in favour',
  'eu-reinforced-qualified-majority': '72% of members with 65% of the population',
  'un-security-council': 'nine in favour, and no permanent member against',
};

/**
 * What a stance does under a rule: it is counted for it; it makes it harder, as a no does; it is not counted; or the
 * member is left out altogether.
 */
export const effects = ['for', 'against', 'none', 'left-out'] as const;
export type Effect = (typeof effects)[number];

/** Floors ask for enough, ceilings for no more than. */
export const floors = ['at-least', 'more-than'] as const;
export const ceilings = ['at-most', 'fewer-than'] as const;
export const comparisons = [...floors, ...ceilings] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * How much a bound asks for. Numbers are exact decimals in text.
 * `share` is a part of the base (55% is 55/100, `all` is 1/1), `all-but` the base less a number, never below zero.
 */
export type Quantity =
  | { readonly kind: 'absolute'; readonly value: string }
  | { readonly kind: 'share'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'all-but'; readonly value: string };

export interface Bound {
  readonly comparison: Comparison;
  readonly quantity: Quantity;
  /** The bound as its author wrote it: `55%`, `2/3`, `all but 3`. */
  readonly text: string;
}

/** Whom a criterion looks at: these members, or all but these. Codes. */
export type Among = { readonly only: readonly string[] } | { readonly except: readonly string[] };

/** Counts members, or adds up a weight, and compares. */
export interface CountCriterion {
  readonly kind: 'count';
  readonly label?: string;
  readonly count: readonly Stance[];
  readonly among?: Among;
  /** The group's name, where `among` was written as one. */
  readonly group?: string;
  readonly bound: Bound;
  /** The base of a relative bound: everybody looked at, or those of these stances. */
  readonly of: 'members' | readonly Stance[];
  /** What is added up: `members`, or the name of a weight. */
  readonly by: string;
  /** Only positions that give a reason count. */
  readonly withWhy: boolean;
  /** Until then a satisfied criterion is open. */
  readonly notBefore?: Time;
}

/** Several criteria: all of them, or any one. */
export interface ConnectiveCriterion {
  readonly kind: 'all' | 'any';
  readonly label?: string;
  readonly of: readonly Criterion[];
}

export type Criterion = CountCriterion | ConnectiveCriterion;

/** The rule of a roster: its name and what it means. */
export interface Rule {
  readonly name: Preset | 'custom';
  readonly criterion: Criterion;
}

/** The criteria of a rule that count, from left to right. */
export function criteriaThatCount(criterion: Criterion): readonly CountCriterion[] {
  return criterion.kind === 'count' ? [criterion] : criterion.of.flatMap(criteriaThatCount);
}

/** Whether a criterion asks for no more than so much. */
export const isCeiling = ({ bound }: CountCriterion): boolean =>
  ceilings.some((ceiling) => ceiling === bound.comparison);
