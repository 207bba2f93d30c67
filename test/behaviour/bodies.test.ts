import { describe, expect, test } from 'vitest';
import { codesOf, crowd, leafOf, leavesOf, type Plain, tallyOf } from '../support/rosters.ts';

describe('majorities of members', () => {
  test.each([
    ['15 of 27 are 55%', { 'at-least': '55%' }, 15, 27],
    ['six of nine are two thirds', { 'at-least': '2/3' }, 6, 9],
    ['29 of 50 are 58%', { 'at-least': '58%' }, 29, 50],
    ['26 of 51 are a simple majority', { 'more-than': '1/2' }, 26, 51],
    ['14 of 26 are a simple majority', { 'more-than': '1/2' }, 14, 26],
    ['20 of 27 are 72%', { 'at-least': '72%' }, 20, 27],
  ])('%s, and one fewer are not', (_, bound, enough, all) => {
    const of = (support: number) => tallyOf({ rule: bound, members: crowd({ support, oppose: all - support }) });
    expect(leafOf(of(enough))).toMatchObject({ status: 'reached', need: `${enough}`, short: '0' });
    expect(leafOf(of(enough - 1))).toMatchObject({ status: 'blocked', need: `${enough}`, short: '1' });
  });

  test('thirteen of 26 are no simple majority', () => {
    const members = crowd({ support: 13, oppose: 13 });
    expect(leafOf(tallyOf({ rule: 'simple-majority', members }))).toMatchObject({ status: 'blocked', need: '14' });
  });
});

const weigh = (population: unknown, stance: string): Plain => ({ stance, weights: { population } });

/** Members of these populations, the first ones in support and so many others of a stance. */
function union(support: readonly string[], others: readonly string[], stance = 'oppose'): Plain {
  return Object.fromEntries([
    ...support.map((population, index) => [`Y${index}`, weigh(population, 'support')]),
    ...others.map((population, index) => [`N${index}`, weigh(population, stance)]),
  ]);
}
const even = (total: number, count: number): string[] => Array.from({ length: count }, () => `${total / count}`);

