import { describe, expect, test } from 'vitest';
import { crowd, leafOf, type Plain, tallyOf } from '../../support/rosters.ts';

const seats = (sizes: readonly (number | string)[], stance = 'support'): Plain =>
  Object.fromEntries(sizes.map((size, index) => [`m${index + 1}`, { stance, weights: { size } }]));
const figures = (bound: Plain, members: Plain) => {
  const { have, need, short } = leafOf(tallyOf({ rule: { count: 'support', by: 'size', ...bound }, members }));
  return { have, need, short };
};

describe('a need is what the weights can add up to', () => {
  const federation = { ...crowd({}), ...seats([...Array(20).fill(1), ...Array(6).fill('0.5')], 'undeclared') };

  test('20 weights of 1 and 6 of 0.5 go in steps of 0.5: more than half is 12', () => {
    const some = Object.entries(federation).map(([code, member], index) => [
      code,
      index < 8 || index === 20 ? { ...(member as Plain), stance: 'support' } : member,
    ]);
    expect(figures({ 'more-than': '50%' }, Object.fromEntries(some))).toEqual({
      have: '8.5',
      need: '12',
      short: '3.5',
    });
  });

  test('65% of 451,028,881 is 293,168,773', () => {
    expect(figures({ 'at-least': '65%' }, seats([451_028_880, 1])).need).toBe('293168773');
  });

  test.each([
    ['steps of 2', { 'at-least': '50%' }, [2, 4, 6, 6], '10'],
    ['the next step', { 'more-than': '50%' }, [2, 4, 6], '8'],
    ['an absolute bound too', { 'at-least': '9.5' }, [3, 6, 9], '12'],
    ['one step of a zero base', { 'at-least': '50%' }, [0, 0], '1'],
    ['weights of zero do not count', { 'at-least': '50%' }, [0, 4, 4, 4], '8'],
  ])('%s', (_, bound, sizes, need) => {
    expect(figures(bound, seats(sizes)).need).toBe(need);
  });

  test('the most that a ceiling allows is rounded down likewise', () => {
    const rule = { count: 'oppose', by: 'size', 'at-most': 5 };
    expect(leafOf(tallyOf({ rule, members: seats([2, 4, 6]) })).need).toBe('4');
  });

  test('recused members and those out of scope leave the steps', () => {
    const members = { ...seats([4, 8]), X: { stance: 'recused', weights: { size: 1 } }, Y: { weights: { size: 3 } } };
    expect(figures({ 'at-least': 5, among: { except: ['Y'] } }, members).need).toBe('8');
  });
});
