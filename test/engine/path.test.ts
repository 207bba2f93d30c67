import { describe, expect, test } from 'vitest';
import { path } from '../../src/engine/path.ts';
import { assume } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Path } from '../../src/model/path.ts';
import type { Stance } from '../../src/model/stance.ts';
import { councilOf2024 } from '../support/council.ts';
import { crowd, type Plain, snapshotOf } from '../support/rosters.ts';

/** The path of a roster that has not reached its outcome. */
function pathOf(parts: Plain, asOf?: string): Path {
  const found = path(snapshotOf(parts, asOf));
  if (found === undefined) throw new Error('the outcome is reached');
  return found;
}

/** So many members with these weights, nothing known of any. */
function weighted(count: number, weightsOf: (index: number) => Plain, stance?: Stance): Plain {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `M${String(index).padStart(5, '0')}`,
      { ...(stance && { stance }), weights: weightsOf(index) },
    ]),
  );
}

/** Whole numbers up to a limit, the same at every run. */
function numbers(seed: number, limit: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return 1 + (state % limit);
  };
}

describe('one criterion', () => {
  const rule = { count: 'support', 'at-least': 3 };

  test.each([
    [
      'nobody to spare',
      crowd({ support: 1, unclear: 2 }),
      { size: 2, count: 1n, necessary: ['unclear-1', 'unclear-2'] },
    ],
    ['one of two', crowd({ support: 2, unclear: 2 }), { size: 1, count: 2n, sets: [['unclear-1'], ['unclear-2']] }],
    [
      'pending members come first',
      crowd({ support: 2, oppose: 1, unclear: 1 }),
      { sets: [['unclear-1'], ['oppose-1']] },
    ],
    ['recused members never move', crowd({ support: 2, recused: 4 }), { size: undefined, reason: 'nobody-can-move' }],
    [
      'too few',
      crowd({ support: 1, unclear: 1 }),
      { size: undefined, count: 0n, reason: 'not-even-everybody', sets: [] },
    ],
    ['opponents may move, too', crowd({ support: 2, oppose: 1 }), { size: 1, sets: [['oppose-1']], reason: undefined }],
  ])('%s', (_, members, expected) => {
    expect(pathOf({ rule, members })).toMatchObject({ exact: true, waitUntil: undefined, ...expected });
  });

  test('there is no path where the outcome is reached', () => {
    expect(path(snapshotOf({ rule, members: crowd({ support: 3 }) }))).toBeUndefined();
  });

  test('no more than ten sets are listed, and all are counted', () => {
    const found = pathOf({ rule, members: crowd({ support: 1, unclear: 7 }) });
    expect(found).toMatchObject({ size: 2, count: 21n, necessary: [] });
    expect(found.sets).toHaveLength(10);
    expect(found.sets[9]).toEqual(['unclear-2', 'unclear-6']);
    expect(found.possible).toHaveLength(7);
  });

  test('sets are in the order of the codes within a set, then of the sets as lists', () => {
    const members = { A: 'support', a: '', B: '', Z: 'oppose', b: '' };
    expect(pathOf({ rule, members }).sets).toEqual([
      ['B', 'a'],
      ['B', 'b'],
      ['a', 'b'],
      ['B', 'Z'],
      ['Z', 'a'],
      ['Z', 'b'],
    ]);
  });

  test('a move against a veto gives up the veto', () => {
    const veto = { count: 'oppose', 'at-most': 0, 'with-why': true };
    const members = { A: { stance: 'oppose', why: 'price' }, B: 'oppose', C: 'unclear' };
    expect(pathOf({ rule: veto, members }).sets).toEqual([['A']]);
  });
});

