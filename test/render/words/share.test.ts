import { describe, expect, test } from 'vitest';
import { shareText } from '../../../src/render/words/share.ts';
import { leafOf, type Plain, tallyOf } from '../../support/rosters.ts';

/** The share of a criterion about a weight of which so much is in support, and the rest opposed. */
const shareOf = (bound: Plain, support: string, rest: string): string | undefined => {
  const rule = { by: 'size', ...bound };
  const members = {
    a: { stance: 'support', weights: { size: support } },
    b: { stance: 'oppose', weights: { size: rest } },
  };
  return shareText(leafOf(tallyOf({ rule, members })));
};

describe('the share of a criterion', () => {
  test('is rounded half up', () => {
    expect(shareOf({ 'more-than': '1/2' }, '8.5', '14.5')).toBe('36.96%');
    expect(shareOf({ 'at-least': '65%' }, '65.003', '34.997')).toBe('65.00%');
  });

  test.each<[Plain, string, string, string]>([
    [{ 'at-least': '65%' }, '64.999', '35.001', '64.99%'],
    [{ 'at-least': '65' }, '64.999', '35.001', '64.99%'],
    [{ 'at-least': 'all but 35' }, '64.999', '35.001', '64.99%'],
    [{ 'at-least': '2/3' }, '66.666', '33.334', '66.66%'],
    [{ 'at-least': 'all' }, '99.999', '0.001', '99.99%'],
    [{ 'more-than': '1/2' }, '49.999', '50.001', '49.99%'],
    [{ 'more-than': '1/2' }, '50', '50', '50.00%'],
    [{ 'more-than': '1/2' }, '50.001', '49.999', '50.01%'],
    [{ count: 'oppose', 'at-most': '35%' }, '64.999', '35.001', '35.01%'],
    [{ count: 'oppose', 'at-most': '35%' }, '65.001', '34.999', '35.00%'],
    [{ count: 'oppose', 'fewer-than': '35%' }, '65.001', '34.999', '34.99%'],
  ])('looks met when it is, and not when it is not: %o with %s of it', (bound, support, rest, text) => {
    expect(shareOf(bound, support, rest)).toBe(text);
  });

  test('there is none of nothing', () => {
    expect(shareOf({ 'more-than': '1/2' }, '0', '0')).toBeUndefined();
  });
});
