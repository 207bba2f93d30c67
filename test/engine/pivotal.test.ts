import { describe, expect, test } from 'vitest';
import { pivotal } from '../../src/engine/pivotal.ts';
import { crowd, type Plain, snapshotOf } from '../support/rosters.ts';

const pivotalOf = (parts: Plain) => pivotal(snapshotOf(parts));
const seats = (weights: Readonly<Record<string, number | string>>, rest: Plain = {}): Plain => ({
  ...Object.fromEntries(
    Object.entries(weights).map(([code, size]) => [code, { stance: 'support', weights: { size } }]),
  ),
  ...rest,
});

describe('pivotal members', () => {
  test.each([
    ['everybody under unanimity', { rule: 'unanimity', members: crowd({ support: 2 }) }, ['support-1', 'support-2']],
    ['nobody with one to spare', { rule: 'simple-majority', members: crowd({ support: 4, oppose: 1 }) }, []],
    [
      'the few whom one part asks for, of many',
      {
        rule: { all: [{ among: ['support-7', 'support-30'], 'at-least': 2 }, 'simple-majority'] },
        members: crowd({ support: 40 }),
      },
      ['support-30', 'support-7'],
    ],
    ['none unless reached', { rule: 'unanimity', members: crowd({ support: 2, unclear: 1 }) }, []],
    [
      'members of any stance, where silence is a yes',
      { rule: 'consensus', members: { a: 'support', b: 'abstain', c: 'no-objection' } },
      ['a', 'b', 'c'],
    ],
    [
      'those who may veto, whether they have spoken or not',
      { rule: 'no-objections', members: crowd({ support: 1, abstain: 1, undeclared: 1 }) },
      ['abstain-1', 'support-1', 'undeclared-1'],
    ],
    [
      'those whose no alone enters the votes',
      { rule: 'majority-of-votes', members: crowd({ support: 1, abstain: 1, withheld: 1 }) },
      ['abstain-1', 'support-1', 'withheld-1'],
    ],
    [
      'those whose turn gives a reason, where a reason is asked for',
      { rule: { count: 'oppose', 'at-most': 0, 'with-why': true }, members: crowd({ support: 1 }) },
      ['support-1'],
    ],
    [
      'those with more than there is to spare',
      { rule: { count: 'support', by: 'size', 'at-least': 6 }, members: seats({ A: 5, B: 3, C: 2 }) },
      ['A'],
    ],
    [
      'nobody where another criterion is reached as well',
      {
        rule: {
          any: [
            { count: 'support', 'at-least': 'all' },
            { count: 'support', 'at-least': 2 },
          ],
        },
        members: crowd({ support: 3 }),
      },
      [],
    ],
  ])('%s', (_, parts, expected) => {
    expect(pivotalOf(parts).members).toEqual(expected);
  });
});

describe('room', () => {
  const everybody = { count: 'support', 'at-least': 'all' };
  const bySize = (bound: Plain) => ({ count: 'support', by: 'size', ...bound });

  test.each([
    [
      'members beyond the need',
      { count: 'support', 'at-least': 2 },
      crowd({ support: 5 }),
      [{ members: 3, weight: '3' }],
    ],
    ['none', 'unanimity', crowd({ support: 5 }), [{ members: 0, weight: '0' }]],
    [
      'weight, and so many of the heaviest',
      bySize({ 'at-least': 4 }),
      seats({ A: 5, B: 3, C: 2.5 }),
      [{ members: 1, weight: '6.5' }],
    ],
    [
      'less than the heaviest has',
      bySize({ 'at-least': 6 }),
      seats({ A: 5, B: 3, C: 2 }),
      [{ members: 0, weight: '4' }],
    ],
    [
      'what a ceiling allows',
      { count: 'oppose', 'at-most': 2 },
      crowd({ support: 5, oppose: 1 }),
      [{ members: 1, weight: '1' }],
    ],
    [
      'everybody, where turning against does not count',
      { count: 'abstain', 'at-most': 2 },
      crowd({ support: 3 }),
      [{ members: 3, weight: '2' }],
    ],
    [
      'of votes, of which those who turn are still some',
      'majority-of-votes',
      crowd({ support: 5, oppose: 2, abstain: 9 }),
      [{ members: 1, weight: '1' }],
    ],
    [
      'of each criterion that is reached, from left to right',
      { any: [{ all: [{ count: 'support', 'at-least': 1 }, everybody] }, { count: 'support', 'at-least': 2 }] },
      crowd({ support: 2, oppose: 1 }),
      [{ members: 1, weight: '1' }, undefined, { members: 0, weight: '0' }],
    ],
    [
      'of none, unless the outcome is reached',
      { all: [{ count: 'support', 'at-least': 1 }, everybody] },
      crowd({ support: 2, oppose: 1 }),
      [undefined, undefined],
    ],
  ])('%s', (_, rule, members, rooms) => {
    expect(pivotalOf({ rule, members }).rooms).toEqual(rooms);
  });
});
