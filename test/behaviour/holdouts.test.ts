import { describe, expect, test } from 'vitest';
import { tally } from '../../src/engine/tally.ts';
import type { Standing } from '../../src/model/snapshot.ts';
import { rankOf, stances } from '../../src/model/stance.ts';
import { compareText } from '../../src/text/compare.ts';
import { codesOf, crowd, leafOf, type Plain, said, snapshotOf, tallyOf, time } from '../support/rosters.ts';

const holdouts = (rule: unknown, members: Plain, rest: Plain = {}): string[] =>
  codesOf(tallyOf({ rule, members, ...rest }).holdouts);
const blocking = (rule: unknown, members: Plain, asOf?: string): string[] =>
  codesOf(tallyOf({ rule, members }, asOf).holdouts.filter((holdout) => holdout.blocking));

describe('holdouts', () => {
  test('are listed worst first, then by code', () => {
    const one = Object.fromEntries(stances.map((stance) => [`${stance}-2`, said(stance)]));
    const two = Object.fromEntries(stances.toReversed().map((stance) => [`${stance}-1`, said(stance)]));
    const order = ['oppose', 'withheld', 'conditional', 'unclear', 'undeclared', 'abstain', 'no-objection'];
    expect(holdouts('unanimity', { ...one, ...two })).toEqual(
      order.flatMap((stance) => [`${stance}-1`, `${stance}-2`]),
    );
  });

  test('are ordered by code units, whatever the language', () => {
    const members = Object.fromEntries(['é', 'z', 'Z', 'a', '10', '9'].map((code) => [code, 'oppose']));
    expect(holdouts('unanimity', members)).toEqual(['10', '9', 'Z', 'a', 'z', 'é']);
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
    expect(rankOf({ stance: 'support' })).toBeGreaterThan(rankOf({ stance: 'recused' }));
  });

  test('have all that is known of where they stand', () => {
    const since = time('2024-01-01');
    // The compiler asks for each field that there is.
    const standing: Required<Standing> = {
      ...{ code: 'A', name: 'A', weights: { votes: '1' }, stance: 'unclear', leaning: 'oppose', follows: ['B'] },
      ...{ since, days: 59, circa: true, holdingOutFrom: { since, circa: true, days: 59 }, basis: 'reported' },
      ...{ by: 'an aide', why: 'too soon', wants: ['time'], wantIds: { time: 'time' }, sources: ['daily'] },
      ...{ answered: [{ id: 'time', text: 'time', status: 'promised', since, circa: false, sources: [] }] },
      ...{
        denied: [{ stance: 'support', date: since, circa: false, sources: [], denied: { date: since, sources: [] } }],
      },
      ...{ assumed: true, followed: ['B'] },
    };
    const before = snapshotOf({ members: { A: 'unclear' } });
    expect(tally({ ...before, members: [standing] }).holdouts).toEqual([{ ...standing, blocking: false }]);
  });

  test('say who they are, since when, why and what they want', () => {
    const position = { date: '2024-02-01', circa: true, stance: 'conditional', basis: 'reported' };
    const reasons = { by: 'an aide', why: 'too soon', wants: ['time'], source: 'https://example.org/a' };
    const { holdouts: all } = tallyOf({ members: { A: 'support', TR: { name: 'Türkiye', ...position, ...reasons } } });
    expect(all).toEqual([
      {
        code: 'TR',
        name: 'Türkiye',
        weights: {},
        stance: 'conditional',
        since: { text: '2024-02-01', day: '2024-02-01' },
        days: 29,
        holdingOutFrom: { since: { text: '2024-02-01', day: '2024-02-01' }, circa: true, days: 29 },
        circa: true,
        basis: 'reported',
        by: 'an aide',
        why: 'too soon',
        wants: ['time'],
        answered: [],
        sources: ['https://example.org/a'],
        denied: [],
        assumed: false,
        blocking: false,
      },
    ]);
  });

  test('are only those that a criterion which is still unmet needs', () => {
    const rule = {
      all: [
        { 'at-least': '1', among: ['A', 'B'] },
        { 'at-least': '1', among: ['C', 'D'] },
      ],
    };
    expect(holdouts(rule, { A: 'support', B: 'oppose', C: 'unclear', D: 'oppose' })).toEqual(['D', 'C']);
  });

  test('are not looked for below an `any` or `all` that is reached', () => {
    const needless = {
      any: [
        { 'at-least': '1', among: ['A'] },
        { 'at-least': '1', among: ['B'] },
      ],
    };
    const rule = { all: [needless, { 'at-least': '1', among: ['C'] }] };
    expect(holdouts(rule, { A: 'support', B: 'oppose', C: 'unclear' })).toEqual(['C']);
  });

  test('are looked for in every part of an `any` that is not reached, blocked ones too', () => {
    const rule = {
      any: [
        { 'at-least': 'all', among: ['A', 'R'] },
        { 'at-least': '1', among: ['B'] },
      ],
    };
    expect(holdouts(rule, { A: 'oppose', B: 'unclear', R: 'recused' })).toEqual(['A', 'B']);
    const waiting = { 'at-least': '1', among: ['C'], 'not-before': '2024-12-31' };
    expect(holdouts({ any: [waiting, { 'at-least': '1', among: ['B'] }] }, { B: 'abstain', C: 'support' })).toEqual([
      'B',
    ]);
  });

  test('are those under a ceiling that it counts', () => {
    const rule = { count: ['oppose', 'withheld'], 'at-most': '0' };
    expect(holdouts(rule, crowd({ oppose: 1, withheld: 1, unclear: 1, abstain: 1 }))).toEqual([
      'oppose-1',
      'withheld-1',
    ]);
  });

  test('are those outside the votes too, where their vote would widen the base under a ceiling', () => {
    const rule = { count: 'oppose', 'at-most': '1/3', of: 'votes' };
    expect(holdouts(rule, crowd({ support: 1, oppose: 1, abstain: 1 }))).toEqual(['oppose-1', 'abstain-1']);
  });

  test('are not those whose support would change nothing: all of the votes need only turn those against', () => {
    const rule = { 'at-least': 'all', of: 'votes' };
    expect(holdouts(rule, crowd({ support: 1, oppose: 1, abstain: 1 }))).toEqual(['oppose-1']);
    expect(holdouts(rule, crowd({ abstain: 1, undeclared: 1 }))).toEqual(['undeclared-1', 'abstain-1']);
  });

  test('are not those who would raise a floor by as much as they add to it', () => {
    const rule = { 'more-than': 'all but 1', of: 'votes' };
    const before = tallyOf({ rule, members: { A: 'oppose', B: 'abstain' } });
    const after = tallyOf({ rule, members: { A: 'oppose', B: 'support' } });
    expect([leafOf(before).short, leafOf(after).short]).toEqual(['1', '1']);
    expect(codesOf(before.holdouts)).toEqual(['A']);
  });
});

