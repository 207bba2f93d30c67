import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestSets } from '../../../src/engine/coalitions/cheapest-sets.ts';
import type { Covering } from '../../../src/engine/rule/constraints.ts';
import { type Mover, requirementOf } from '../../../src/engine/solver/program/requirement.ts';
import { seeded } from '../../support/rosters.ts';

const effort = { search: 20_000_000, count: 50_000_000 };

/** A problem of more members than a roster of which every question is tried, with up to four weights. */
interface Problem {
  readonly movers: readonly Mover[];
  readonly covering: Covering;
}

const gain = {
  few: fc.integer({ min: 0, max: 3 }),
  many: fc.integer({ min: 0, max: 1_000_000 }),
  alike: fc.integer({ min: 1_000, max: 1_010 }),
  huge: fc.bigInt({ min: 0n, max: 10n ** 40n }),
  signed: fc.integer({ min: -5, max: 9 }),
} satisfies Record<string, fc.Arbitrary<number | bigint>>;

const problem = (kinds: readonly (keyof typeof gain)[]): fc.Arbitrary<Problem> =>
  fc
    .record({
      members: fc.integer({ min: 9, max: 12 }),
      rows: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom(...kinds),
    })
    .chain(({ members, rows, kind }) =>
      fc.record({
        settled: fc.array(fc.boolean(), { minLength: members, maxLength: members }),
        gains: fc.array(fc.array(gain[kind].map(BigInt), { minLength: members, maxLength: members }), {
          minLength: rows,
          maxLength: rows,
        }),
        parts: fc.array(fc.integer({ min: 10, max: 90 }), { minLength: rows, maxLength: rows }),
        shape: fc.constantFrom('all', 'any', 'all of any', 'any of all'),
      }),
    )
    .map(({ settled, gains, parts, shape }): Problem => {
      const movers = settled.map((is, index): Mover => ({ code: `M${String(index).padStart(2, '0')}`, settled: is }));
      const constraints = gains.map((row, index): Covering => {
        const most = row.reduce((sum, each) => sum + (each > 0n ? each : 0n), 0n);
        const required = (most * BigInt(parts[index] ?? 50)) / 100n;
        const own = row.map((each, mover) => [movers[mover]?.code ?? '', each] as const);
        return { kind: 'constraint', constraint: { gains: new Map(own.filter(([, each]) => each !== 0n)), required } };
      });
      const [first, ...rest] = constraints;
      const one = { kind: 'any', of: rest } as const;
      const both = { kind: 'all', of: rest } as const;
      const of = first === undefined ? [] : [first];
      const covering: Covering =
        shape === 'all' || shape === 'any' || rest.length === 0
          ? { kind: shape === 'any' ? 'any' : 'all', of: constraints }
          : shape === 'all of any'
            ? { kind: 'all', of: [...of, one] }
            : { kind: 'any', of: [...of, both] };
      return { movers, covering };
    });

function holdsOf(covering: Covering, codes: readonly string[]): boolean {
  if (covering.kind !== 'constraint')
    return covering.kind === 'all'
      ? covering.of.every((part) => holdsOf(part, codes))
      : covering.of.some((part) => holdsOf(part, codes));
  const { gains, required } = covering.constraint;
  return codes.reduce((sum, code) => sum + (gains.get(code) ?? 0n), 0n) >= required;
}

/** The cheapest sets, by trying every set. */
function tried({ movers, covering }: Problem, costs: 'members' | 'settled-first') {
  const isSettled = new Map(movers.map(({ code, settled }) => [code, settled]));
  const settledIn = (set: readonly string[]): number => set.filter((code) => isSettled.get(code)).length;
  const costOf = (set: readonly string[]): number =>
    set.length + (costs === 'settled-first' ? settledIn(set) * movers.length : 0);
  const all = Array.from({ length: 2 ** movers.length }, (_, bits) => bits)
    .map((bits) => movers.flatMap(({ code }, index) => ((bits >> index) & 1 ? [code] : [])))
    .filter((set) => holdsOf(covering, set));
  const least = Math.min(...all.map(costOf));
  const text = (set: readonly string[]): string => `${String(settledIn(set)).padStart(2, '0')} ${set.join(' ')}`;
  const sets = all.filter((set) => costOf(set) === least).sort((a, b) => (text(a) < text(b) ? -1 : 1));
  const codes = [...new Set(sets.flat())].sort();
  return {
    size: sets[0]?.length,
    sets: sets.slice(0, 10),
    count: BigInt(sets.length),
    exact: true,
    complete: true,
    necessary: codes.filter((code) => sets.every((set) => set.includes(code))),
    possible: codes,
    holding: new Map(codes.map((code) => [code, BigInt(sets.filter((set) => set.includes(code)).length)])),
  };
}

describe('what trying every set of a dozen members gives', () => {
  const runs = { ...seeded, numRuns: seeded.numRuns / 2 };

  test.each(['members', 'settled-first'] as const)('is what the solver finds and counts, by %s', (costs) => {
    fc.assert(
      fc.property(problem(['few', 'many', 'alike', 'huge']), (given) => {
        const requirement = requirementOf(given.covering, given.movers);
        const found = cheapestSets(requirement, costs, effort);
        const { settled: _, suffice: __, spent: ___, ...sets } = found;
        const expected = tried(given, costs);
        // Numbers that doubles do not hold may leave the count open.
        expect({
          ...sets,
          ...(found.count === undefined && { count: expected.count, holding: expected.holding }),
        }).toEqual(expected);
      }),
      runs,
    );
  });

  test('is what the solver finds and counts where members also do harm', () => {
    fc.assert(
      fc.property(problem(['signed']), (given) => {
        const {
          settled: _,
          suffice: __,
          spent: ___,
          ...sets
        } = cheapestSets(requirementOf(given.covering, given.movers), 'members', effort);
        expect(sets).toEqual(tried(given, 'members'));
      }),
      runs,
    );
  });
});
