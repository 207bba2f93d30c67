import { expect, test } from 'vitest';
import { crowd, type Plain, tallyOf } from '../../support/rosters.ts';

const partsOf = (rule: Plain | string, members: Plain, rest: Plain = {}) =>
  tallyOf({ rule, members, ...rest }).compositions;

test('what a criterion is made of: who counts for it, and what each stance brings, recused members aside', () => {
  const members = crowd({ support: 2, oppose: 1, recused: 1, unclear: 1 });
  expect(partsOf('unanimity', members)).toEqual([
    {
      counted: ['support-1', 'support-2'],
      shares: [
        { stance: 'support', counted: true, inBase: true, amount: '2' },
        { stance: 'oppose', counted: false, inBase: true, amount: '1' },
        { stance: 'unclear', counted: false, inBase: true, amount: '1' },
      ],
    },
  ]);
});

test('a criterion for each part of the rule, from left to right, with its own members, weights and base', () => {
  const members = {
    a: { stance: 'support', weights: { size: '2.5' } },
    b: { stance: 'oppose', weights: { size: '1' } },
    c: { stance: 'unclear', weights: { size: '0' } },
  };
  const rule = {
    all: [
      { among: ['a', 'b'], 'at-least': 1, of: undefined },
      { by: 'size', 'more-than': '1/2', of: 'votes' },
    ],
  };
  expect(
    partsOf(rule, members).map(({ shares }) => shares.map(({ stance, amount, inBase }) => [stance, amount, inBase])),
  ).toEqual([
    [
      ['support', '1', true],
      ['oppose', '1', true],
    ],
    [
      ['support', '2.5', true],
      ['oppose', '1', true],
    ],
  ]);
});

test('of a stance, those that give a reason and those that give none', () => {
  const members = { a: { stance: 'oppose', why: 'Cost.' }, b: 'oppose', c: 'support' };
  expect(partsOf({ count: 'oppose', 'at-most': 0, 'with-why': true }, members)).toEqual([
    {
      counted: ['a'],
      shares: [
        { stance: 'support', counted: false, inBase: true, amount: '1' },
        { stance: 'oppose', counted: true, inBase: true, amount: '1' },
        { stance: 'oppose', counted: false, inBase: true, amount: '1' },
      ],
    },
  ]);
});
