import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pivotal } from '../../src/engine/pivotal.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { codesOf, leavesOf, positionsRoster, seeded, time } from '../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));
const outcomeWith = (before: Snapshot, code: string) => tally(assume(before, new Map([[code, 'oppose']]))).outcome;

describe('on 1,000 random rosters with random monotone rules', () => {
  test('pivotal are exactly those who undo what is reached when --assume turns them to oppose', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const reached = tally(before).outcome === 'reached';
        const undoing = codesOf(before.members).filter((code) => outcomeWith(before, code) !== 'reached');
        expect(pivotal(before).members).toEqual(reached ? undoing : []);
      }),
      { ...seeded, numRuns: Math.max(1000, seeded.numRuns) },
    );
  });

  test('a rule of one criterion has no room for anybody exactly when somebody is pivotal', () => {
    const ofOne = taken.filter(({ rule, members }) => rule.criterion.kind === 'count' && members.length > 0);
    fc.assert(
      fc.property(ofOne, (before) => {
        const { evaluation } = tally(before);
        const { members, rooms } = pivotal(before);
        if (evaluation.status !== 'reached') return;
        const free = before.members.filter(({ stance }) => stance !== 'oppose').length;
        expect(leavesOf(evaluation)).toHaveLength(1);
        if (members.length > 0) expect(rooms[0]?.members).toBe(0);
        else if (free > 0 && rooms[0]?.members === 0)
          expect(leavesOf(evaluation)[0]?.criterion.among, 'nobody in scope may turn').toBeDefined();
      }),
      { ...seeded, numRuns: Math.max(1000, seeded.numRuns) },
    );
  });
});
