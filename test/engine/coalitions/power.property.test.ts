import fc from 'fast-check';
import { expect, test } from 'vitest';
import { power } from '../../../src/engine/coalitions/power.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Criterion } from '../../../src/model/rule.ts';
import type { Standing } from '../../../src/model/snapshot.ts';
import { holdsOf } from '../../support/reference-tally.ts';
import { positionsRoster, seeded, time } from '../../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

/** Power by trying every coalition, and for each the orders in which it comes about. */
function powerOf(criterion: Criterion, members: readonly Standing[]) {
  const size = members.length;
  const isIn = (coalition: number, index: number): boolean => ((coalition >> index) & 1) === 1;
  const wins = Array.from({ length: 2 ** size }, (_, coalition) =>
    holdsOf(
      criterion,
      members.map((standing, index) => {
        return { ...standing, stance: isIn(coalition, index) ? 'support' : 'oppose', why: 'said so' };
      }),
    ),
  );
  const factorial = (number: number): number => (number < 2 ? 1 : number * factorial(number - 1));
  return members.map(({ code }, index) => {
    let [swings, orders] = [0, 0];
    for (const [coalition, won] of wins.entries()) {
      if (!isIn(coalition, index) || !won || wins[coalition & ~(1 << index)] === true) continue;
      const others = coalition.toString(2).replaceAll('0', '').length - 1;
      swings += 1;
      orders += factorial(others) * factorial(size - others - 1);
    }
    return { code, swings, orders, of: factorial(size) };
  });
}

test('on 2,000 random rosters with random monotone rules, trying every coalition gives the power of each member', () => {
  fc.assert(
    fc.property(taken, ({ rule: { criterion }, members }) => {
      const found = power(criterion, members);
      const expected = powerOf(criterion, members);
      for (const { code, swings, orders, of } of expected) {
        const own = found?.members.find((member) => member.code === code);
        expect(own?.swings).toBe(BigInt(swings));
        const { numerator = 0n, denominator = 1n } = own?.shapley ?? {};
        expect(numerator * BigInt(of)).toBe(denominator * BigInt(orders));
      }
      expect(found?.swings).toBe(BigInt(expected.reduce((sum, { swings }) => sum + swings, 0)));
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
