import { describe, expect, test } from 'vitest';
import { type Miss, missesOf } from '../../src/engine/expectations.ts';
import { type Plain, rosterOf } from '../support/rosters.ts';

const members = {
  A: 'support',
  B: {
    joined: '2024-01-10',
    positions: [
      { date: '2024-02-10', stance: 'oppose' },
      { date: '2024-04', stance: 'support' },
    ],
  },
  C: 'abstain',
};

/** What is missed of each entry, by its index. */
function missed(expectations: readonly Plain[], rest: Plain = {}): Record<number, Miss['missed']> {
  const misses = missesOf(rosterOf({ members, expect: expectations, ...rest }));
  return Object.fromEntries(misses.map(({ index, missed }) => [index, missed]));
}

describe('what is expected', () => {
  test('is met where the roster answers it', () => {
    const entries = [
      { 'as-of': '2024-01-09', outcome: 'reached', holdouts: [], support: 1, members: 2 },
      { 'as-of': '2024-01-10', outcome: 'open', holdouts: ['B'], support: 1, members: 3 },
      { 'as-of': '2024-02', outcome: 'blocked', holdouts: ['B'] },
      { 'as-of': '2024-04', outcome: 'reached', support: 2 },
    ];
    expect(missed(entries)).toEqual({});
  });

  test('is missed value by value, and nothing that was not asked', () => {
    const entries = [
      { 'as-of': '2024-02-09', outcome: 'open' },
      { 'as-of': '2024-02-10', outcome: 'open' },
      { 'as-of': '2024-02-10', outcome: 'reached', holdouts: ['A', 'B'], support: 2, members: 4 },
      { 'as-of': '2024-02-10', holdouts: [] },
      { 'as-of': '2024-02-10', support: 0 },
      { 'as-of': '2024-02-10', members: 0 },
    ];
    expect(missed(entries)).toEqual({
      1: ['outcome'],
      2: ['outcome', 'holdouts', 'support', 'members'],
      3: ['holdouts'],
      4: ['support'],
      5: ['members'],
    });
  });

  test('of a month is asked of its last day, and of an instant by then', () => {
    const rule = { silence: '2024-02-10T09:00:00Z' };
    const entries = ['2024-01', '2024-02-10T08:59:59Z', '2024-02-10T10:00:00+01:00', '2024-02-10', '2024-02'].map(
      (asOf) => ({ 'as-of': asOf, outcome: 'open' }),
    );
    expect(missed(entries, { rule, members: { A: '', B: '' } })).toEqual({
      2: ['outcome'],
      3: ['outcome'],
      4: ['outcome'],
    });
  });

  test('lists holdouts in any order', () => {
    const all = { A: 'undeclared', 'a-1': 'oppose', Z: 'unclear', ä: 'withheld' };
    for (const holdouts of [Object.keys(all), Object.keys(all).reverse(), Object.keys(all).sort()])
      expect(missed([{ 'as-of': '2024-01-01', holdouts }], { members: all })).toEqual({});
    expect(missed([{ 'as-of': '2024-01-01', holdouts: ['A', 'a-1', 'Z'] }], { members: all })).toEqual({
      0: ['holdouts'],
    });
  });

  test('comes with what came out instead', () => {
    const [miss] = missesOf(rosterOf({ members, expect: [{ 'as-of': '2024-02-10', outcome: 'open' }] }));
    expect(miss?.expectation.asOf.text).toBe('2024-02-10');
    expect(miss?.tally).toMatchObject({ outcome: 'blocked', holdouts: [{ code: 'B', blocking: true }] });
  });

  test('is nothing where nothing is', () => {
    expect(missesOf(rosterOf({ members }))).toEqual([]);
  });
});
