import { outcomeAgainst } from '../engine/decision.ts';
import { snapshot } from '../engine/snapshot.ts';
import type { Roster } from '../model/roster.ts';
import type { Time } from '../model/time.ts';
import type { Problem } from '../roster/yaml/problem.ts';

/** Advice on what a roster answers: a decision against its rule, and a date on which nobody is in it. */
export function answerAdvice(roster: Roster, today: Time): Problem[] {
  return [...adviceOnDecision(roster), ...adviceOnMembers(roster, roster.asOf ?? today)];
}

function adviceOnDecision(roster: Roster): Problem[] {
  const { decision } = roster;
  if (decision === undefined) return [];
  const outcome = outcomeAgainst(roster, decision);
  if (outcome === undefined) return [];
  return [
    {
      code: 'decision-against-rule',
      severity: 'advice',
      path: ['decision', 'outcome'],
      at: 'value',
      message: `"${decision.outcome}", but under the rule the outcome on ${decision.date.text} was "${outcome}"`,
      hint: `check the rule, the date and the positions: status --as-of ${decision.date.text}`,
    },
  ];
}

function adviceOnMembers(roster: Roster, asOf: Time): Problem[] {
  if (snapshot(roster, asOf).members.length > 0) return [];
  return [
    {
      code: 'nobody-in-roster',
      severity: 'advice',
      path: ['members'],
      at: 'key',
      message: `nobody is in the roster on ${asOf.text}, so the outcome means nothing`,
      hint: 'check "joined" and "left" of the members, and "as-of"',
    },
  ];
}
