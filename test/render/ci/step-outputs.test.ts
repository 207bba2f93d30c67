import { expect, test } from 'vitest';
import { type DecisionOutputs, renderStepOutputs, worstOutcome } from '../../../src/render/ci/step-outputs.ts';
import { outputsIn } from '../../support/runner.ts';

const one = (change: Partial<DecisionOutputs> = {}): DecisionOutputs => ({
  title: 'One',
  outcome: 'open',
  turn: undefined,
  holdouts: ['A', 'B'],
  support: 1,
  members: 3,
  ...change,
});

test('holdouts of several decisions are told once, first those that hold out in most', () => {
  const decisions = [one(), one({ holdouts: ['C', 'B'] }), one({ holdouts: [] })];
  expect(outputsIn(renderStepOutputs(decisions))).toMatchObject({ holdouts: 'B,A,C', support: '3', members: '9' });
});

test('the outcome is the worst, and all are reached only if each is', () => {
  const outputs = (...outcomes: readonly DecisionOutputs['outcome'][]): Readonly<Record<string, string>> =>
    outputsIn(renderStepOutputs(outcomes.map((outcome) => one({ outcome }))));
  expect(outputs('reached', 'open', 'blocked')).toMatchObject({
    outcome: 'blocked',
    reached: 'false',
    open: '1',
    blocked: '1',
  });
  expect(outputs('reached', 'open')).toMatchObject({ outcome: 'open', reached: 'false', decisions: '2' });
  expect(outputs('reached', 'reached')).toMatchObject({ outcome: 'reached', reached: 'true', open: '0' });
  expect(worstOutcome([])).toBe('reached');
});

test('titles are a line each, whatever is in them', () => {
  const decisions = [
    one({ title: 'A\nB', turn: 'newly-reached' }),
    one({ title: '::error::x', turn: 'newly-reached' }),
    one({ title: 'end\r\nend-', turn: 'lost' }),
    one({ turn: 'unchanged' }),
  ];
  expect(outputsIn(renderStepOutputs(decisions))).toMatchObject({
    'newly-reached': 'true',
    lost: 'true',
    'newly-reached-titles': 'A B\n\\u{3a}:error::x',
    'lost-titles': 'end end-',
  });
});
