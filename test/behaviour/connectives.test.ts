import { describe, expect, test } from 'vitest';
import { allOf, anyOf } from '../../src/engine/rule/evaluate.ts';
import { type Outcome, outcomes } from '../../src/model/stance.ts';
import { tallyOf } from '../support/rosters.ts';

const members = { A: 'support', B: 'unclear', C: 'oppose' };
/** A criterion of each status. */
const part: Readonly<Record<Outcome, unknown>> = {
  reached: { 'at-least': 1 },
  open: { 'at-least': 2 },
  blocked: { 'at-least': 3 },
};
const [R, O, B] = outcomes;

describe('a rule of two parts', () => {
  const rows: [Outcome, Outcome, all: Outcome, any: Outcome][] = [
    [R, R, R, R],
    [R, O, O, R],
    [R, B, B, R],
    [O, R, O, R],
    [O, O, O, O],
    [O, B, B, O],
    [B, R, B, R],
    [B, O, B, O],
    [B, B, B, B],
  ];
  test.each(rows)('%s and %s: all is %s, any is %s', (first, second, all, any) => {
    expect(allOf([first, second])).toBe(all);
    expect(anyOf([first, second])).toBe(any);
    const of = [part[first], part[second]];
    expect(tallyOf({ rule: { all: of }, members }).outcome).toBe(all);
    expect(tallyOf({ rule: { any: of }, members }).outcome).toBe(any);
  });

  test.each(outcomes)('of one part alone, %s, is what the part is', (status) => {
    expect(tallyOf({ rule: { all: [part[status]] }, members }).outcome).toBe(status);
    expect(tallyOf({ rule: { any: [part[status]] }, members }).outcome).toBe(status);
  });
});

describe('a rule of three parts', () => {
  const triples = outcomes.flatMap((a) => outcomes.flatMap((b) => outcomes.map((c) => [a, b, c] as const)));
  test.each(triples)('%s, %s and %s: all is the worst of them, any the best', (...statuses) => {
    const byRank = statuses.toSorted((a, b) => outcomes.indexOf(a) - outcomes.indexOf(b));
    expect(allOf(statuses)).toBe(byRank.at(-1));
    expect(anyOf(statuses)).toBe(byRank[0]);
  });
});

test('a rule may nest, and its evaluation is a tree of the same shape with the same labels', () => {
  const rule = {
    label: 'either way',
    any: [
      { all: [part.reached, { any: [part.open, part.blocked], label: 'the easy half' }] },
      { all: [part.reached, part.blocked], label: 'the hard way' },
    ],
  };
  const { evaluation } = tallyOf({ rule, members });
  expect(evaluation).toMatchObject({
    kind: 'any',
    label: 'either way',
    status: 'open',
    of: [
      {
        kind: 'all',
        status: 'open',
        of: [
          { kind: 'count', status: 'reached' },
          { kind: 'any', label: 'the easy half', status: 'open', of: [{ status: 'open' }, { status: 'blocked' }] },
        ],
      },
      { kind: 'all', label: 'the hard way', status: 'blocked', of: [{ status: 'reached' }, { status: 'blocked' }] },
    ],
  });
});

test('a part that waits for its time makes `any` open and keeps `all` from being reached', () => {
  const waiting = { 'at-least': 1, 'not-before': '2024-12-31' };
  expect(tallyOf({ rule: { any: [waiting, part.blocked] }, members }).outcome).toBe('open');
  expect(tallyOf({ rule: { all: [waiting, part.reached] }, members }).outcome).toBe('open');
  expect(tallyOf({ rule: { all: [waiting, part.blocked] }, members }).outcome).toBe('blocked');
  expect(tallyOf({ rule: { any: [waiting, part.reached] }, members }).outcome).toBe('reached');
});
