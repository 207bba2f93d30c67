import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assume, snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { isPending, type Stance, stances } from '../../../src/model/stance.ts';
import { codes, evidenceRoster, moments, seeded } from '../../support/rosters.ts';

const moves = fc
  .dictionary(fc.constantFrom(...codes), fc.constantFrom(...stances), { maxKeys: 4 })
  .map((all) => new Map(Object.entries(all)));

/** Snapshots in which members follow others, some of them in circles or those who are not in the roster. */
const taken = fc
  .tuple(
    evidenceRoster,
    moments,
    fc.array(fc.subarray([...codes], { minLength: 1, maxLength: 2 }), { minLength: 9, maxLength: 9 }),
  )
  .map(([roster, date, follows]): Snapshot => {
    const before = snapshot(roster, date);
    const members = before.members.map(({ follows: _, ...standing }, index) => {
      const others = (follows[index] ?? []).filter((code) => code !== standing.code);
      return isPending(standing.stance) && others.length > 0 ? { ...standing, follows: others } : standing;
    });
    return { ...before, members };
  });

/** The same again, from what is said of it: go round until nobody more moves. */
function followedAgain({ members }: Snapshot, assumed: ReadonlyMap<string, Stance>): Readonly<Record<string, Stance>> {
  const all: Record<string, Stance> = {};
  for (const { code } of members) {
    const stance = assumed.get(code);
    if (stance !== undefined) all[code] = stance;
  }
  for (let moved = true; moved; ) {
    moved = false;
    for (const { code, follows = [] } of members.toReversed()) {
      if (all[code] !== undefined || follows.length === 0) continue;
      const [first, ...others] = follows.map((followed) => all[followed]);
      if (first === undefined || others.some((other) => other !== first)) continue;
      all[code] = first;
      moved = true;
    }
  }
  return all;
}

describe('a what-if with followers', () => {
  test('moves those whose followed all move to one stance, and those that follow these, and nobody else', () => {
    let more = 0;
    fc.assert(
      fc.property(taken, moves, (before, assumed) => {
        const after = assume(before, assumed, { withFollowers: true });
        expect(after.assumed).toEqual(followedAgain(before, assumed));
        for (const { code, followed, assumed: moved } of after.members) {
          const follows = before.members.find((standing) => standing.code === code)?.follows;
          expect(followed).toEqual(moved && !assumed.has(code) ? follows : undefined);
          if (followed !== undefined) more += 1;
        }
      }),
      seeded,
    );
    expect(more).toBeGreaterThan(20);
  });

  test('is the what-if in which these are assumed one by one', () => {
    fc.assert(
      fc.property(taken, moves, (before, assumed) => {
        const after = assume(before, assumed, { withFollowers: true });
        const alone = assume(before, new Map(Object.entries(after.assumed)));
        expect(tally(after).evaluation).toEqual(tally(alone).evaluation);
        expect(after.members.map(({ followed: _, ...standing }) => standing)).toEqual(alone.members);
      }),
      seeded,
    );
  });

  test('never makes it harder when everybody assumed comes to support', () => {
    const rank = { blocked: 0, open: 1, reached: 2 } as const;
    fc.assert(
      fc.property(taken, fc.subarray([...codes]), (before, some) => {
        const present = new Set(before.members.flatMap(({ code, stance }) => (stance === 'recused' ? [] : [code])));
        const assumed = new Map(some.flatMap((code) => (present.has(code) ? [[code, 'support' as const]] : [])));
        const without = tally(assume(before, assumed)).outcome;
        const withThem = tally(assume(before, assumed, { withFollowers: true })).outcome;
        expect(rank[withThem]).toBeGreaterThanOrEqual(rank[without]);
      }),
      seeded,
    );
  });
});
