import { describe, expect, test } from 'vitest';
import { boundHint, criterionIn } from '../../../src/roster/hints/bound-words.ts';
import { readQuantity } from '../../../src/roster/schema/scalars.ts';

describe('a bound in words', () => {
  test.each([
    ['50% plus 1', 'write more-than: 50%'],
    ['50%+1', 'write more-than: 50%'],
    ['50 % + 1', 'write more-than: 50%'],
    ['50 percent plus one', 'write more-than: 50%'],
    ['half plus one', 'write more-than: 1/2'],
    ['Half + 1', 'write more-than: 1/2'],
    ['1/2 + 1', 'write more-than: 1/2'],
    ['majority', 'write more-than: 1/2'],
    ['simple majority', 'write more-than: 1/2'],
    ['an absolute majority', 'write more-than: 1/2'],
    ['most', 'write more-than: 1/2'],
    ['more than half', 'write more-than: 1/2'],
    ['over 50%', 'write more-than: 50%'],
    ['>50%', 'write more-than: 50%'],
    ['>= 2/3', 'write at-least: 2/3'],
    ['≥55%', 'write at-least: 55%'],
    ['at least 9', 'write at-least: 9'],
    ['9+', 'write at-least: 9'],
    ['no more than three', 'write at-most: 3'],
    ['< 1/3', 'write fewer-than: 1/3'],
    ['<= 3', 'write at-most: 3'],
    ['half', 'write 1/2'],
    ['one half', 'write 1/2'],
    ['a third', 'write 1/3'],
    ['two thirds', 'write 2/3'],
    ['two-thirds', 'write 2/3'],
    ['3 quarters', 'write 3/4'],
    ['three fifths', 'write 3/5'],
    ['two thirds of the members', 'write 2/3'],
    ['two thirds of the votes cast', 'write 2/3, and of: votes'],
    ['more than half of those voting', 'write more-than: 1/2, and of: votes'],
    ['55 per cent', 'write 55%'],
    ['55,5 %', 'write 55.5%'],
    ['nine', 'write 9'],
    ['everyone', 'write all'],
    ['All', 'write all'],
    ['nobody', 'write 0'],
    ['all except one', 'write all but 1'],
    ['all minus 3', 'write all but 3'],
    ['qualified majority', 'say how large it is: at-least: 2/3 or at-least: 60%'],
  ])('%s: %s', (text, hint) => {
    expect(boundHint(text)).toBe(hint);
    const [, amount = ''] = /^write (?:[a-z-]+: )?([^,]+)/.exec(hint) ?? [];
    if (amount !== '') expect(readQuantity(amount)).toHaveProperty('value');
  });

  test.each([
    '',
    'lots',
    'nine plus one',
    'five halves',
    'four thirds',
    'many thirds',
    'more than lots',
    'all but lots',
  ])('%j: there is no hint if nobody can say', (text) => {
    expect(boundHint(text)).toBeUndefined();
    expect(criterionIn(text)).toBeUndefined();
  });

  test.each([
    ['55%', '{ at-least: 55% }'],
    ['more than 3/5', '{ more-than: 3/5 }'],
    ['two thirds of votes', '{ at-least: 2/3, of: votes }'],
  ])('%s is the criterion %s', (text, criterion) => {
    expect(criterionIn(text)).toBe(criterion);
  });
});
