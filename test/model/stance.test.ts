import { expect, test } from 'vitest';
import { everyStanceBut, isPending, pendingStances, stances, traitsOf, votes } from '../../src/model/stance.ts';

test('no two stances have the same place among holdouts, and the worst comes first', () => {
  const worstFirst = [...stances].sort((a, b) => traitsOf[a].rank - traitsOf[b].rank);
  expect(new Set(stances.map((stance) => traitsOf[stance].rank)).size).toBe(stances.length);
  expect(worstFirst.slice(0, -2)).toEqual([
    'oppose',
    'withheld',
    'conditional',
    'unclear',
    'undeclared',
    'abstain',
    'no-objection',
  ]);
});

test('four stances are pending', () => {
  expect(pendingStances).toEqual(['conditional', 'withheld', 'unclear', 'undeclared']);
  expect(stances.filter(isPending)).toEqual(pendingStances);
});

test('votes are for or against', () => {
  expect(votes).toEqual(['support', 'oppose']);
});

test('every stance but some are all others, in order', () => {
  expect(everyStanceBut([])).toEqual(stances.filter((stance) => stance !== 'recused'));
  expect(everyStanceBut(['undeclared', 'support', ...stances.slice(2, 8)])).toEqual(['no-objection']);
});
