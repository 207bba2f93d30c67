import { describe, expect, test } from 'vitest';
import { crowd, leafOf, leavesOf, type Plain, said, tallyOf } from '../support/rosters.ts';

const judge = (rule: Plain, members: Plain, rest: Plain = {}, asOf?: string) =>
  tallyOf({ rule, members, ...rest }, asOf);
const figures = (rule: Plain, members: Plain) => {
  const { status, have, need, short, possible, base } = leafOf(judge(rule, members));
  return [status, have, need, short, possible, base];
};

describe('a bound', () => {
  test.each([
    ['at-least', ['blocked', 'reached', 'reached']],
    ['more-than', ['blocked', 'blocked', 'reached']],
    ['at-most', ['reached', 'reached', 'blocked']],
    ['fewer-than', ['reached', 'blocked', 'blocked']],
  ])('%s 3, of 2, 3 and 4 of eight members, is met as the words say', (comparison, expected) => {
    const count = ['at-least', 'more-than'].includes(comparison) ? 'support' : 'oppose';
    const statuses = (bound: unknown) =>
      [2, 3, 4].map(
        (size) => judge({ count, [comparison]: bound }, crowd({ [count]: size, abstain: 8 - size })).outcome,
      );
    expect(statuses('3')).toEqual(expected);
    expect(statuses('3/8')).toEqual(expected);
    expect(statuses('37.5%')).toEqual(expected);
    expect(statuses('all but 5')).toEqual(expected);
  });
});

describe('the figures of a floor', () => {
  const mixed = crowd({ support: 6, oppose: 2, recused: 3, undeclared: 1, conditional: 1 });
  test.each([
    // rule, members, status, have, need, short, possible, base
    [{ 'at-least': '9' }, mixed, 'blocked', '6', '9', '3', '8', '10'],
    [{ 'at-least': '8' }, mixed, 'open', '6', '8', '2', '8', '10'],
    [{ 'at-least': '6' }, mixed, 'reached', '6', '6', '0', '8', '10'],
    [{ 'more-than': '6' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'at-least': '61%' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'more-than': '60%' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'more-than': '65%' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'at-least': '2/3' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'at-least': '62.5%' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'at-least': 'all' }, mixed, 'blocked', '6', '10', '4', '8', '10'],
    [{ 'more-than': 'all' }, mixed, 'blocked', '6', '11', '5', '8', '10'],
    [{ 'at-least': 'all but 3' }, mixed, 'open', '6', '7', '1', '8', '10'],
    [{ 'more-than': 'all but 3' }, mixed, 'open', '6', '8', '2', '8', '10'],
    [{ 'at-least': 'all but 11' }, crowd({ oppose: 10 }), 'reached', '0', '0', '0', '0', '10'],
    [{ 'more-than': 'all but 11' }, crowd({ oppose: 10 }), 'blocked', '0', '1', '1', '0', '10'],
    [{ 'at-least': '0' }, crowd({ oppose: 10 }), 'reached', '0', '0', '0', '0', '10'],
    [{ 'at-least': '0%' }, crowd({ oppose: 10 }), 'reached', '0', '0', '0', '0', '10'],
    [{ 'at-least': '2/3', of: 'votes' }, mixed, 'reached', '6', '6', '0', '8', '8'],
    [{ 'more-than': '3/4', of: 'votes' }, mixed, 'open', '6', '7', '1', '8', '8'],
    [{ 'at-least': '80%', of: ['support', 'undeclared', 'conditional'] }, mixed, 'open', '6', '7', '1', '8', '8'],
    [{ count: ['support', 'oppose'], 'at-least': '9' }, mixed, 'open', '8', '9', '1', '10', '10'],
    [{ count: { except: ['oppose', 'abstain'] }, 'at-least': '9' }, mixed, 'blocked', '8', '9', '1', '8', '10'],
  ])('add up for %j, row %#', (rule, members, ...expected) => {
    expect(figures(rule, members)).toEqual(expected);
  });

  test('count members as they are, so that pending ones already counted are not counted twice', () => {
    const rule = { count: ['support', 'unclear'], 'at-least': 'all' };
    expect(figures(rule, crowd({ support: 1, unclear: 2, undeclared: 3 }))).toEqual(['open', '3', '6', '3', '6', '6']);
  });
});

