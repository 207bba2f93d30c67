import { describe, expect, test } from 'vitest';
import { cheapestSets, effortFor } from '../../../src/engine/coalitions/cheapest-sets.ts';
import type { Covering } from '../../../src/engine/rule/constraints.ts';
import { type Mover, requirementOf } from '../../../src/engine/solver/program/requirement.ts';

const effort = { search: 20_000_000, count: 100_000_000 };

/** Whole numbers up to a limit, the same at every run. */
function numbers(seed: number, limit: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state % limit;
  };
}

const membersOf = (count: number): Mover[] =>
  Array.from({ length: count }, (_, index) => ({ code: `M${String(index).padStart(3, '0')}`, settled: false }));

const constraint = (movers: readonly Mover[], gains: readonly number[], required: number): Covering => ({
  kind: 'constraint',
  constraint: {
    gains: new Map(movers.map(({ code }, index) => [code, BigInt(gains[index] ?? 0)])),
    required: BigInt(required),
  },
});

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('counting in two halves', () => {
  test.each([3, 4])('by %i weights that differ is what going through all sets of eighteen gives', (weights) => {
    const movers = membersOf(18);
    const next = numbers(weights, 100_000);
    const rows = Array.from({ length: weights }, () => movers.map(() => 100_000 + next()));
    const required = rows.map((row) => Math.round(sum(row) * 0.5));
    const covering: Covering = {
      kind: 'all',
      of: rows.map((row, index) => constraint(movers, row, required[index] ?? 0)),
    };
    const found = cheapestSets(requirementOf(covering, movers), 'members', effort);

    const [counts, holding] = [new Map<number, number>(), new Map<number, number>()];
    for (let bits = 0; bits < 2 ** movers.length; bits += 1) {
      let size = 0;
      const gained = rows.map(() => 0);
      for (let index = 0; index < movers.length; index += 1) {
        if (((bits >> index) & 1) === 0) continue;
        size += 1;
        for (const [row, gains] of rows.entries()) gained[row] = (gained[row] ?? 0) + (gains[index] ?? 0);
      }
      if (!gained.every((gain, row) => gain >= (required[row] ?? 0))) continue;
      counts.set(size, (counts.get(size) ?? 0) + 1);
      if ((bits & 1) === 1) holding.set(size, (holding.get(size) ?? 0) + 1);
    }
    const size = Math.min(...counts.keys());
    expect(found).toMatchObject({ size, count: BigInt(counts.get(size) ?? 0), exact: true, complete: true });
    expect(found.holding?.get('M000')).toBe(BigInt(holding.get(size) ?? 0));
    expect(found.count).toBeGreaterThan(1000n);
  });

  test('is given up where entries multiply, and told so by nothing else', () => {
    const movers = membersOf(60);
    const next = numbers(5, 2 ** 30);
    const rows = [0, 1].map(() => movers.map(() => 2 ** 30 + next()));
    const covering: Covering = {
      kind: 'all',
      of: rows.map((row) => constraint(movers, row, Math.round(sum(row) * 0.55))),
    };
    const found = cheapestSets(requirementOf(covering, movers), 'members', effort);
    expect(found).toMatchObject({ count: undefined, holding: undefined, exact: true, complete: true });
    expect(found.sets).toHaveLength(10);
  });

  test('is given up where the steps are used up, at whatever stage', () => {
    const movers = membersOf(24);
    const next = numbers(9, 1_000_000);
    const rows = [0, 1, 2].map(() => movers.map(() => 1_000_000 + next()));
    const covering: Covering = {
      kind: 'all',
      of: rows.map((row) => constraint(movers, row, Math.round(sum(row) * 0.5))),
    };
    const requirement = requirementOf(covering, movers);
    const whole = cheapestSets(requirement, 'members', effort);
    expect(whole.count).toBeDefined();
    for (let count = 1_000; count < 10_000_000; count = Math.round(count * 1.3)) {
      const found = cheapestSets(requirement, 'members', { ...effort, count });
      expect([undefined, whole.count]).toContain(found.count);
      expect({ ...found, count: 0, holding: 0, suffice: 0, spent: 0 }).toEqual({
        ...whole,
        count: 0,
        holding: 0,
        suffice: 0,
        spent: 0,
      });
    }
  });
});

describe('where members do harm as well', () => {
  const movers = membersOf(14);
  const next = numbers(3, 50);
  const rows = [0, 1].map(() => movers.map(() => next() - 20));
  const covering: Covering = { kind: 'all', of: rows.map((row) => constraint(movers, row, 60)) };
  const requirement = requirementOf(covering, movers);

  test('a search that is given up knows no set', () => {
    expect(cheapestSets(requirement, 'members', effort)).toMatchObject({ exact: true, complete: true });
    const found = cheapestSets(requirement, 'members', { search: 0, count: 0 });
    expect(found).toMatchObject({ size: undefined, sets: [], exact: false, complete: false });
    expect(found.suffice(requirement.need)).toBe(false);
  });

  test('sums that doubles do not hold are not counted', () => {
    const long = movers.map((_, index) => BigInt(rows[0]?.[index] ?? 0) * 10n ** 14n);
    const gains = new Map(movers.map(({ code }, index) => [code, long[index] ?? 0n]));
    const one = constraint(movers, rows[1] ?? [], 60);
    const both: Covering = {
      kind: 'all',
      of: [
        one,
        {
          kind: 'constraint',
          constraint: {
            gains: new Map([...gains].map(([code, gain]) => [code, gain + 1n])),
            required: 60n * 10n ** 14n,
          },
        },
      ],
    };
    const found = cheapestSets(requirementOf(both, movers), 'members', effort);
    expect(found.exact).toBe(true);
    expect(found.size).toBeDefined();
  });
});

