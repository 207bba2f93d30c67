import { describe, expect, test } from 'vitest';
import { crowd, leafOf, type Plain, tallyOf } from '../support/rosters.ts';

const figures = (rule: Plain, members: Plain) => {
  const { status, have, need, short, possible, base } = leafOf(tallyOf({ rule, members }));
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
        (size) =>
          tallyOf({ rule: { count, [comparison]: bound }, members: crowd({ [count]: size, abstain: 8 - size }) })
            .outcome,
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

  test('asks for one of the weight, where all weights are zero', () => {
    const members = {
      A: { stance: 'support', weights: { size: '0.00' } },
      R: { stance: 'recused', weights: { size: 7 } },
    };
    expect(figures({ by: 'size', 'at-least': '50%' }, members)).toEqual(['blocked', '0', '1', '1', '0', '0']);
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
