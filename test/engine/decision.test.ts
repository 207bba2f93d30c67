import { expect, test } from 'vitest';
import { outcomeAgainst } from '../../src/engine/decision.ts';
import type { Decision, DecisionOutcome } from '../../src/model/roster.ts';
import type { Outcome } from '../../src/model/stance.ts';
import { rosterOf } from '../support/rosters.ts';

const members = {
  reached: { a: 'support', b: { date: '2024-03-01', stance: 'support' } },
  open: { a: 'support', b: { date: '2024-03-02', stance: 'support' } },
  blocked: { a: 'support', b: { date: '2024-03-01', stance: 'oppose' } },
};

test.each<[DecisionOutcome, Outcome, boolean]>([
  ['adopted', 'reached', false],
  ['adopted', 'open', true],
  ['adopted', 'blocked', true],
  ['rejected', 'reached', true],
  ['rejected', 'open', false],
  ['rejected', 'blocked', false],
  ['withdrawn', 'reached', false],
  ['withdrawn', 'open', false],
])('%s while the rule was %s on that date: against the rule is %s', (outcome, ruled, against) => {
  const decision = { date: '2024-03-01', outcome };
  const roster = rosterOf({ members: members[ruled], decision });
  expect(outcomeAgainst(roster, roster.decision as Decision)).toBe(against ? ruled : undefined);
});