describe('time', () => {
  const members = crowd({ support: 1, unclear: 2 });
  const later = { count: 'support', 'at-least': 1, 'not-before': '2024-03-10T09:00:00Z' };
  const evenLater = { count: 'support', 'at-least': 2, 'not-before': '2024-04' };

  test.each([
    ['alone is missing', later, { size: 0, sets: [[]], count: 1n, necessary: [], waitUntil: { day: '2024-03-10' } }],
    ['is missing beside members', evenLater, { size: 1, count: 2n, waitUntil: { day: '2024-04-30' } }],
    ['of all criteria is the latest', { all: [later, evenLater] }, { size: 1, waitUntil: { day: '2024-04-30' } }],
    ['of any criterion is the earliest', { any: [evenLater, later] }, { size: 0, waitUntil: { day: '2024-03-10' } }],
    [
      'does not matter where members alone are enough',
      { any: [{ count: 'support', 'at-least': 2 }, evenLater] },
      { size: 1, waitUntil: undefined },
    ],
    [
      'that has come is not waited for',
      { ...evenLater, 'not-before': '2024-02-01' },
      { size: 1, waitUntil: undefined },
    ],
    [
      'of a day has come at its end, after an instant of it',
      { all: [later, { ...later, 'not-before': '2024-03-10' }] },
      { waitUntil: { text: '2024-03-10' } },
    ],
    [
      'is waited for only by some smallest set',
      {
        any: [
          { all: [{ count: 'support', 'at-least': 1, among: ['unclear-1'] }, later] },
          { all: [{ count: 'support', 'at-least': 1, among: ['unclear-2'] }, evenLater] },
        ],
      },
      { size: 1, count: 2n, waitUntil: { day: '2024-03-10' } },
    ],
  ])('%s', (_, rule, expected) => {
    expect(pathOf({ rule, members })).toMatchObject(expected);
  });
});

describe('several criteria', () => {
  test('the trap for those who take the largest first: two who are enough, beside one who has more', () => {
    const groups = {
      first: ['big', 'x', 'f1', 'f2', 'f3'],
      second: ['big', 'y', 'f4', 'f5', 'f6'],
    };
    const weights = (first: number, second: number) => ({ weights: { first, second } });
    const members = {
      big: weights(4, 4),
      x: weights(6, 0),
      y: weights(0, 6),
      ...Object.fromEntries(['f1', 'f2', 'f3'].map((code) => [code, weights(1, 0)])),
      ...Object.fromEntries(['f4', 'f5', 'f6'].map((code) => [code, weights(0, 1)])),
    };
    const rule = {
      all: [
        { count: 'support', by: 'first', among: 'first', 'at-least': 6 },
        { count: 'support', by: 'second', among: 'second', 'at-least': 6 },
      ],
    };
    expect(pathOf({ rule, groups, members })).toMatchObject({ size: 2, sets: [['x', 'y']], count: 1n });
  });

  test('whoever is in both branches is needed', () => {
    const rule = {
      any: [
        { count: 'support', 'at-least': 'all', among: ['A', 'B'] },
        { count: 'support', 'at-least': 'all', among: ['A', 'C'] },
      ],
    };
    const members = { A: 'oppose', B: 'unclear', C: 'unclear', D: 'unclear' };
    expect(pathOf({ rule, members })).toMatchObject({
      size: 2,
      sets: [
        ['A', 'B'],
        ['A', 'C'],
      ],
      count: 2n,
      necessary: ['A'],
      possible: ['A', 'B', 'C'],
    });
  });

  test('a set that meets two branches is counted once', () => {
    const two = (...among: string[]) => ({ count: 'support', 'at-least': 2, among });
    const members = Object.fromEntries(['A', 'B', 'C', 'D'].map((code) => [code, 'unclear']));
    expect(pathOf({ rule: { any: [two('A', 'B', 'C'), two('B', 'C', 'D')] }, members })).toMatchObject({
      size: 2,
      count: 5n,
    });
  });

  test('of two alternatives every set is counted that meets either, more than are listed', () => {
    const members = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`m${index}`, { weights: { a: index % 2, b: (index + 1) % 2 } }]),
    );
    const rule = {
      any: [
        { by: 'a', 'at-least': 2 },
        { by: 'b', 'at-least': 2 },
      ],
    };
    expect(pathOf({ rule, members })).toMatchObject({ size: 2, count: 30n, sets: { length: 10 } });
  });

  test('choices inside one another are searched one by one, and not counted where they are too many', () => {
    const codes = Array.from({ length: 16 }, (_, index) => `M${String(index).padStart(2, '0')}`);
    const pair = (index: number) => ({
      any: [0, 1].map((more) => ({ count: 'support', 'at-least': 1, among: [codes[2 * index + more]] })),
    });
    const rule = { all: codes.slice(0, 8).map((_, index) => pair(index)) };
    const found = pathOf({ rule, members: Object.fromEntries(codes.map((code) => [code, ''])) });
    expect(found).toMatchObject({ size: 8, count: undefined, exact: true, necessary: [] });
    expect(found.sets[0]).toEqual(codes.filter((_, index) => index % 2 === 0));
    expect(found.possible).toEqual(codes);
  });

  test.each([
    ['one of each', 1, 11],
    ['two of each', 2, 21],
  ])('of members in a circle, %s three neighbours', (_, needed, size) => {
    const members = crowd({ unclear: 31 });
    const codes = Object.keys(members);
    const triple = (first: number) => [0, 1, 2].map((next) => codes[(first + next) % codes.length] as string);
    const rule = { all: codes.map((_, first) => ({ count: 'support', among: triple(first), 'at-least': needed })) };
    const found = pathOf({ rule, members });
    expect(found).toMatchObject({ size, exact: true });
    for (const set of found.sets)
      for (const first of codes.keys())
        expect(triple(first).filter((code) => set.includes(code)).length).toBeGreaterThanOrEqual(needed);
  });

  test('a veto and votes in the Security Council', () => {
    const permanent = ['CN', 'FR', 'GB', 'RU', 'US'];
    const others = Array.from({ length: 10 }, (_, index) => `E${index}`);
    const members = { ...Object.fromEntries([...permanent, ...others].map((code) => [code, ''])), RU: 'oppose' };
    const found = pathOf({ rule: 'un-security-council', groups: { permanent }, members });
    // Russia must come, and eight of the other fourteen.
    expect(found).toMatchObject({ size: 9, count: 3003n, necessary: ['RU'] });
  });
});

