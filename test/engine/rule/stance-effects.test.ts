import { describe, expect, test } from 'vitest';
import { effectsOf, needsOf } from '../../../src/engine/rule/stance-effects.ts';
import { type Effect, type Preset, presets } from '../../../src/model/rule.ts';
import { type Stance, stances } from '../../../src/model/stance.ts';
import { presetRule } from '../../../src/roster/schema/rule.ts';
import { leavesOf, type Plain, rosterOf, said, tallyOf } from '../../support/rosters.ts';

const weights = { population: 10 };
const others = { A: { stance: 'support', weights }, B: { stance: 'oppose', weights } };

/** What a member X changes in the criteria of a rule by taking a stance, as against leaving every count. */
function observed(rule: string | Plain, stance: Stance): Effect {
  if (stance === 'recused') return 'left-out';
  const evaluated = (X: Plain) =>
    leavesOf(tallyOf({ rule, groups: { permanent: ['X'] }, members: { ...others, X: { ...X, weights } } }).evaluation);
  const without = evaluated({ stance: 'recused' });
  const found = evaluated(said(stance)).map(({ criterion, have, base }, index): Effect => {
    const counted = have !== without[index]?.have;
    if (criterion.bound.comparison === 'at-most') return counted ? 'against' : 'none';
    if (counted) return 'for';
    // Nine are needed, however many there are.
    return criterion.bound.quantity.kind !== 'absolute' && base !== without[index]?.base ? 'against' : 'none';
  });
  return (['for', 'against'] as const).find((effect) => found.includes(effect)) ?? 'none';
}

describe.each(presets)('under %s', (preset) => {
  const { written, criterion } = presetRule(preset);

  test.each(stances)('%s does what is said of it', (stance) => {
    expect(effectsOf(criterion)[stance]).toBe(observed(written, stance));
  });
});

test('what a rule needs is a weight or a group, once', () => {
  const needs: Partial<Record<Preset, object>> = {
    'eu-qualified-majority': { weights: ['population'], groups: [] },
    'eu-reinforced-qualified-majority': { weights: ['population'], groups: [] },
    'un-security-council': { weights: [], groups: ['permanent'] },
  };
  for (const preset of presets)
    expect([preset, needsOf(presetRule(preset).criterion)]).toEqual([
      preset,
      needs[preset] ?? { weights: [], groups: [] },
    ]);
  const twice = {
    all: [
      { by: 'w', 'at-least': 1 },
      { by: 'w', among: 'g', 'at-least': 1 },
      { among: 'g', 'at-least': 1 },
    ],
  };
  const { rule } = rosterOf({ rule: twice, groups: { g: ['A'] }, members: { A: { weights: { w: 1 } } } });
  expect(needsOf(rule.criterion)).toEqual({ weights: ['w'], groups: ['g'] });
});