describe('alternatives', () => {
  const movers = membersOf(150);
  const pair = (index: number): Covering => {
    const both = movers.map((_, which) => (which === 2 * index || which === 2 * index + 1 ? 1 : 0));
    return constraint(movers, both, 2);
  };
  const one = (index: number): Covering =>
    constraint(
      movers,
      movers.map((_, which) => (which === index ? 1 : 0)),
      1,
    );

  test('of which there are very many are all tried', () => {
    const covering: Covering = { kind: 'any', of: Array.from({ length: 70 }, (_, index) => pair(index)) };
    const found = cheapestSets(requirementOf(covering, movers), 'members', effort);
    expect(found).toMatchObject({ size: 2, exact: true, complete: true, count: undefined });
    expect(found.possible).toHaveLength(140);
    expect(found.necessary).toEqual([]);
  });

  test('within one another that would be too many are searched as they are', () => {
    const choices: Covering[] = Array.from({ length: 7 }, (_, index) => ({
      kind: 'any',
      of: [one(2 * index), one(2 * index + 1)],
    }));
    const covering: Covering = {
      kind: 'all',
      of: [one(100), { kind: 'any', of: [{ kind: 'all', of: choices }, one(120)] }],
    };
    const found = cheapestSets(requirementOf(covering, movers), 'members', effort);
    expect(found).toMatchObject({ size: 2, sets: [['M100', 'M120']], count: 1n, exact: true });
  });

  test('that ask for more than another make no difference', () => {
    const covering: Covering = { kind: 'any', of: [one(3), { kind: 'all', of: [one(3), one(4)] }, one(3)] };
    expect(cheapestSets(requirementOf(covering, movers), 'members', effort)).toMatchObject({
      size: 1,
      sets: [['M003']],
    });
  });
});

describe('an effort that is used up', () => {
  const movers = membersOf(40).map((mover, index) => ({ ...mover, settled: index % 3 === 0 }));
  const next = numbers(3, 1_000_000);
  const rows = [movers.map(() => 1), movers.map(() => next())];
  const covering: Covering = {
    kind: 'all',
    of: [
      constraint(movers, rows[0] ?? [], 22),
      constraint(movers, rows[1] ?? [], Math.round(sum(rows[1] ?? []) * 0.4)),
    ],
  };
  const requirement = requirementOf(covering, movers);

  test.each(['members', 'settled-first'] as const)('still leaves a set that would do, by %s', (costs) => {
    const whole = cheapestSets(requirement, costs, effort);
    for (let search = 0; search < 100_000; search = Math.ceil((search + 20) * 1.2)) {
      const found = cheapestSets(requirement, costs, { search, count: 0 });
      if (found.exact) expect(found.size).toBe(whole.size);
      if (found.complete) expect(found.sets).toEqual(whole.sets);
      for (const set of found.sets) {
        expect(set).toHaveLength(found.size ?? 0);
        for (const row of rows) {
          const gained = movers.reduce((all, { code }, index) => all + (set.includes(code) ? (row[index] ?? 0) : 0), 0);
          expect(gained).toBeGreaterThanOrEqual(row === rows[0] ? 22 : Math.round(sum(row) * 0.4));
        }
      }
    }
  });

  test('says nothing where there is no set', () => {
    const nothing: Covering = { kind: 'any', of: [] };
    const found = cheapestSets(requirementOf(nothing, movers), 'members', effort);
    expect(found).toMatchObject({ size: undefined, sets: [], count: 0n, exact: true });
    expect(found.suffice(requirement.need)).toBe(false);
  });
});

test('everybody is needed where all of two weights are, however long', () => {
  const movers = membersOf(8);
  const long = (index: number): bigint => 10n ** 40n + BigInt(index * index);
  const whole = (sign: 1n | -1n): Covering => {
    const gains = new Map(movers.map(({ code }, index) => [code, 2n * 10n ** 40n + sign * long(index)] as const));
    return {
      kind: 'constraint',
      constraint: { gains, required: [...gains.values()].reduce((all, gain) => all + gain) },
    };
  };
  const found = cheapestSets(requirementOf({ kind: 'all', of: [whole(1n), whole(-1n)] }, movers), 'members', effort);
  expect(found).toMatchObject({ size: 8, count: 1n, exact: true, complete: true });
});

test('a larger body gets more effort, up to a limit', () => {
  expect(effortFor(9).search).toBeLessThan(effortFor(100).search);
  expect(effortFor(100_000)).toEqual(effortFor(1_000_000));
});