describe('the Council of the EU', () => {
  const members = Object.fromEntries(
    Object.entries(councilOf2024).map(([code, population]) => [code, { weights: { population } }]),
  );
  const snapshot = snapshotOf({ rule: 'eu-qualified-majority', members });
  const found = path(snapshot);

  /** Sets of 15 with 65% of the population: counted by what so many members may add up to, in hundredths of a percent. */
  function countedByPopulation(): bigint {
    const parts = Object.values(councilOf2024).map((percent) => Math.round(Number(percent) * 100));
    const all = parts.reduce((sum, part) => sum + part, 0);
    const ways = Array.from({ length: 16 }, () => new Array<bigint>(all + 1).fill(0n));
    (ways[0] as bigint[])[0] = 1n;
    for (const part of parts) {
      for (let size = 15; size > 0; size -= 1) {
        const [larger, smaller] = [ways[size] as bigint[], ways[size - 1] as bigint[]];
        for (let sum = all; sum >= part; sum -= 1)
          larger[sum] = (larger[sum] as bigint) + (smaller[sum - part] as bigint);
      }
    }
    return (ways[15] as bigint[]).reduce((count, way, sum) => (sum * 100 >= all * 65 ? count + way : count), 0n);
  }

  test('fifteen of 27 are needed, and as many sets are enough as adding up populations gives', () => {
    expect(found).toMatchObject({ size: 15, exact: true, necessary: [], count: countedByPopulation() });
    expect(found?.possible).toHaveLength(27);
  });

  test('each set that is listed is enough, and not without one of its members', () => {
    const outcome = (codes: readonly string[]) =>
      tally(assume(snapshot, new Map(codes.map((code) => [code, 'support'])))).outcome;
    expect(found?.sets).toHaveLength(10);
    for (const set of found?.sets ?? []) {
      expect(outcome(set)).toBe('reached');
      for (const code of set) expect(outcome(set.filter((other) => other !== code))).not.toBe('reached');
    }
  });

  test('populations as long as one likes make no difference', () => {
    const long = Object.entries(councilOf2024).map(([code, percent]) => [
      code,
      { weights: { population: `${percent}000000000000000000` } },
    ]);
    expect(path(snapshotOf({ rule: 'eu-qualified-majority', members: Object.fromEntries(long) }))).toEqual(found);
  });
});

