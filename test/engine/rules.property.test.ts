import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Member, Roster } from '../../src/model/roster.ts';
import type { Criterion } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { pendingStances, stances } from '../../src/model/stance.ts';
import type { Evaluation } from '../../src/model/tally.ts';
import { codesOf, leavesOf, positionsRoster, seeded, time } from '../support/rosters.ts';
import * as reference from './reference.ts';

const asOf = time('2024-01-05');
const taken = positionsRoster.map((roster) => snapshot(roster, asOf));
const badness = { reached: 0, open: 1, blocked: 2 } as const;

/**
 * `all but 3` of some stances asks for no less than nothing, while its base grows with every supporter. What brings such a
 * bound closer has examples of its own in holdouts.test.ts; `at-least` is plain.
 */
const hasFlooredBase = (criterion: Criterion): boolean =>
  criterion.kind === 'count'
    ? criterion.bound.quantity.kind === 'all-but' &&
      criterion.of !== 'members' &&
      criterion.bound.comparison !== 'at-least'
    : criterion.of.some(hasFlooredBase);

/** All criteria with what the engine says of them. */
function* pairs(criterion: Criterion, evaluation: Evaluation): Generator<readonly [Criterion, Evaluation]> {
  yield [criterion, evaluation];
  if (criterion.kind === 'count' || evaluation.kind === 'count') return;
  for (const [index, part] of criterion.of.entries()) {
    const evaluated = evaluation.of[index];
    if (evaluated !== undefined) yield* pairs(part, evaluated);
  }
}

const all = (before: Snapshot) => [...pairs(before.rule.criterion, tally(before).evaluation)];

