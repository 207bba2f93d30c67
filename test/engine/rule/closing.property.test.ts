import fc from 'fast-check';
import { expect, test } from 'vitest';
import { path } from '../../../src/engine/path.ts';
import { pivotal } from '../../../src/engine/pivotal.ts';
import { prune } from '../../../src/engine/prune.ts';
import { assume, snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import type { Roster } from '../../../src/model/roster.ts';
import type { Criterion } from '../../../src/model/rule.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { stances } from '../../../src/model/stance.ts';
import { endOf, momentOf, type Time } from '../../../src/model/time.ts';
import { inTime, settledRule } from '../../support/reference-closing.ts';
import { outcomeOf } from '../../support/reference-tally.ts';
import { evidenceRoster, leavesOf, moments, seeded, timed } from '../../support/rosters.ts';

const withoutTimes = (criterion: Criterion): Criterion => {
  const { closes: _, ...open } = criterion;
  if (open.kind !== 'count') return { ...open, of: open.of.map(withoutTimes) };
  const { notBefore: __, ...rest } = open;
  return rest;
};

/** Rosters with hours, whose rules close as a whole and here and there before, and two moments in order. */
const closing = fc
  .tuple(timed(evidenceRoster), fc.option(moments, { nil: undefined }), moments, moments)
  .map(([roster, closes, one, other]) => {
    const rule = inTime({ ...roster.rule, ...(closes && { closes }) });
    const [first, second] = endOf(one) <= endOf(other) ? [one, other] : [other, one];
    return { roster: { ...roster, rule } satisfies Roster, first, second };
  });

/** A roster whose rule closes as a whole at the first of two moments. */
const closed = closing.map(({ roster, first, second }) => {
  const rule = { name: 'custom' as const, criterion: withoutTimes(roster.rule.criterion), closes: first };
  return { roster: { ...roster, rule }, first, second };
});

test('a closing has the members as anybody would have found them at its time', () => {
  fc.assert(
    fc.property(closing, fc.boolean(), ({ roster, second }, onRecord) => {
      const { closings } = snapshot(roster, second, { onRecord });
      const times = leavesOf(tally(snapshot(roster, second)).evaluation).flatMap(({ closes, closed }) =>
        closes && closed ? [closes] : [],
      );
      expect([...closings.keys()].sort()).toEqual([...new Set(times.map(endOf))].sort());
      for (const time of times) expect(closings.get(endOf(time))).toEqual(snapshot(roster, time, { onRecord }).members);
    }),
    seeded,
  );
});

test('a rule that has closed is reached if it was met at its closing, and else blocked, for good', () => {
  fc.assert(
    fc.property(closed, ({ roster, first, second }) => {
      const { closes: _, ...rule } = roster.rule;
      const then = tally(snapshot({ ...roster, rule }, first)).outcome;
      const now = snapshot(roster, second);
      expect(tally(now).outcome).toBe(then === 'reached' ? 'reached' : 'blocked');
      expect(tally(now)).toMatchObject({ holdouts: [], evaluation: { closed: true } });
      expect(pivotal(now).members).toEqual([]);
      expect(path(now)).toEqual(
        then === 'reached' ? undefined : expect.objectContaining({ size: undefined, reason: 'closed' }),
      );
      for (const leaf of leavesOf(tally(now).evaluation)) expect(leaf.possible).toBe(leaf.have);
    }),
    seeded,
  );
});

test('an outcome is that of the rule with what has closed as it came out', () => {
  fc.assert(
    fc.property(closing, ({ roster, second }) => {
      const taken = snapshot(roster, second);
      // The reference knows days alone.
      fc.pre(leavesOf(tally(taken).evaluation).every(({ criterion }) => criterion.notBefore === undefined));
      expect(tally(taken).outcome).toBe(outcomeOf(settledRule(taken), taken));
    }),
    seeded,
  );
});

test('no what-if touches what has closed', () => {
  const moves = fc.array(fc.constantFrom(...stances), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(closing, moves, ({ roster, second }, moved) => {
      const taken = snapshot(roster, second);
      const supposed = assume(
        taken,
        new Map(taken.members.map(({ code }, index) => [code, moved[index] ?? 'support'])),
      );
      const closedIn = (one: Snapshot) => leavesOf(tally(one).evaluation).filter((leaf) => leaf.closed);
      expect(closedIn(supposed)).toEqual(closedIn(taken));
    }),
    seeded,
  );
});

/** The roster as it was written by a moment, without what is dated later. */
function writtenBy(roster: Roster, asOf: Time): Roster {
  const isBy = (time: Time | undefined): boolean => momentOf(time) <= endOf(asOf);
  return {
    ...roster,
    members: roster.members.map((member) => ({
      ...member,
      terms: member.terms.filter(({ joined }, index) => index === 0 || isBy(joined)),
      weights: Object.fromEntries(
        Object.entries(member.weights).map(([name, [first, ...later]]) => [
          name,
          [...(first ? [first] : []), ...later.filter(({ from }) => isBy(from))],
        ]),
      ),
      positions: member.positions.filter(({ date }) => isBy(date)),
    })),
    rounds: roster.rounds.filter(({ date }) => isBy(date)),
    claims: roster.claims.filter(({ date }) => isBy(date)),
  };
}

test('a later entry never changes the answer of an earlier date', () => {
  fc.assert(
    fc.property(closing, fc.boolean(), ({ roster, first }, onRecord) => {
      const [whole, early] = [roster, writtenBy(roster, first)].map((one) => snapshot(one, first, { onRecord }));
      expect(early).toEqual(whole);
    }),
    seeded,
  );
});

test('a roster as it stood answers as the whole one does, also what has closed, and on record', () => {
  fc.assert(
    fc.property(closing, ({ roster, second }) => {
      const short = prune(roster, second).roster;
      const [told, whole] = [snapshot(short, second), snapshot(roster, second)];
      expect(told.members).toEqual(whole.members);
      expect(tally(told)).toEqual(tally(whole));
      expect(told.conflicts).toEqual(whole.conflicts);
      expect(told.round).toEqual(whole.round);
      const onRecord = (one: Roster) => tally(snapshot(one, second, { onRecord: true })).evaluation;
      expect(onRecord(short)).toEqual(onRecord(roster));
    }),
    seeded,
  );
});