describe('many members', () => {
  test('193 with two weights: the size is what adding up gives', () => {
    const next = numbers(193, 40);
    const weights = Array.from({ length: 193 }, () => ({ land: next(), sea: next() }));
    const members = weighted(193, (index) => weights[index] as Plain);
    const share = (by: string, percent: string) => ({ count: 'support', by, 'at-least': percent });
    const found = pathOf({ rule: { all: [share('land', '60%'), share('sea', '70%')] }, members });

    // The most sea that so many members can have beside so much land.
    const [land, sea] = ['land' as const, 'sea' as const].map((by) => weights.reduce((sum, each) => sum + each[by], 0));
    const asked = Math.ceil(((land as number) * 60) / 100);
    const best = [...weights, undefined].map(() => new Float64Array(asked + 1).fill(-1));
    (best[0] as Float64Array)[0] = 0;
    // The larger sets first, so that none has the same member twice.
    for (const [before, each] of weights.entries())
      for (let size = before; size >= 0; size -= 1) {
        const [row, next] = [best[size] as Float64Array, best[size + 1] as Float64Array];
        for (let have = 0; have <= asked; have += 1) {
          const most = row[have] as number;
          if (most < 0) continue;
          const capped = Math.min(asked, have + each.land);
          next[capped] = Math.max(next[capped] as number, most + each.sea);
        }
      }
    const size = best.findIndex((row) => (row[asked] as number) * 100 >= (sea as number) * 70);
    expect(found).toMatchObject({ size, exact: true });
    expect(found.sets).toHaveLength(10);
  });

  test('10,000 under one threshold: sorting is enough', () => {
    const next = numbers(7, 1_000_000);
    const weights = Array.from({ length: 10_000 }, next);
    const members = weighted(10_000, (index) => ({ size: weights[index] }));
    const found = pathOf({ rule: { count: 'support', by: 'size', 'at-least': '60%' }, members });
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let [size, sum] = [0, 0];
    for (const weight of weights.toSorted((a, b) => b - a)) {
      if (sum * 100 >= all * 60) break;
      [size, sum] = [size + 1, sum + weight];
    }
    expect(found).toMatchObject({ size, exact: true, count: undefined });
    expect(new Set(found.sets.map((set) => set.join())).size).toBe(10);
  });

  test('6,000 of 10,000 are as many sets as there are ways to choose them', () => {
    let ways = 1n;
    for (let chosen = 1n; chosen <= 6_000n; chosen += 1n) ways = (ways * (10_000n - chosen + 1n)) / chosen;
    const members = weighted(10_000, () => ({}));
    expect(pathOf({ rule: { count: 'support', 'at-least': '60%' }, members })).toMatchObject({
      size: 6_000,
      count: ways,
    });
  });
});

describe('effort', () => {
  const next = numbers(3, 1_000_000);
  const members = weighted(40, () => ({ a: next(), b: next(), c: next() }));
  const rule = { all: ['a', 'b', 'c'].map((by) => ({ count: 'support', by, 'at-least': '60%' })) };
  const snapshot = snapshotOf({ rule, members });
  const whole = path(snapshot);

  test('counting is given up first, and nothing else with it', () => {
    const found = path(snapshot, { search: 100_000_000, count: 1_000 });
    expect(found).toEqual({ ...whole, count: undefined, holding: undefined });
    expect(found).toMatchObject({ exact: true, complete: true });
  });

  test('where the size was known before the search was given up, a path and its time are still told', () => {
    const late = { count: 'oppose', 'at-most': 0, 'not-before': '2030-01-01' };
    const large = {
      all: [{ count: 'support', 'at-least': '55%' }, { count: 'support', by: 'a', 'at-least': '40%' }, late],
    };
    const found = path(snapshotOf({ rule: large, members }), { search: 0, count: 0 });
    expect(found).toMatchObject({ size: 22, exact: false, waitUntil: { day: '2030-01-01' } });
    expect(found?.sets).toEqual([expect.objectContaining({ length: 22 })]);
  });

  test.each(Array.from({ length: 60 }, (_, index) => Math.floor(1.2 ** index) - 1))(
    'after %i steps of searching what is said is still true',
    (search) => {
      const found = path(snapshot, { search, count: 1_000 });
      const { size = 0, sets = [], necessary = [], possible = [] } = found ?? {};
      if (found?.exact) expect(size).toBe(whole?.size);
      if (found?.complete) expect(found).toEqual({ ...whole, possible });
      expect(found?.count).toBeUndefined();
      expect(size).toBeGreaterThanOrEqual(whole?.size ?? 0);
      expect(sets.length).toBeGreaterThan(0);
      for (const set of sets) {
        expect(set).toHaveLength(size);
        expect(tally(assume(snapshot, new Map(set.map((code) => [code, 'support'])))).outcome).toBe('reached');
      }
      if (size === whole?.size) {
        expect(whole.necessary).toEqual(expect.arrayContaining([...necessary]));
        expect(whole.possible).toEqual(expect.arrayContaining([...possible]));
      }
    },
  );
});