describe('the figures of a ceiling', () => {
  const mixed = crowd({ support: 2, oppose: 3, withheld: 2, recused: 2, abstain: 3 });
  const no = ['oppose', 'withheld'];
  test.each([
    [{ count: 'oppose', 'at-most': '3' }, 'reached', '3', '3', '0', '3', '10'],
    [{ count: 'oppose', 'at-most': '2' }, 'blocked', '3', '2', '1', '3', '10'],
    [{ count: no, 'at-most': '3' }, 'open', '5', '3', '2', '3', '10'],
    [{ count: no, 'fewer-than': '4' }, 'open', '5', '3', '2', '3', '10'],
    [{ count: no, 'fewer-than': '3' }, 'blocked', '5', '2', '3', '3', '10'],
    [{ count: no, 'at-most': '1/3' }, 'open', '5', '3', '2', '3', '10'],
    [{ count: no, 'fewer-than': '1/3' }, 'open', '5', '3', '2', '3', '10'],
    [{ count: no, 'fewer-than': '50%' }, 'open', '5', '4', '1', '3', '10'],
    [{ count: no, 'at-most': 'all but 6' }, 'open', '5', '4', '1', '3', '10'],
    [{ count: no, 'at-most': 'all but 11' }, 'blocked', '5', '0', '5', '3', '10'],
    [{ count: no, 'fewer-than': '0' }, 'blocked', '5', '-1', '6', '3', '10'],
    [{ count: no, 'at-most': 'all' }, 'reached', '5', '10', '0', '3', '10'],
    [{ count: 'oppose', 'at-most': '1/2', of: 'votes' }, 'open', '3', '2', '1', '3', '5'],
    [{ count: { except: ['support'] }, 'at-most': '8' }, 'reached', '8', '8', '0', '6', '10'],
  ])('add up for %j', (rule, ...expected) => {
    expect(figures(rule, mixed)).toEqual(expected);
  });

  test('a ceiling on the votes is lifted by pending members that come to support', () => {
    const rule = { count: 'oppose', 'at-most': '1/3', of: 'votes' };
    expect(figures(rule, crowd({ oppose: 1, undeclared: 2 }))).toEqual(['open', '1', '0', '1', '1', '1']);
    expect(figures(rule, crowd({ oppose: 1, undeclared: 1 }))).toEqual(['blocked', '1', '0', '1', '1', '1']);
  });
});

describe('a base of zero', () => {
  test.each([
    [{ 'at-least': '0', among: ['R'] }],
    [{ 'at-least': 'all', among: ['R'] }],
    [{ 'more-than': '1/2', among: ['R'] }],
    [{ 'at-least': 'all but 3', among: ['R'] }],
    [{ 'more-than': 'all but 3', among: ['R'] }],
    [{ 'at-least': '0', among: { except: ['A', 'B'] } }],
    [{ 'at-least': '0', by: 'size', among: ['R', 'A'] }],
  ])('never meets the floor %j', (rule) => {
    const members = {
      A: { stance: 'support', weights: { size: 0 } },
      B: { stance: 'support', weights: { size: 1 } },
      R: { stance: 'recused', weights: { size: 7 } },
    };
    expect(figures(rule, members)).toEqual(['blocked', '0', '1', '1', '0', '0']);
  });

  test('asks for one unit of the weight: the finest decimal place', () => {
    const members = {
      A: { stance: 'support', weights: { size: '0.00' } },
      R: { stance: 'recused', weights: { size: 7 } },
    };
    expect(figures({ by: 'size', 'at-least': '50%' }, members)).toEqual(['blocked', '0', '0.01', '0.01', '0', '0']);
    expect(figures({ by: 'size', 'at-least': '9' }, members)).toEqual(['blocked', '0', '9', '9', '0', '0']);
  });

  test('leaves a ceiling to plain arithmetic', () => {
    const among = ['R'];
    expect(figures({ count: 'oppose', 'at-most': '0', among }, { A: 'oppose', R: 'recused' })[0]).toBe('reached');
    expect(figures({ count: 'oppose', 'at-most': '1/3', among }, { A: 'oppose', R: 'recused' })[0]).toBe('reached');
    expect(figures({ count: 'oppose', 'fewer-than': '1/3', among }, { R: 'recused', A: 'oppose' })[0]).toBe('blocked');
  });

  test.each(['majority-of-votes', 'two-thirds-of-votes'])('no votes cast never pass %s', (rule) => {
    const result = tallyOf({ rule, members: crowd({ abstain: 3, 'no-objection': 2, recused: 1 }) });
    expect(leafOf(result)).toMatchObject({ status: 'blocked', have: '0', need: '1', short: '1', base: '0' });
    const hopeful = tallyOf({ rule, members: crowd({ abstain: 3, undeclared: 1 }) });
    expect(leafOf(hopeful)).toMatchObject({
      status: 'open',
      have: '0',
      need: '1',
      short: '1',
      possible: '1',
      base: '0',
    });
  });
});

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
    leavesOf(judge({ 'at-least': '1', 'not-before': notBefore }, { A: 'support' }, {}, asOf).evaluation)[0];
  test.each([
    ['2024-03-10', '2024-03-09', false],
    ['2024-03-10', '2024-03-10', true],
    ['2024-03-10', '2024-03-09T23:59:59Z', false],
    ['2024-03-10', '2024-03-10T00:00:00Z', true],
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
