import { expect, test } from 'vitest';
import { byMember, itemsInScope } from '../../../src/engine/rule/scope.ts';
import type { Among } from '../../../src/model/rule.ts';

const members = Array.from({ length: 40 }, (_, index) => `m${index}`);
const inScope = (among: Parameters<typeof itemsInScope>[0]['among']) =>
  itemsInScope(among === undefined ? {} : { among }, members, (code) => code);

test('of a criterion about few members only these are looked at, in their order and each once', () => {
  expect(inScope({ only: ['m9', 'm3', 'nobody', 'm9'] })).toEqual(['m3', 'm9']);
  expect(inScope({ only: ['m12', 'm5'] })).toEqual(['m5', 'm12']);
  const moves = [...members, 'm3'];
  expect(itemsInScope({ among: { only: ['m3'] } }, moves, (code) => code)).toEqual(['m3', 'm3']);
});

test('of a criterion about others than some, about many or about all, all are looked at', () => {
  expect(inScope(undefined)).toBe(members);
  expect(inScope({ except: ['m3'] })).toBe(members);
  expect(inScope({ only: members })).toBe(members);
});

test('the criteria that may look at a member are those that name it and those that name nobody', () => {
  type Item = { readonly name: string; readonly among?: Among };
  const all: Item = { name: 'all' };
  const most: Item = { name: 'most', among: { except: ['a'] } };
  const few: Item = { name: 'few', among: { only: ['a', 'b', 'a'] } };
  const about = byMember([few, all, most], (criterion) => criterion);
  expect(about('a')).toEqual([all, most, few]);
  expect(about('c')).toEqual([all, most]);
});
