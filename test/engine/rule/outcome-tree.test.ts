import { expect, test } from 'vitest';
import { type Connected, outcomeTree } from '../../../src/engine/rule/outcome-tree.ts';
import type { Outcome } from '../../../src/model/stance.ts';

const leaf = (name: string): Connected<string> => ({ kind: 'leaf', leaf: name });

const treeWith = (first: Readonly<Record<string, Outcome>>) =>
  outcomeTree(
    { kind: 'all', of: [leaf('a'), { kind: 'any', of: [leaf('b'), leaf('c')] }] },
    (name) => first[name] ?? 'open',
  );

test('`all` is as its worst part, `any` as its best, and of nothing they are reached and blocked', () => {
  expect(treeWith({ a: 'reached', b: 'blocked', c: 'reached' }).outcome()).toBe('reached');
  expect(treeWith({ a: 'reached', b: 'blocked', c: 'open' }).outcome()).toBe('open');
  expect(treeWith({ a: 'blocked', b: 'reached', c: 'open' }).outcome()).toBe('blocked');
  expect(treeWith({ a: 'reached', b: 'blocked', c: 'blocked' }).outcome()).toBe('blocked');
  expect(outcomeTree({ kind: 'all', of: [] }, () => 'open').outcome()).toBe('reached');
  expect(outcomeTree({ kind: 'any', of: [] }, () => 'open').outcome()).toBe('blocked');
});

test('a change of a leaf changes what is above it', () => {
  const tree = treeWith({ a: 'reached', b: 'blocked', c: 'blocked' });
  tree.change({ leaf: 'c', outcome: 'reached' });
  expect(tree.outcome()).toBe('reached');
  tree.change({ leaf: 'b', outcome: 'reached' });
  tree.change({ leaf: 'c', outcome: 'blocked' });
  expect(tree.outcome()).toBe('reached');
  tree.change({ leaf: 'b', outcome: 'open' });
  expect(tree.outcome()).toBe('open');
});

test('what it would be after changes leaves it as it is', () => {
  const tree = treeWith({ a: 'reached', b: 'reached', c: 'blocked' });
  expect(tree.outcomeAfter([{ leaf: 'b', outcome: 'blocked' }])).toBe('blocked');
  expect(
    tree.outcomeAfter([
      { leaf: 'b', outcome: 'blocked' },
      { leaf: 'c', outcome: 'open' },
    ]),
  ).toBe('open');
  expect(tree.outcome()).toBe('reached');
});
