import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { type CountCriterion, type Criterion, ceilings } from '../../src/model/rule.ts';
import { pendingStances, stances } from '../../src/model/stance.ts';
import { judgedMembers, settledRule } from '../support/reference-closing.ts';
import * as reference from '../support/reference-tally.ts';
import { codesOf, leavesOf, positionsRoster, seeded, time } from '../support/rosters.ts';

const asOf = time('2024-01-05');
const taken = positionsRoster.map((roster) => snapshot(roster, asOf));

/**
 * A ceiling of `all but 3` of some stances allows no less than nothing, while supporters from outside those stances raise it
 * from below: whether the first of them brings it closer is a matter of definition.
 */
const hasSunkCeiling = (criterion: Criterion): boolean =>
  criterion.kind === 'count'
    ? criterion.bound.quantity.kind === 'all-but' && criterion.of !== 'members' && isCeiling(criterion)
    : criterion.of.some(hasSunkCeiling);
const isCeiling = ({ bound }: CountCriterion): boolean => ceilings.some((ceiling) => ceiling === bound.comparison);

describe('on random rosters with random monotone rules', () => {
  test('every criterion is reached, open or blocked just as adding everything up anew says', () => {
    fc.assert(
      fc.property(taken, (before) => {
        for (const [criterion, { status }] of reference.criteriaOf(settledRule(before), tally(before).evaluation)) {
          expect(status).toBe(reference.outcomeOf(criterion, before));
        }
      }),
      seeded,
    );
  });

  test('have, base, need, short and possible are what counting one by one gives', () => {
    fc.assert(
      fc.property(taken, (before) => {
        for (const leaf of leavesOf(tally(before).evaluation)) {
          const members = judgedMembers(leaf, before);
          const { have, base } = reference.sumsOf(leaf.criterion, members);
          const need = reference.needOf(leaf.criterion, members);
          const missing = isCeiling(leaf.criterion) ? have - need : need - have;
          const carried = leaf.closed ? members : reference.supporting(members, reference.isUndecided);
          expect({
            have: reference.figure(leaf.have),
            base: reference.figure(leaf.base),
            need: reference.figure(leaf.need),
            short: reference.figure(leaf.short),
            possible: reference.figure(leaf.possible),
          }).toEqual({
            have,
            base,
            need,
            short: missing > 0n ? missing : 0n,
            possible: reference.sumsOf(leaf.criterion, carried).have,
          });
        }
      }),
      seeded,
    );
  });

  test('something is short exactly when a criterion is unmet by number', () => {
    fc.assert(
      fc.property(taken, (before) => {
        for (const leaf of leavesOf(tally(before).evaluation)) {
          const members = judgedMembers(leaf, before);
          const met = reference.holdsOf(leaf.criterion, members);
          expect(leaf.short === '0').toBe(met);
          expect(leaf.waiting).toBe(met && !leaf.closed && !reference.holdsOf(leaf.criterion, members, asOf.day));
        }
      }),
      seeded,
    );
  });

  test('the holdouts are those whose support lessens what is missing where it still matters', () => {
    fc.assert(
      fc.property(taken, (before) => {
        fc.pre(!hasSunkCeiling(before.rule.criterion));
        expect(codesOf(tally(before).holdouts).sort()).toEqual(reference.holdoutsOf(settledRule(before), before));
      }),
      seeded,
    );
  });

  test('the blocking ones are those without whom all the others could carry it and with whom they cannot', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const blocking = tally(before).holdouts.filter((holdout) => holdout.blocking);
        expect(codesOf(blocking).sort()).toEqual(reference.blockingOf(settledRule(before), before));
      }),
      seeded,
    );
  });

  test('holdouts are members as they stand, never recused or in support, worst stance and leaning first, then by code', () => {
    const leanings = ['oppose', undefined, 'support'];
    const worst = ['oppose', 'withheld', 'conditional', 'unclear', 'undeclared', 'abstain', 'no-objection'];
    fc.assert(
      fc.property(taken, (before) => {
        const { holdouts } = tally(before);
        for (const { blocking: _, ...standing } of holdouts) expect(before.members).toContainEqual(standing);
        const keys = holdouts.map(
          ({ stance, leaning, code }) => `${worst.indexOf(stance)} ${leanings.indexOf(leaning)} ${code}`,
        );
        expect(keys).toEqual(keys.toSorted());
        expect(keys.filter((key) => key.startsWith('-1'))).toEqual([]);
      }),
      seeded,
    );
  });

  test('members are partitioned by stance', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const { members, ...counts } = tally(before).counts;
        expect(Object.keys(counts).sort()).toEqual(stances.toSorted());
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(members);
        expect(members).toBe(before.members.length);
        for (const stance of stances) {
          expect(counts[stance]).toBe(before.members.filter((member) => member.stance === stance).length);
        }
      }),
      seeded,
    );
  });

  test('an outcome has holdouts unless it is reached or only time is missing', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const { outcome, holdouts } = tally(before);
        if (outcome === 'reached') expect(holdouts).toEqual([]);
        if (outcome === 'open' && !reference.holdsOf(settledRule(before), before.members)) {
          expect(holdouts.some(({ stance }) => pendingStances.some((pending) => pending === stance))).toBe(true);
        }
      }),
      seeded,
    );
  });
});
