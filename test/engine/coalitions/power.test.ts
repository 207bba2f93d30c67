import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { power } from '../../../src/engine/coalitions/power.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { MemberPower, Power } from '../../../src/model/path.ts';
import { repository } from '../../support/bin.ts';
import { crowd, type Plain, readRoster, snapshotOf, time } from '../../support/rosters.ts';

function powerOf(parts: Plain): Power | undefined {
  const { rule, members } = snapshotOf(parts);
  return power(rule.criterion, members);
}

const many = (count: number, weightsOf: (index: number) => Plain = () => ({})): Plain =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`M${String(index).padStart(3, '0')}`, { weights: weightsOf(index) }]),
  );
const percent = ({ swings }: MemberPower, all: bigint): string => ((Number(swings) / Number(all)) * 100).toFixed(2);

describe('published tables', () => {
  test('the Security Council: 848 and 84 swings of 5,080, and 421/2145 and 4/2145 of the orders', () => {
    const permanent = ['CN', 'FR', 'GB', 'RU', 'US'];
    const others = Array.from({ length: 10 }, (_, index) => `E${index}`);
    const members = Object.fromEntries([...permanent, ...others].map((code) => [code, '']));
    const found = powerOf({ rule: 'un-security-council', groups: { permanent }, members });
    expect(found).toMatchObject({ coalitions: 32_768n, winning: 848n, swings: 5080n });
    expect(found?.members.map(({ code }) => code)).toEqual([...permanent, ...others]);
    for (const { code, swings, shapley } of found?.members ?? []) {
      const isPermanent = permanent.includes(code);
      expect(swings).toBe(isPermanent ? 848n : 84n);
      expect(shapley).toEqual({ numerator: isPermanent ? 421n : 4n, denominator: 2145n });
    }
  });

  test('the Council of the EU in 2025', () => {
    const text = readFileSync(join(repository, 'test/fixtures/frozen/eu-council.yaml'), 'utf8');
    const { rule, members } = snapshot(readRoster(text), time('2025-06-01'));
    const found = power(rule.criterion, members);
    expect(found).toMatchObject({ coalitions: 2n ** 27n, winning: 17_729_938n });
    const [first, last] = [found?.members[0], found?.members.at(-1)] as [MemberPower, MemberPower];
    expect([first.code, percent(first, found?.swings ?? 0n)]).toEqual(['DE', '12.04']);
    expect([last.code, percent(last, found?.swings ?? 0n)]).toEqual(['MT', '1.73']);
  });
});

describe('members that are alike', () => {
  const ways = (number: bigint, some: bigint): bigint => {
    let product = 1n;
    for (let chosen = 1n; chosen <= some; chosen += 1n) product = (product * (number - chosen + 1n)) / chosen;
    return product;
  };

  test('193 by consensus have one swing each', () => {
    const found = powerOf({ rule: 'consensus', members: many(193) });
    expect(found).toMatchObject({ winning: 1n, swings: 193n });
    expect(found?.members[0]).toMatchObject({ swings: 1n, shapley: { numerator: 1n, denominator: 193n } });
  });

  test('193 by a majority have the swings of the 97th to join', () => {
    const found = powerOf({ rule: 'simple-majority', members: many(193) });
    expect(found?.members.every(({ swings }) => swings === ways(192n, 96n))).toBe(true);
    expect(found?.winning).toBe(2n ** 192n);
  });

  test('stances make no difference, and those that never matter double the coalitions', () => {
    const rule = { count: 'support', among: ['support-1', 'oppose-1'], 'at-least': 1 };
    const found = powerOf({ rule, members: crowd({ support: 1, oppose: 1, recused: 1 }) });
    expect(found).toMatchObject({ coalitions: 8n, winning: 6n, swings: 4n });
    expect(found?.members.map(({ code, swings }) => [code, swings])).toEqual([
      ['oppose-1', 2n],
      ['support-1', 2n],
      ['recused-1', 0n],
    ]);
  });

  test.each([
    ['always met', { count: 'support', 'at-least': 0 }, 8n],
    ['never met', { count: 'support', 'at-least': 4 }, 0n],
    [
      'never met, beside a criterion that can be',
      { all: [{ count: 'support', 'at-least': 4 }, 'simple-majority'] },
      0n,
    ],
  ])('a rule that is %s gives nobody any power', (_, rule, winning) => {
    const found = powerOf({ rule, members: many(3) });
    expect(found).toMatchObject({ coalitions: 8n, winning, swings: 0n });
    expect(found?.members.map(({ shapley }) => shapley)).toEqual(Array(3).fill({ numerator: 0n, denominator: 1n }));
  });
});

describe('members that differ', () => {
  const share = { count: 'support', by: 'size', 'more-than': '1/2' };

  test('a hundred with small weights are counted exactly: the shares of all of them are the whole', () => {
    const found = powerOf({ rule: share, members: many(100, (index) => ({ size: 1 + (index % 7) })) });
    let [above, below] = [0n, 1n];
    for (const { shapley } of found?.members ?? [])
      [above, below] = [above * shapley.denominator + shapley.numerator * below, below * shapley.denominator];
    expect(above).toBe(below);
    expect((found?.winning ?? 0n) * 2n).toBeLessThanOrEqual(2n ** 100n);
  });

  test('weights that doubles do not hold are as good as others', () => {
    const weights = (zeros: string) => (index: number) => ({
      size: `${index === 0 ? 2 : 1 + index * index}${zeros}${index % 3}`,
    });
    const long = powerOf({ rule: share, members: many(12, weights('0'.repeat(30))) });
    expect(long).toEqual(powerOf({ rule: share, members: many(12, weights('00')) }));
  });

  test('and are not counted where rounding them might make a difference', () => {
    const half = (index: number) => ({ size: `${index < 4 ? 1 : 2}${'0'.repeat(30)}${index % 4}` });
    expect(powerOf({ rule: { ...share, 'more-than': '1/2' }, members: many(8, half) })).toBeUndefined();
  });

  test('sixty with weights of their own are too many', () => {
    let state = 7;
    const next = (): number => {
      state = (state * 16_807) % 2_147_483_647;
      return state;
    };
    expect(powerOf({ rule: share, members: many(60, () => ({ size: next() })) })).toBeUndefined();
  });

  test('what takes more steps than are allowed is not counted, at whatever stage', () => {
    const { rule, members } = snapshotOf({ rule: share, members: many(24, (index) => ({ size: 1 + index })) });
    const whole = power(rule.criterion, members);
    expect(whole?.coalitions).toBe(2n ** 24n);
    const found = Array.from({ length: 40 }, (_, index) =>
      power(rule.criterion, members, { entries: 1_000_000, steps: Math.round(1_000 * 1.3 ** index) }),
    );
    const enough = found.findIndex((one) => one !== undefined);
    expect(enough).toBeGreaterThan(10);
    for (const one of found.slice(enough)) expect(one).toEqual(whole);
  });
});
