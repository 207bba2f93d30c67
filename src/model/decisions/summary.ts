import type { Decision } from '../roster.ts';
import type { Rule } from '../rule.ts';
import type { Outcome } from '../stance.ts';
import type { Evaluation } from '../tally.ts';
import type { Time } from '../time.ts';

/**
 * States of a decision among several, in the order in which they are listed: `decided` once the body has decided, else
 * the outcome.
 */
export const decisionStates = ['open', 'blocked', 'reached', 'decided'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** One decision among several, on the date at which its roster was read, without its members. */
export interface DecisionSummary {
  /** The roster as the user names it. */
  readonly file: string;
  readonly title: string;
  readonly body?: string;
  readonly asOf: Time;
  /** Whether only `stated` positions were used. */
  readonly onRecord: boolean;
  readonly rule: Rule['name'];
  readonly state: DecisionState;
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  readonly decision?: Decision;
}