describe('on random rosters with random monotone rules', () => {
  test('every criterion is reached, open or blocked just as adding everything up anew says', () => {
    fc.assert(
      fc.property(taken, (before) => {
        for (const [criterion, { status }] of all(before)) {
          expect(status).toBe(reference.outcomeOf(criterion, before));
        }
      }),
      seeded,
    );
  });

  test('have, base, need, short and possible are what counting one by one gives', () => {
    fc.assert(
      fc.property(taken, ({ members, ...rest }) => {
        for (const leaf of leavesOf(tally({ members, ...rest }).evaluation)) {
          const { have, base } = reference.sumsOf(leaf.criterion, members);
          const need = reference.needOf(leaf.criterion, members);
          const floor = ['at-least', 'more-than'].includes(leaf.criterion.bound.comparison);
          const missing = floor ? need - have : have - need;
          const carried = reference.supporting(members, reference.isUndecided);
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
          const met = reference.holdsOf(leaf.criterion, before.members);
          expect(leaf.short === '0').toBe(met);
          expect(leaf.waiting).toBe(met && !reference.holdsOf(leaf.criterion, before.members, asOf.day));
        }
      }),
      seeded,
    );
  });

  test('the holdouts are those whose support lessens what is missing where it still matters', () => {
    fc.assert(
      fc.property(taken, (before) => {
        fc.pre(!hasFlooredBase(before.rule.criterion));
        expect(codesOf(tally(before).holdouts).sort()).toEqual(reference.holdoutsOf(before.rule.criterion, before));
      }),
      seeded,
    );
  });

  test('the blocking ones are those without whom all the others could carry it and with whom they cannot', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const blocking = tally(before).holdouts.filter((holdout) => holdout.blocking);
        expect(codesOf(blocking).sort()).toEqual(reference.blockingOf(before.rule.criterion, before));
      }),
      seeded,
    );
  });

  test('holdouts are members as they stand, never recused or in support, worst first and then by code', () => {
    const worst = ['oppose', 'withheld', 'conditional', 'unclear', 'undeclared', 'abstain', 'no-objection'];
    fc.assert(
      fc.property(taken, (before) => {
        const { holdouts } = tally(before);
        for (const { blocking: _, ...standing } of holdouts) expect(before.members).toContainEqual(standing);
        const keys = holdouts.map(({ stance, code }) => `${worst.indexOf(stance)} ${code}`);
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
});

describe('a member coming to support', () => {
  const move = fc.tuple(taken, fc.nat()).map(([before, index]) => {
    const code = before.members[index % Math.max(1, before.members.length)]?.code ?? '';
    return { before, code, after: assume(before, new Map([[code, 'support']])) };
  });

  test('never makes a rule harder', () => {
    fc.assert(
      fc.property(move, ({ before, after }) => {
        const now = all(before);
        for (const [index, [, { status }]] of all(after).entries()) {
          const was = now[index]?.[1].status ?? 'reached';
          expect(badness[status]).toBeLessThanOrEqual(badness[was]);
        }
      }),
      seeded,
    );
  });

  test('never leaves more missing than before', () => {
    fc.assert(
      fc.property(move, ({ before, after }) => {
        const now = leavesOf(tally(before).evaluation);
        for (const [index, { short }] of leavesOf(tally(after).evaluation).entries()) {
          expect(reference.figure(short) <= reference.figure(now[index]?.short ?? '0')).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('never adds a holdout, and is none itself', () => {
    fc.assert(
      fc.property(move, ({ before, after, code }) => {
        const was = new Set(codesOf(tally(before).holdouts));
        const now = codesOf(tally(after).holdouts);
        expect(now.filter((holdout) => !was.has(holdout))).toEqual([]);
        expect(now).not.toContain(code);
      }),
      seeded,
    );
  });
});

describe('an outcome', () => {
  test('has holdouts unless it is reached or only time is missing', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const { outcome, holdouts } = tally(before);
        if (outcome === 'reached') expect(holdouts).toEqual([]);
        if (outcome === 'open' && !reference.holdsOf(before.rule.criterion, before.members)) {
          expect(holdouts.some(({ stance }) => pendingStances.some((pending) => pending === stance))).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('does not depend on the order of members in the roster', () => {
    fc.assert(
      fc.property(positionsRoster, fc.infiniteStream(fc.nat()), (roster, numbers) => {
        const keyed = roster.members.map((member) => ({ member, key: numbers.next().value ?? 0 }));
        const members = keyed.toSorted((a, b) => a.key - b.key).map(({ member }) => member);
        const shuffled = snapshot({ ...roster, members }, asOf);
        expect(shuffled).toEqual(snapshot(roster, asOf));
        expect(tally(shuffled)).toEqual(tally(snapshot(roster, asOf)));
      }),
      seeded,
    );
  });

  test('is the same whether a move is assumed or written into the roster', () => {
    const moves = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(...stances), {
      noNullPrototype: true,
    });
    const written = (member: Member, moved: Record<string, (typeof stances)[number]>): Member => {
      const stance = moved[member.code];
      if (stance === undefined) return member;
      const why = 'a hypothetical move gives a reason';
      const circa = false;
      return {
        ...member,
        positions: stance === 'undeclared' ? [] : [{ circa, stance, basis: 'stated', why, wants: [], sources: [] }],
      };
    };
    const answer = (taken: Snapshot) => {
      const { outcome, evaluation, counts, holdouts } = tally(taken);
      return { outcome, evaluation, counts, holdouts: holdouts.map(({ code, blocking }) => ({ code, blocking })) };
    };
    // Nobody can give a reason for having said nothing, so `undeclared` is counted with or without one.
    const asksUndeclared = (criterion: Criterion): boolean =>
      criterion.kind === 'count'
        ? criterion.withWhy && criterion.count.includes('undeclared')
        : criterion.of.some(asksUndeclared);
    fc.assert(
      fc.property(positionsRoster, moves, (roster: Roster, moved) => {
        fc.pre(!asksUndeclared(roster.rule.criterion));
        const members = roster.members.map((member) => written(member, moved));
        expect(answer(assume(snapshot(roster, asOf), new Map(Object.entries(moved))))).toEqual(
          answer(snapshot({ ...roster, members }, asOf)),
        );
      }),
      seeded,
    );
  });
});
