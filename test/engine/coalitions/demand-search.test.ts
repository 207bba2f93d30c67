import { describe, expect, test } from 'vitest';
import { fewestDemands } from '../../../src/engine/coalitions/fewest-demands.ts';
import { missingIn } from '../../../src/engine/coalitions/moves-to-support.ts';
import { type Plain, said, snapshotOf } from '../../support/rosters.ts';

function fewestOf(parts: Plain, effort?: Parameters<typeof fewestDemands>[2]) {
  const taken = snapshotOf(parts);
  return fewestDemands(taken, missingIn(taken), effort);
}

const asking = (demands: readonly (readonly string[])[], weightOf: (index: number) => number = () => 1): Plain =>
  Object.fromEntries(
    demands.map((wants, index) => [
      `M${String(index).padStart(2, '0')}`,
      { ...said('conditional', { wants }), weights: { size: weightOf(index) } },
    ]),
  );

/** A few demands out of a list for each member, the same at every run. */
const shared = (members: number, of: number, each: number): string[][] =>
  Array.from({ length: members }, (_, index) =>
    Array.from(
      { length: 1 + (index % each) },
      (__, which) => `demand ${String((index * 7 + which * 11) % of).padStart(2, '0')}`,
    ),
  );

describe('demands of their own', () => {
  test('are as many as members are needed, in as many ways as there are to choose them', () => {
    const demands = Array.from({ length: 27 }, (_, index) => [`what ${index} wants`]);
    const found = fewestOf({ rule: 'simple-majority', members: asking(demands) });
    expect(found).toMatchObject({ size: 14, count: 20_058_300n, exact: true });
    expect(found?.sets).toHaveLength(10);
    expect(found?.moves).toHaveLength(14);
  });

  test('go with what members weigh, two each', () => {
    const demands = Array.from({ length: 6 }, (_, index) => [`b${index}`, `a${index}`]);
    const rule = { count: 'support', by: 'size', 'at-least': 60 };
    const found = fewestOf({ rule, members: asking(demands, (index) => 10 * (index + 1)) });
    expect(found).toMatchObject({ size: 2, sets: [['a5', 'b5']], count: 1n, moves: ['M05'] });
  });

  test('of members with the same ones are met for all of them at once', () => {
    const members = asking([['x'], ['x'], ['x'], ['y'], ['z']]);
    expect(fewestOf({ rule: { count: 'support', 'at-least': 3 }, members })).toMatchObject({
      size: 1,
      sets: [['x']],
      moves: ['M00', 'M01', 'M02'],
    });
  });
});

describe('demands that members share', () => {
  const parts = { rule: { count: 'support', 'at-least': 12 }, members: asking(shared(24, 20, 3)) };
  const whole = fewestOf(parts);

  test('are found together', () => {
    expect(whole).toMatchObject({ exact: true });
    for (const set of whole?.sets ?? []) expect(set).toHaveLength(whole?.size ?? 0);
  });

  test('are more than they need be where the search is given up, but they would do', () => {
    const found = fewestOf(parts, { search: 100, count: 0 });
    expect(found).toMatchObject({ exact: false, count: undefined });
    expect(found?.size).toBeGreaterThanOrEqual(whole?.size ?? 0);
    expect(found?.moves.length).toBeGreaterThanOrEqual(12);
  });

  test('are listed though not counted where there are too many sets', () => {
    const members = asking(
      Array.from({ length: 20 }, (_, index) => [`a${index}`, ...(index % 2 === 0 ? [`b${index}`] : [])]),
    );
    const rule = {
      any: [
        { count: 'support', 'at-least': 14 },
        { count: 'support', among: ['M00', 'M02'], 'at-least': 3 },
      ],
    };
    const many = fewestOf({ rule, members }, { search: 2_000_000, count: 100 });
    expect(many).toMatchObject({ size: 18, count: undefined, exact: true });
    expect(many?.sets).toHaveLength(10);
    expect(fewestOf({ rule, members })?.count).toBe(210n);
  });

  test('of which only some help are left out', () => {
    const members = { ...asking([['x'], ['y']]), outside: said('conditional', { wants: ['z'] }) };
    const rule = { count: 'support', among: ['M00', 'M01'], 'at-least': 1 };
    expect(fewestOf({ rule, members })).toMatchObject({ size: 1, sets: [['x'], ['y']], count: 2n });
  });
});
