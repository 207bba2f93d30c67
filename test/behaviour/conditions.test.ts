import { describe, expect, test } from 'vitest';
import { leafOf, type Plain, said, tallyOf } from '../support/rosters.ts';

const judge = (rule: Plain, members: Plain, rest: Plain = {}, asOf?: string) =>
  tallyOf({ rule, members, ...rest }, asOf);

describe('whom a criterion looks at', () => {
  const members = { A: 'support', B: 'oppose', C: 'oppose', D: 'recused' };
  test.each([
    ['everybody', {}, '3'],
    ['a list', { among: ['A', 'B', 'D'] }, '2'],
    ['all but a list', { among: { except: ['A', 'D'] } }, '2'],
    ['a group', { among: 'The three' }, '2'],
    ['all but a recused one', { among: { except: ['D'] } }, '3'],
  ])('may be %s, and never those recused', (_, among, base) => {
    const rule = { count: 'support', 'at-least': 'all', ...among };
    const groups = { 'The three': ['A', 'C', 'D'] };
    expect(leafOf(judge(rule, members, { groups }))).toMatchObject({ base });
  });

  test('others neither count nor hold out', () => {
    const result = judge({ 'at-least': 'all', among: ['A', 'B'] }, members);
    expect(leafOf(result)).toMatchObject({ have: '1', need: '2', base: '2' });
    expect(result.holdouts.map(({ code }) => code)).toEqual(['B']);
    expect(judge({ 'at-least': 'all', among: ['A'] }, members).outcome).toBe('reached');
  });

  test('a group is known by its name and its members', () => {
    const rule = { 'at-least': 'all', among: 'G' };
    const { criterion } = leafOf(judge(rule, members, { groups: { G: ['A', 'B'] } }));
    expect(criterion).toMatchObject({ group: 'G', among: { only: ['A', 'B'] } });
  });
});

describe('a ceiling with-why', () => {
  const rule = { count: { except: ['support'] }, 'at-most': '0', 'with-why': true };
  test.each([
    ['a no with a reason counts', said('oppose', { why: 'too dear' }), 'blocked'],
    ['a no without a reason is none', said('oppose'), 'reached'],
    ['demands alone are no reason', said('conditional'), 'reached'],
    ['a condition with a reason counts', said('conditional', { why: 'too dear' }), 'open'],
    ['silence gives no reason', 'undeclared', 'reached'],
  ])('%s', (_, position, outcome) => {
    expect(judge(rule, { A: position, B: 'support' }).outcome).toBe(outcome);
  });

  test('a reason given within the run of a stance still stands', () => {
    const positions = [
      { date: '2024-01-01', stance: 'oppose', why: 'too dear' },
      { date: '2024-02-01', stance: 'oppose' },
    ];
    expect(judge(rule, { A: { positions } }).outcome).toBe('blocked');
  });

  test('being on a list of holdouts gives no reason', () => {
    const claims = [{ date: '2024-02-01', holdouts: ['A'] }];
    const result = judge(rule, { A: 'undeclared' }, { claims });
    expect(result.outcome).toBe('reached');
    expect(result.counts.withheld).toBe(1);
  });
});

describe('not-before', () => {
  const when = (notBefore: string, asOf: string) =>
    leafOf(judge({ 'at-least': '1', 'not-before': notBefore }, { A: 'support' }, {}, asOf));
  test.each([
    ['2024-03-10', '2024-03-09', false],
    ['2024-03-10', '2024-03-10', true],
    ['2024-03-10', '2024-03-09T23:59:59Z', false],
    ['2024-03-10', '2024-03-10T00:00:00Z', false],
    ['2024-03-10', '2024-03-11T00:00:00Z', true],
    ['2024-03', '2024-03-30', false],
    ['2024-03', '2024-03-31', true],
    ['2024-03', '2024-03', true],
    ['2024-03', '2024-02', false],
    ['2024-03-10T09:00:00Z', '2024-03-09', false],
    ['2024-03-10T09:00:00Z', '2024-03-10', true],
    ['2024-03-10T09:00:00Z', '2024-03-10T08:59:59Z', false],
    ['2024-03-10T09:00:00Z', '2024-03-10T09:00:00Z', true],
    ['2024-03-10T09:00:00Z', '2024-03-10T10:30:00+02:00', false],
    ['2024-03-10T09:00:00Z', '2024-03-10T11:00:00+02:00', true],
    ['2024-03-10T00:30:00+02:00', '2024-03-09', true],
    ['2024-03-10T00:30:00+02:00', '2024-03-09T22:00:00Z', false],
  ])('%s has not come, or has, at %s: %s', (notBefore, asOf, come) => {
    expect(when(notBefore, asOf)).toMatchObject({
      status: come ? 'reached' : 'open',
      waiting: !come,
      short: '0',
    });
  });

  test('keeps nobody waiting where the number is not met, and lists no holdouts where only time is missing', () => {
    const rule = { 'at-least': '2', 'not-before': '2024-12-31' };
    const met = judge(rule, { A: 'support', B: 'support', C: 'oppose' });
    expect([met.outcome, met.holdouts]).toEqual(['open', []]);
    const unmet = judge(rule, { A: 'support', B: 'unclear' });
    expect(leafOf(unmet)).toMatchObject({ status: 'open', waiting: false, short: '1' });
    expect(judge(rule, { A: 'support', B: 'oppose' }).outcome).toBe('blocked');
  });
});
