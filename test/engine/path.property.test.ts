import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leverage } from '../../src/engine/coalitions/leverage.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { pathOf, pivotalOf, roomsOf } from '../support/reference-path.ts';
import { figure, outcomeOf } from '../support/reference-tally.ts';
import { positionsRoster, seeded, time } from '../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

describe('on 2,000 random rosters with random monotone rules', () => {
  test('outcome, path, leverage, pivotal members and room are what trying every set of members gives', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const { criterion } = before.rule;
        expect(tally(before).outcome).toBe(outcomeOf(criterion, before));
        const found = path(before);
        const tried = pathOf(criterion, before);
        expect(found && { ...found, waitUntil: found.waitUntil?.day }).toEqual(tried);
        const areAlike = new Set(tried?.holding.values()).size < 2;
        expect(found && leverage(found)).toEqual(
          tried === undefined || areAlike ? undefined : { of: tried.count, sets: tried.holding },
        );
        const { members, rooms } = pivotal(before);
        expect(members).toEqual(pivotalOf(criterion, before));
        if (outcomeOf(criterion, before) === 'reached')
          expect(rooms.map((room) => room && { ...room, weight: figure(room.weight) })).toEqual(
            roomsOf(criterion, before),
          );
      }),
      { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
    );
  });
});
