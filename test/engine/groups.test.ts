import { expect, test } from 'vitest';
import { groupTallies } from '../../src/engine/groups.ts';
import { tally } from '../../src/engine/tally.ts';
import { type Plain, snapshotOf } from '../support/rosters.ts';

const groupsOf = (parts: Plain) => {
  const snapshot = snapshotOf(parts);
  return groupTallies(snapshot, tally(snapshot));
};

test('a group has those of its members that are in the roster and take part', () => {
  const members = {
    a: 'support',
    b: 'unclear',
    c: 'recused',
    d: { stance: 'oppose', joined: '2024-04-01' },
    e: 'abstain',
  };
  expect(groupsOf({ members, groups: { all: ['e', 'd', 'c', 'b', 'a'], one: ['b'], none: [] } })).toEqual([
    { name: 'all', members: 3, support: 1, holdingOut: 1, shares: [] },
    { name: 'one', members: 1, support: 0, holdingOut: 1, shares: [] },
    { name: 'none', members: 0, support: 0, holdingOut: 0, shares: [] },
  ]);
});

test('and what they weigh, beside everybody that takes part', () => {
  const member = (stance: string, weights: Plain): Plain => ({ stance, weights });
  const members = {
    a: member('support', { people: '1.5', cash: '2' }),
    b: member('support', { people: '3' }),
    c: member('recused', { people: '100', cash: '5' }),
  };
  expect(groupsOf({ members, groups: { first: ['a', 'c'] } })).toMatchObject([
    {
      shares: [
        { name: 'people', value: '1.5', total: '4.5' },
        { name: 'cash', value: '2', total: '2' },
      ],
    },
  ]);
});
