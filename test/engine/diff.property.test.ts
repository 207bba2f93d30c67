import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Diff, Direction } from '../../src/model/diff.ts';
import type { Roster } from '../../src/model/roster.ts';
import type { Criterion } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { evidenceDays, evidenceRoster, seeded, standingIn } from '../support/rosters.ts';

const twoDays = fc.tuple(evidenceRoster, evidenceDays.any, evidenceDays.any);

const mirrored: Readonly<Record<Direction, Direction>> = { toward: 'away', away: 'toward', sideways: 'sideways' };

/** What has a reverse, without what belongs to one side alone. */
function story({ moved, joined, left, reasons, evidence, claims, outcomeChanged }: Diff) {
  const both = ({ code, before, after }: Diff['reasons'][number]) => ({ code, before, after });
  return {
    outcomeChanged,
    moved: moved.map(({ code, from, to, direction }) => ({ code, from, to, direction })),
    joined,
    left,
    reasons: reasons.map(both),
    evidence: evidence.map(both),
    claims: [claims.added, claims.removed],
  };
}

type Story = ReturnType<typeof story>;

function reverse(told: Story): Story {
  const turned = told.reasons.map(({ code, before, after }) => ({ code, before: after, after: before }));
  return {
    outcomeChanged: told.outcomeChanged,
    moved: told.moved.map(({ code, from, to, direction }) => ({
      code,
      from: to,
      to: from,
      direction: mirrored[direction],
    })),
    joined: told.left,
    left: told.joined,
    reasons: turned,
    evidence: told.evidence.map(({ code, before, after }) => ({ code, before: after, after: before })),
    claims: told.claims.toReversed(),
  };
}

test('nothing changes from a snapshot to itself', () => {
  fc.assert(
    fc.property(evidenceRoster, evidenceDays.any, (roster, date) => {
      const one = snapshot(roster, date);
      expect(diff(one, one)).toMatchObject({
        changed: false,
        moved: [],
        joined: [],
        left: [],
        reasons: [],
        evidence: [],
      });
    }),
    seeded,
  );
});

const withoutClosing = (criterion: Criterion): Criterion => {
  const { closes: _, ...open } = criterion;
  return open.kind === 'count' ? open : { ...open, of: open.of.map(withoutClosing) };
};

/** The roster with weights that do not change and a rule that never closes: directions are by what is so after a move. */
const withSteadyWeights = (roster: Roster): Roster => ({
  ...roster,
  rule: { name: 'custom', criterion: withoutClosing(roster.rule.criterion) },
  members: roster.members.map((member) => ({
    ...member,
    weights: Object.fromEntries(Object.entries(member.weights).map(([name, values]) => [name, values.slice(0, 1)])),
  })),
});

test('a diff and its reverse mirror each other', () => {
  fc.assert(
    fc.property(twoDays, ([changing, first, second]) => {
      const roster = withSteadyWeights(changing);
      const [before, after] = [snapshot(roster, first), snapshot(roster, second)];
      expect(story(diff(after, before))).toEqual(reverse(story(diff(before, after))));
    }),
    seeded,
  );
});

test('members are in exactly one of: the same, moved, reasons, evidence, joined, left', () => {
  fc.assert(
    fc.property(twoDays, ([roster, first, second]) => {
      const result = diff(snapshot(roster, first), snapshot(roster, second));
      const changed = [result.moved, result.reasons, result.evidence, result.joined, result.left].flat();
      const codes = changed.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code } of [...result.moved, ...result.reasons, ...result.evidence])
        expect(() => [standingIn(result.before.snapshot, code), standingIn(result.after.snapshot, code)]).not.toThrow();
    }),
    seeded,
  );
});

test('the order in the file changes nothing', () => {
  const turned = (roster: Roster): Roster => ({
    ...roster,
    members: roster.members.toReversed(),
    claims: roster.claims.toReversed(),
  });
  fc.assert(
    fc.property(twoDays, ([roster, first, second]) => {
      const told = diff(snapshot(roster, first), snapshot(roster, second));
      expect(diff(snapshot(turned(roster), first), snapshot(roster, second))).toEqual(told);
      expect(diff(snapshot(roster, first), snapshot(turned(roster), second))).toEqual(told);
    }),
    seeded,
  );
});

test('a move is decisive when the tally says something else without it', () => {
  fc.assert(
    fc.property(twoDays, ([roster, first, second]) => {
      const { moved, before, after } = diff(snapshot(roster, first), snapshot(roster, second));
      for (const move of moved) {
        const undone = (members: Snapshot['members']): Snapshot['members'] =>
          members.map((standing) =>
            standing.code === move.code ? { ...move.before, weights: standing.weights } : standing,
          );
        const closings = new Map(
          [...after.snapshot.closings].map(([closing, members]) => [
            closing,
            closing > `${before.snapshot.asOf.day}~` ? undone(members) : members,
          ]),
        );
        const without = { ...after.snapshot, members: undone(after.snapshot.members), closings };
        expect(move.decisive).toBe(tally(without).outcome !== after.tally.outcome);
      }
    }),
    seeded,
  );
});

test('coming to support never goes away from it', () => {
  fc.assert(
    fc.property(twoDays, ([roster, first, second]) => {
      const { moved } = diff(snapshot(roster, first), snapshot(roster, second));
      for (const { from, to, direction } of moved)
        if (to === 'support' && from !== 'recused') expect(direction).not.toBe('away');
    }),
    seeded,
  );
});