describe('the Council of the EU', () => {
  const rule = 'eu-qualified-majority';

  test('65% of 451,028,881 people are 293,168,773', () => {
    const population = (yes: number) =>
      leavesOf(
        tallyOf({ rule, members: union([`${yes}`], [`${451_028_881 - yes}`, '0', '0', '0', '0']) }).evaluation,
      )[1];
    expect(population(293_168_773)).toMatchObject({
      status: 'reached',
      need: '293168773',
      short: '0',
      base: '451028881',
    });
    expect(population(293_168_772)).toMatchObject({ status: 'blocked', need: '293168773', short: '1' });
  });

  test('three against cannot block, however many people they have', () => {
    const result = tallyOf({ rule, members: union(even(24, 24), ['40', '20', '16']) });
    expect(result.outcome).toBe('reached');
    expect(leavesOf(result.evaluation).map(({ status }) => status)).toEqual(['reached', 'blocked', 'reached']);
  });

  test('four with 35.01% of the people can block, and with 35% cannot', () => {
    const big = ['12', '10', '8'];
    const result = (fourth: string, rest: string) => {
      const support = ['26', '20', '18', ...Array.from({ length: 19 }, () => '0.02'), rest];
      return tallyOf({ rule, members: union(support, [...big, fourth]) });
    };
    const blocked = result('5.01', '0.61');
    expect(leavesOf(blocked.evaluation)[1]).toMatchObject({ have: '64.99', need: '65', short: '0.01', base: '100' });
    expect(blocked.outcome).toBe('blocked');
    expect(result('5', '0.62').outcome).toBe('reached');
  });

  test('those that abstain, or have said nothing, count against like a no', () => {
    const members = (stance: string) => union(even(56, 14), even(39, 13), stance);
    expect(tallyOf({ rule, members: members('abstain') }).outcome).toBe('blocked');
    expect(tallyOf({ rule, members: members('undeclared') }).outcome).toBe('open');
  });

  test('the reinforced majority knows no minority that is too small to block', () => {
    const members = union(even(24, 24), ['40', '20', '16']);
    expect(tallyOf({ rule: 'eu-reinforced-qualified-majority', members }).outcome).toBe('blocked');
    const three = union(even(66, 24), ['14', '10', '10']);
    expect(tallyOf({ rule: 'eu-reinforced-qualified-majority', members: three }).outcome).toBe('reached');
  });

  test('the nature restoration vote of June 2024 hung on more than one state', () => {
    const yes: Plain = {
      ...{ DE: 18.72, FR: 15.11, ES: 10.67, RO: 4.23, CZ: 2.4, PT: 2.33, GR: 2.31, AT: 2.02, BG: 1.43, DK: 1.32 },
      ...{ SK: 1.21, IE: 1.17, HR: 0.86, LT: 0.63, SI: 0.47, LV: 0.42, EE: 0.3, CY: 0.2, LU: 0.15, MT: 0.12 },
    };
    const no = { IT: 13.25, PL: 8.37, NL: 3.99, SE: 2.34, HU: 2.13, FI: 1.24 };
    const stance = (of: Plain, as: string) => Object.entries(of).map(([code, size]) => [code, weigh(size, as)]);
    const members = Object.fromEntries([
      ...stance(yes, 'support'),
      ...stance(no, 'oppose'),
      ...stance({ BE: 2.61 }, 'abstain'),
    ]);
    const vote = tallyOf({ rule, members });
    expect(vote.outcome).toBe('reached');
    expect(leavesOf(vote.evaluation)[1]).toMatchObject({ have: '66.07', need: '65', base: '100' });
    const without = (code: string) =>
      tallyOf({ rule, members: { ...members, [code]: weigh(yes[code], 'oppose') } }).outcome;
    expect([without('AT'), without('SK'), without('HR')]).toEqual(['blocked', 'blocked', 'reached']);
  });
});

describe('the UN Security Council', () => {
  const rule = 'un-security-council';
  const permanent = ['CN', 'FR', 'GB', 'RU', 'US'];
  const elected = ['CH', 'DZ', 'EC', 'GY', 'JP', 'KR', 'MT', 'MZ', 'SI', 'SL'];
  const vote = (others: Plain) => {
    const yes = Object.fromEntries([...permanent, ...elected].map((code) => [code, 'support']));
    return tallyOf({ rule, groups: { permanent }, members: { ...yes, ...others } });
  };

  test('a permanent member that says no blocks thirteen that say yes', () => {
    const gaza = vote({ US: 'oppose', GB: 'abstain' });
    expect(gaza.outcome).toBe('blocked');
    expect(gaza.holdouts).toMatchObject([{ code: 'US', blocking: true }]);
    expect(leavesOf(gaza.evaluation)[0]).toMatchObject({ have: '13', need: '9', status: 'reached' });
  });

  test.each(['abstain', 'no-objection', 'recused', 'undeclared'])(
    'a permanent member that is %s does not',
    (stance) => {
      expect(vote({ US: stance })).toMatchObject({ outcome: 'reached', holdouts: [] });
    },
  );

  test('an elected member that says no has no veto', () => {
    expect(vote({ MT: 'oppose' }).outcome).toBe('reached');
  });

  test('nine are needed, veto or none', () => {
    const abstaining = Object.fromEntries(elected.slice(0, 7).map((code) => [code, 'abstain']));
    const result = vote(abstaining);
    expect(result.outcome).toBe('blocked');
    expect(codesOf(result.holdouts)).toEqual(elected.slice(0, 7).sort());
    expect(result.holdouts.some(({ blocking }) => blocking)).toBe(false);
    expect(vote(Object.fromEntries(elected.slice(0, 6).map((code) => [code, 'abstain']))).outcome).toBe('reached');
  });
});
