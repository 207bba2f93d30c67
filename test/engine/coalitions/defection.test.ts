import { expect, test } from 'vitest';
import { defection } from '../../../src/engine/coalitions/defection.ts';
import { pivotal } from '../../../src/engine/pivotal.ts';
import { crowd, type Plain, snapshotOf } from '../../support/rosters.ts';

function defectionOf(parts: Plain, effort?: Parameters<typeof defection>[2]) {
  const taken = snapshotOf(parts);
  return defection(taken, pivotal(taken).members, effort);
}

const weighted = (sizes: readonly number[], stance?: string): Plain =>
  Object.fromEntries(
    sizes.map((size, index) => [`${stance ?? 'none'}-${index}`, { ...(stance && { stance }), weights: { size } }]),
  );

test('one that abstains and turns cannot make up for itself', () => {
  const rule = { count: ['support', 'abstain'], 'at-least': 2 };
  const members = { A: 'support', B: 'abstain', C: '' };
  expect(defectionOf({ rule, members })).toMatchObject([
    { member: 'A', size: 1, sets: [['C']], count: 1n },
    { member: 'B', size: 1, sets: [['C']], count: 1n },
  ]);
});

test('supporters that take the same from the rule need the same others', () => {
  const found = defectionOf({ rule: 'simple-majority', members: crowd({ support: 501, undeclared: 499 }) });
  expect(found).toHaveLength(501);
  for (const { size, count } of found) expect([size, count]).toEqual([1, 499n]);
});

test('where the effort is used up, nothing is claimed of the rest', () => {
  const rule = { count: 'support', by: 'size', 'at-least': 60 };
  const members = { ...weighted([10, 11, 12, 13, 14], 'support'), ...weighted([1, 2, 3, 4, 5, 6, 7]) };
  const whole = defectionOf({ rule, members });
  expect(whole.map(({ size, exact }) => [size, exact])).toEqual(
    [10, 11, 12, 13, 14].map((size) => [size > 12 ? (size > 13 ? 3 : 2) : 2, true]),
  );
  const found = defectionOf({ rule, members }, { search: 200, count: 1_000 });
  expect(found[0]).toEqual(whole[0]);
  expect(found.at(-1)).toMatchObject({ size: undefined, count: undefined, exact: false, complete: false });
});
