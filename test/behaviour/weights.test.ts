import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tally } from '../../src/engine/tally.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { ceilDivide, decimal, decimalText, finest, floorDivide, unitsOf } from '../../src/text/decimal.ts';
import { leafOf, type Plain, seeded, snapshotOf, tallyOf } from '../support/rosters.ts';

/** Members of a weight each: those in support and the rest. */
const shares = (yes: readonly string[], no: readonly string[], stance = 'abstain'): Plain =>
  Object.fromEntries([
    ...yes.map((size, index) => [`Y${index}`, { stance: 'support', weights: { size } }]),
    ...no.map((size, index) => [`N${index}`, { stance, weights: { size } }]),
  ]);
const figures = (bound: Plain, yes: readonly string[], no: readonly string[]) => {
  const { status, have, need, short, base } = leafOf(
    tallyOf({ rule: { by: 'size', ...bound }, members: shares(yes, no) }),
  );
  return [status, have, need, short, base];
};

describe('weights add up exactly', () => {
  test.each([
    // bound, in support, not, status, have, need, short, base
    [{ 'at-least': '0.3' }, ['0.1', '0.2'], ['1'], 'reached', '0.3', '0.3', '0', '1.3'],
    [{ 'more-than': '0.3' }, ['0.1', '0.2'], ['1'], 'blocked', '0.3', '0.4', '0.1', '1.3'],
    [{ 'at-least': '9.55' }, ['9.5'], ['1'], 'blocked', '9.5', '10', '0.5', '10.5'],
    [{ 'at-least': '9.5' }, ['9'], ['1'], 'blocked', '9', '10', '1', '10'],
    [{ 'more-than': '9.5' }, ['9'], ['1'], 'blocked', '9', '10', '1', '10'],
    [{ 'more-than': '9' }, ['9'], ['1'], 'blocked', '9', '10', '1', '10'],
    [{ 'at-least': '1/3' }, ['0.33'], ['0.67'], 'blocked', '0.33', '0.34', '0.01', '1'],
    [{ 'at-least': '1/3' }, ['0.34'], ['0.66'], 'reached', '0.34', '0.34', '0', '1'],
    [{ 'at-least': '66.6%' }, ['2'], ['1'], 'reached', '2', '2', '0', '3'],
    [{ 'at-least': '66.7%' }, ['2'], ['1'], 'blocked', '2', '3', '1', '3'],
    [{ 'at-least': 'all but 0.5' }, ['9.5'], ['0.5'], 'reached', '9.5', '9.5', '0', '10'],
    [{ 'at-least': 'all but 0.25' }, ['9.5'], ['0.5'], 'blocked', '9.5', '10', '0.5', '10'],
    [{ 'at-least': '10.000' }, ['5.00', '5.00'], [], 'reached', '10', '10', '0', '10'],
    [{ 'at-least': '007' }, ['007'], ['1'], 'reached', '7', '7', '0', '8'],
    [
      { 'at-least': '9007199254740993' },
      ['9007199254740992'],
      ['1'],
      'blocked',
      '9007199254740992',
      '9007199254740993',
      '1',
      '9007199254740993',
    ],
  ])('%j of %j and %j', (bound, yes, no, ...expected) => {
    expect(figures(bound, yes, no)).toEqual(expected);
  });

  test.each([
    [{ count: 'abstain', 'at-most': '0.3' }, ['0.1', '0.2'], 'reached', '0.3', '0.3', '0'],
    [{ count: 'abstain', 'fewer-than': '0.3' }, ['0.1', '0.2'], 'blocked', '0.3', '0.2', '0.1'],
    [{ count: 'abstain', 'at-most': '0.35' }, ['0.1', '0.3'], 'blocked', '0.4', '0.3', '0.1'],
    [{ count: 'abstain', 'fewer-than': '0.35' }, ['0.1', '0.2'], 'reached', '0.3', '0.3', '0'],
    [{ count: 'abstain', 'at-most': '1/3' }, ['0.4'], 'blocked', '0.4', '0.2', '0.2'],
  ])('a ceiling of %j over %j rounds what it allows downwards', (bound, no, ...expected) => {
    expect(figures(bound, ['0.6'], no).slice(0, 4)).toEqual(expected);
  });

  test('a weight of zero neither counts nor makes a holdout', () => {
    const { holdouts } = tallyOf({ rule: { by: 'size', 'at-least': 'all' }, members: shares(['1'], ['0', '2']) });
    expect(holdouts.map(({ code }) => code)).toEqual(['N1']);
  });

  test('a member without the weight weighs nothing: validation is for others, the engine is total', () => {
    const rule = { by: 'size', 'at-least': '1' };
    const sound = snapshotOf({ rule, members: shares(['1'], ['2']) });
    const bare: Snapshot = { ...sound, members: sound.members.map((member) => ({ ...member, weights: {} })) };
    expect(leafOf(tally(bare))).toMatchObject({ status: 'blocked', have: '0', need: '1', short: '1', base: '0' });
  });

  test('names such as "constructor" are weights only where they are given', () => {
    const rule = { by: 'constructor', 'at-least': '1' };
    const sound = snapshotOf({ rule, members: { A: { stance: 'support', weights: { constructor: 2 } } } });
    expect(leafOf(tally(sound))).toMatchObject({ status: 'reached', have: '2' });
    const bare = { ...sound, members: sound.members.map((member) => ({ ...member, weights: {} })) };
    expect(leafOf(tally(bare))).toMatchObject({ have: '0', base: '0' });
  });
});

describe('decimals', () => {
  const parts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }));

  test('read, written and read again stay the same number', () => {
    fc.assert(
      fc.property(parts, ([units, decimals]) => {
        const text = decimalText(units, decimals);
        expect(text).not.toMatch(/\.(?:.*0)?$/);
        expect(unitsOf(text, decimals)).toBe(units);
        expect(decimalText(-units, decimals)).toBe(units === 0n ? '0' : `-${text}`);
      }),
      seeded,
    );
  });

  test.each([
    ['0', 0n, 0],
    ['10551707', 10_551_707n, 0],
    ['2.02', 202n, 2],
    ['2.20', 220n, 2],
    ['0.001', 1n, 3],
  ])('%s is an exact number of units', (text, units, decimals) => {
    expect(decimal(text)).toEqual({ units, decimals });
    expect(finest(['1', text, '0'])).toBe(decimals);
  });

  test('no numbers have no decimals', () => {
    expect(finest([])).toBe(0);
  });

  test('quotients are rounded down or up, below zero too', () => {
    const divisor = fc.bigInt({ min: 1n, max: 1000n });
    fc.assert(
      fc.property(fc.bigInt({ min: -100_000n, max: 100_000n }), divisor, (dividend, by) => {
        const down = floorDivide(dividend, by);
        const up = ceilDivide(dividend, by);
        expect(down * by <= dividend && dividend < (down + 1n) * by).toBe(true);
        expect((up - 1n) * by < dividend && dividend <= up * by).toBe(true);
      }),
      seeded,
    );
  });
});