test('what is known is told in the order in which it is found: the size, the sets, their number', () => {
  const next = numbers(3, 1_000_000);
  const members = weighted(40, () => ({ a: next(), b: next(), c: next() }));
  const rule = { all: ['a', 'b', 'c'].map((by) => ({ count: 'support', by, 'at-least': '60%' })) };
  const snapshot = snapshotOf({ rule, members });
  const found = Array.from({ length: 75 }, (_, index) =>
    path(snapshot, { search: Math.floor(1.2 ** index), count: 0 }),
  );
  const told = found.map((each) => `${each?.exact} ${each?.complete}`);
  expect([...new Set(told)]).toEqual(['false false', 'true false', 'true true']);
});

describe('numbers of any length', () => {
  /** Ten members, two weights that differ from a base by little, and half of the members with just more than half of it. */
  const narrow = (base: bigint) => {
    const members = weighted(10, (index) => ({ up: `${base + BigInt(index)}`, down: `${base + BigInt(9 - index)}` }));
    const least = (by: string, spare: bigint) => ({ count: 'support', by, 'at-least': `${5n * base + spare}` });
    return { members, both: { all: [least('up', 22n), least('down', 22n)] }, one: least('up', 24n) };
  };
  const [short, long] = [narrow(1n << 20n), narrow(1n << 60n)];

  test.each(['both', 'one'] as const)('%s: nothing but the count depends on whether doubles hold them', (which) => {
    const expected = pathOf({ rule: short[which], members: short.members });
    expect(expected.count).toBe({ both: 40n, one: 106n }[which]);
    expect(pathOf({ rule: long[which], members: long.members })).toEqual({
      ...expected,
      count: undefined,
      holding: undefined,
    });
  });

  test('the count is exact where rounding makes no difference', () => {
    const parts = (zeros: string) => ({
      rule: { count: 'support', by: 'size', 'at-least': '60%' },
      members: weighted(12, (index) => ({ size: `${1000 + 40 * index * index}${zeros}${index % 7}` })),
    });
    const expected = pathOf(parts(''));
    expect(expected).toMatchObject({ size: 5, count: 15n });
    expect(pathOf(parts('0000000000000000'))).toEqual(expected);
  });

  test('and so is a count that is longer than a double', () => {
    const kinds = [
      { a: 1, b: 3 },
      { a: 3, b: 1 },
      { a: 2, b: 2 },
      { a: 1, b: 1 },
    ];
    const each = 24;
    const members = weighted(4 * each, (index) => kinds[index % 4] as Plain);
    const rule = { all: ['a', 'b'].map((by) => ({ count: 'support', by, 'at-least': '60%' })) };
    const found = pathOf({ rule, members });

    const choose = (of: number, some: number): bigint => {
      let ways = 1n;
      for (let chosen = 1; chosen <= some; chosen += 1) ways = (ways * BigInt(of - chosen + 1)) / BigInt(chosen);
      return ways;
    };
    const bySize = new Map<number, bigint>();
    const least = Math.ceil(7 * each * 0.6);
    for (let w = 0; w <= each; w += 1)
      for (let x = 0; x <= each; x += 1)
        for (let y = 0; y <= each; y += 1)
          for (let z = 0; z <= each; z += 1) {
            if (w + 3 * x + 2 * y + z < least || 3 * w + x + 2 * y + z < least) continue;
            const ways = [w, x, y, z].reduce((product, some) => product * choose(each, some), 1n);
            bySize.set(w + x + y + z, (bySize.get(w + x + y + z) ?? 0n) + ways);
          }
    const size = Math.min(...bySize.keys());
    expect(found).toMatchObject({ size, count: bySize.get(size) });
    expect(found.count).toBeGreaterThan(2n ** 53n);
  });

  test('many alternatives are listed one by one, and counted when they are few', () => {
    const pairs = (count: number) => {
      const codes = Array.from({ length: 2 * count }, (_, index) => `M${String(index).padStart(3, '0')}`);
      const of = Array.from({ length: count }, (_, index) => ({
        count: 'support',
        'at-least': 'all',
        among: codes.slice(2 * index, 2 * index + 2),
      }));
      return { rule: { any: of }, members: Object.fromEntries(codes.map((code) => [code, ''])) };
    };
    expect(pathOf(pairs(9))).toMatchObject({ size: 2, count: 9n });
    const found = pathOf(pairs(40));
    expect(found).toMatchObject({ size: 2, count: undefined, exact: true });
    expect(found.sets.slice(0, 2)).toEqual([
      ['M000', 'M001'],
      ['M002', 'M003'],
    ]);
  });
});
