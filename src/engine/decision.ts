import type { Decision, DecisionOutcome, Roster } from '../model/roster.ts';
import type { Outcome } from '../model/stance.ts';
import { evaluate } from './rule/evaluate.ts';
import { snapshot } from './snapshot.ts';

/** Whether a decision goes against an outcome under the rule. */
const contradicts: Readonly<Record<DecisionOutcome, (outcome: Outcome) => boolean>> = {
  adopted: (outcome) => outcome !== 'reached',
  rejected: (outcome) => outcome === 'reached',
  withdrawn: () => false,
};

/** The outcome at the time of a decision that goes against it: adopted though not reached, or rejected though reached. */
export function outcomeAgainst(roster: Roster, { date, outcome }: Decision): Outcome | undefined {
  const outcomeThen = evaluate(snapshot(roster, date)).evaluation.status;
  return contradicts[outcome](outcomeThen) ? outcomeThen : undefined;
}
