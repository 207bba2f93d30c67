import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leverage } from '../../src/engine/coalitions/leverage.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { CountEvaluation, Evaluation } from '../../src/model/tally.ts';
import { settledRule } from '../support/reference-closing.ts';
import { pathOf, pivotalOf, roomsOf } from '../support/reference-path.ts';
import { figure, holdsOf, outcomeOf, supporting } from '../support/reference-tally.ts';
import { leavesOf, positionsRoster, seeded, time } from '../support/rosters.ts';

const taken = positionsRoster.map((roster) => snapshot(roster, time('2024-01-05')));

/** Whether what has closed is why nothing would do: with it met everybody could, or with all the rest met it would not be. */
function isShut(before: Snapshot): boolean {
  const everybody = supporting(before.members, ({ stance }) => stance !== 'recused');
  const met = (evaluation: Evaluation, ofCount: (count: CountEvaluation, index: number) => boolean): boolean => {
    const counts = leavesOf(evaluation);
    const ofPart = (part: Evaluation): boolean =>
      part.kind === 'count'
        ? ofCount(part, counts.indexOf(part))
        : part.kind === 'all'
          ? part.of.every(ofPart)
          : part.of.some(ofPart);
    return ofPart(evaluation);
  };
  const { evaluation } = tally(before);
  const closedMet = met(evaluation, ({ closed, criterion }) => closed || holdsOf(criterion, everybody));
  const restMet = met(evaluation, ({ closed, status }) => !closed || status === 'reached');
  return closedMet || !restMet;
}

describe('on 2,000 random rosters with random monotone rules', () => {
  test('outcome, path, leverage, pivotal members and room are what trying every set of members gives', () => {
    fc.assert(
      fc.property(taken, (before) => {
        const criterion = settledRule(before);
        const { outcome, evaluation } = tally(before);
        expect(outcome).toBe(outcomeOf(criterion, before));
        const found = path(before);
        const expected = pathOf(criterion, before);
        const reason = found?.reason === 'closed' ? found.reason : expected?.reason;
        expect(found && { ...found, waitUntil: found.waitUntil?.day }).toEqual(expected && { ...expected, reason });
        expect(found?.reason === 'closed').toBe(found?.size === undefined && found !== undefined && isShut(before));
        const areAlike = new Set(expected?.holding.values()).size < 2;
        expect(found && leverage(found)).toEqual(
          expected === undefined || areAlike ? undefined : { of: expected.count, sets: expected.holding },
        );
        const { members, rooms } = pivotal(before);
        expect(members).toEqual(pivotalOf(criterion, before));
        if (outcomeOf(criterion, before) === 'reached')
          expect(rooms.map((room) => room && { ...room, weight: figure(room.weight) })).toEqual(
            roomsOf(criterion, before).map((room, index) => (leavesOf(evaluation)[index]?.closed ? undefined : room)),
          );
      }),
      { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
    );
  });
});
