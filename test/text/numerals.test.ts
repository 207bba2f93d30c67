import { describe, expect, test } from 'vitest';
import { percentText } from '../../src/text/numerals.ts';

describe('a share in percent', () => {
  test.each([
    ['8.5', '23', '36.96%'],
    ['1', '3', '33.33%'],
    ['2', '3', '66.67%'],
    ['5', '100000', '0.01%'],
    ['4.9', '100000', '0.00%'],
    ['0', '7', '0.00%'],
    ['7', '7', '100.00%'],
  ])('%s of %s is rounded half up: %s', (part, whole, text) => {
    expect(percentText(part, whole)).toBe(text);
  });

  test('never looks like all of it when something is missing', () => {
    expect(percentText('99999', '100000')).toBe('99.99%');
    expect(percentText('99999999999999999999', '100000000000000000000')).toBe('99.99%');
  });

  test('there is none of nothing', () => {
    expect(percentText('0', '0')).toBeUndefined();
    expect(percentText('0', '0.00')).toBeUndefined();
  });

  const [twoThirds, most, third] = [
    { numerator: 2n, denominator: 3n },
    { numerator: 65n, denominator: 100n },
    { numerator: 1n, denominator: 3n },
  ];

  test.each([
    ['64996', { under: most }, '64.99%'],
    ['64994', { under: most }, '64.99%'],
    ['66666', { under: twoThirds }, '66.66%'],
    ['33333', { under: third }, '33.33%'],
    ['65004', { over: most }, '65.01%'],
    ['65006', { over: most }, '65.01%'],
    ['66668', { over: twoThirds }, '66.67%'],
    ['33334', { over: third }, '33.34%'],
  ])('%s of 100000 stays on its side of an edge', (part, edges, text) => {
    expect(percentText(part, '100000', edges)).toBe(text);
  });
});