describe('blocking', () => {
  test('marks a settled member whose move alone is wanting', () => {
    expect(blocking('consensus', { A: 'support', B: 'oppose', C: 'unclear' })).toEqual(['B']);
    expect(blocking('consensus', { A: 'support', B: 'oppose', C: 'oppose' })).toEqual(['B', 'C']);
    expect(blocking('unanimity', { A: 'support', B: 'abstain', C: 'no-objection' })).toEqual(['B', 'C']);
  });

  test('marks nobody while the outcome is open', () => {
    expect(blocking('consensus', crowd({ conditional: 2, abstain: 1, support: 1 }))).toEqual([]);
  });

  test('marks nobody where any one of several would do', () => {
    const result = tallyOf({ rule: 'simple-majority', members: crowd({ support: 1, oppose: 3 }) });
    expect(result.outcome).toBe('blocked');
    expect(result.holdouts.map((holdout) => holdout.blocking)).toEqual([false, false, false]);
  });

  test('marks nobody where not even everybody would do', () => {
    const rule = { 'at-least': '3' };
    expect(tallyOf({ rule, members: { A: 'oppose', R: 'recused', B: 'support' } }).outcome).toBe('blocked');
    expect(blocking(rule, { A: 'oppose', R: 'recused', B: 'support' })).toEqual([]);
  });

  test('goes by what members weigh', () => {
    const rule = { by: 'size', 'at-least': '60%' };
    const of = (stance: string, size: number) => ({ stance, weights: { size } });
    expect(blocking(rule, { A: of('oppose', 50), B: of('oppose', 10), C: of('unclear', 40) })).toEqual(['A']);
  });

  test('leaves time aside', () => {
    const rule = { silence: '2024-12-31' };
    expect(blocking(rule, { A: 'oppose', B: 'undeclared' }, '2024-01-01')).toEqual(['A']);
  });

  test('sees through `any` and `all`', () => {
    const rule = {
      any: [
        { 'at-least': '1', among: ['A'] },
        { 'at-least': '2', among: ['A', 'B'] },
      ],
    };
    expect(blocking(rule, { A: 'oppose', B: 'oppose' })).toEqual(['A']);
  });
});

test('a roster with nobody in it on the day is blocked and has no holdouts', () => {
  const result = tallyOf({ members: { A: { joined: '2025-01-01' } } });
  expect(result).toMatchObject({ outcome: 'blocked', holdouts: [], counts: { members: 0, undeclared: 0 } });
});
