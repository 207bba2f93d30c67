import { describe, expect, test } from 'vitest';
import { positionKeys } from '../../../src/model/position-fields.ts';
import { keyHint } from '../../../src/roster/hints/key-words.ts';

const member = [...positionKeys, 'name', 'joined', 'left', 'weights', 'positions'];
const claim = ['date', 'circa', 'by', 'supporting', 'holding-out', 'holdouts', 'source', 'sources', 'quote', 'note'];
const criterion = ['count', 'among', 'at-least', 'more-than', 'at-most', 'fewer-than', 'of', 'by', 'label'];

describe('a key that people write in place of another', () => {
  test.each([
    ['a position', positionKeys, 'reason', 'why'],
    ['a position', positionKeys, 'Reasons', 'why'],
    ['a position', positionKeys, 'because', 'why'],
    ['a position', positionKeys, 'vote', 'stance'],
    ['a position', positionKeys, 'position', 'stance'],
    ['a position', positionKeys, 'url', 'source'],
    ['a position', positionKeys, 'link', 'source'],
    ['a position', positionKeys, 'demands', 'wants'],
    ['a position', positionKeys, 'want', 'wants'],
    ['a position', positionKeys, 'wnats', 'wants'],
    ['a position', positionKeys, 'according_to', 'by'],
    ['a member', member, 'country', 'name'],
    ['a member', member, 'weight', 'weights'],
    ['a member', member, 'since', 'date'],
    ['a claim', claim, 'for', 'supporting'],
    ['a claim', claim, 'against', 'holding-out'],
    ['a criterion', criterion, 'weight', 'by'],
    ['a criterion', criterion, 'minimum', 'at-least'],
    ['a criterion', criterion, 'at_least', 'at-least'],
    ['a source', ['title', 'publisher', 'date', 'url'], 'link', 'url'],
    ['a candidate', ['member', 'proposed', 'history'], 'country', 'member'],
    ['something else', ['why'], 'reason', 'why'],
  ])('of %s with %j: for %s the hint names %s', (what, keys, key, meant) => {
    expect(keyHint(what, key, keys, 'text')).toBe(`did you mean "${meant}"?`);
  });

  test('is a weight if a number stands under it in a member', () => {
    expect(keyHint('a member', 'population', member, '10551707')).toBe('write weights: { population: 10551707 }');
    expect(keyHint('a member', 'weight', member, '2.5')).toBe('write weights: { NAME: 2.5 }');
    expect(keyHint('a position', 'population', positionKeys, '19')).toBeUndefined();
    expect(keyHint('a member', 'population', member, '1'.repeat(99))).toBeUndefined();
  });

  test('is the date of a position if it looks like one', () => {
    expect(keyHint('a member', '2024-02-01', member, 'support')).toBe(
      'write positions: [{ date: 2024-02-01, stance: … }]',
    );
  });

  test('is the history of a member if it has a list or a mapping', () => {
    expect(keyHint('a member', 'position', member, [])).toBe('did you mean "positions"?');
    expect(keyHint('a member', 'position', member, 'support')).toBe('did you mean "stance"?');
  });

  test('has no hint if the entry has no key of that meaning', () => {
    expect(keyHint('a demand', 'reason', ['id', 'text'])).toBeUndefined();
    expect(keyHint('a position', 'hasOwnProperty', positionKeys)).toBeUndefined();
  });
});
