import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Claim, Roster } from '../../src/model/roster.ts';
import type { Criterion } from '../../src/model/rule.ts';
import type { Timeline, TimelineState } from '../../src/model/timeline.ts';
import { writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { inTime } from '../support/reference-closing.ts';
import { evidenceDays, evidenceRoster, readRoster, seeded, someAmong, time, timed } from '../support/rosters.ts';
import { bundledText } from '../support/texts.ts';

const nato = readRoster(bundledText());

const count: fc.Arbitrary<Claim> = fc
  .tuple(evidenceDays.any, fc.nat(7), fc.nat(7), fc.boolean(), someAmong)
  .map(([date, least, more, all, whom]) => ({
    date,
    circa: false,
    by: 'an official',
    supporting: { text: `${least}`, min: least, max: all ? 'all' : least + more },
    holdingOut: { text: `${more}`, min: 0, max: more },
    ...whom,
    sources: [],
  }));

/** The rule with its times on these days, in turn. */
function withTime(whole: Criterion, next: () => Roster['asOf']): Criterion {
  const closes = whole.closes && next();
  const criterion = closes === undefined ? whole : { ...whole, closes };
  if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map((part) => withTime(part, next)) };
  const notBefore = criterion.notBefore && next();
  return notBefore === undefined ? criterion : { ...criterion, notBefore };
}

const takenFrom = <T>(all: readonly T[]): (() => T | undefined) => {
  const rest = [...all];
  return () => rest.pop();
};

/** A roster in which everything that is dated falls on one of a few days. */
const datedRoster: fc.Arbitrary<Roster> = fc
  .tuple(
    evidenceRoster,
    fc.array(count, { maxLength: 3 }),
    fc.array(evidenceDays.any, { minLength: 9, maxLength: 9 }),
    evidenceDays.any,
  )
  .map(([roster, counts, days, milestone]) => ({
    ...roster,
    claims: [...roster.claims, ...counts],
    rule: inTime({ ...roster.rule, criterion: withTime(roster.rule.criterion, takenFrom(days)) }),
    milestones: [{ date: milestone, circa: false, name: 'a summit', deadline: true, sources: [] }],
  }));

const days = ['2023-12-31', ...Array.from({ length: 14 }, (_, index) => `2024-01-${`${index + 1}`.padStart(2, '0')}`)];

function stateOn({ start, points }: Timeline, day: string): TimelineState | undefined {
  return points.findLast(({ date }) => date.day <= day) ?? start;
}

/** Holds a timeline against a tally of the roster on one day. */
function holdAgainstTally(roster: Roster, told: Timeline, day: string): void {
  const { onRecord } = told;
  const taken = snapshot(roster, time(day), { onRecord });
  const { outcome, evaluation, counts } = tally(taken);
  expect(stateOn(told, day)).toMatchObject({ outcome, evaluation, counts });
  const point = told.points.find(({ date }) => date.day === day);
  expect(point?.claims ?? []).toEqual(taken.claims.filter(({ date }) => date.day === day));
}

/** Holds what a timeline tells of demands against the snapshot of one day. */
function holdDemands(roster: Roster, { points, onRecord }: Timeline, day: string): void {
  const { demands, members } = snapshot(roster, time(day), { onRecord });
  const point = points.find(({ date }) => date.day === day);
  for (const { id, answer, members: askers } of demands) {
    const told = points.filter(({ date }) => date.day <= day).flatMap((one) => one.demands);
    const ofDemand = told.filter((change) => change.id === id);
    expect(ofDemand.at(-1)?.to).toBe(answer?.status);
    expect(ofDemand.at(-1)?.date).toBe(answer?.since);
    for (const [index, { from, to }] of ofDemand.entries()) {
      expect(from).toBe(ofDemand[index - 1]?.to);
      expect(to).not.toBe(from);
    }
    for (const change of point?.demands ?? []) if (change.id === id) expect(change.members).toEqual(askers);
  }
  for (const { member, wants } of [...(point?.moved ?? []), ...(point?.restated ?? [])])
    expect(members.find(({ code }) => code === member)?.wants).toEqual(wants);
}

/** The same with instants. */
const timedRoster = timed(datedRoster);

describe('a timeline', () => {
  test('is so with instants, too', () => {
    fc.assert(
      fc.property(timedRoster, fc.boolean(), (roster, onRecord) => {
        const told = timeline([roster], { onRecord });
        for (const day of days) holdAgainstTally(roster, told, day);
      }),
      seeded,
    );
  });

  test('is so in rosters with every key', () => {
    const dates = ['2024-01-23', '2024-01-24', '2024-01-28', '2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01'];
    fc.assert(
      fc.property(writtenRoster, fc.boolean(), (written, onRecord) => {
        const roster = readRoster(JSON.stringify(written));
        const told = timeline([roster], { onRecord });
        for (const day of [...dates, '2024-02-02', '2024-02-06', '2024-02-07', '2024-02-28', '2024-02-29'])
          holdAgainstTally(roster, told, day);
      }),
      seeded,
    );
  });

  test('is on every day what the tally of that day is, at its points and between them', () => {
    fc.assert(
      fc.property(datedRoster, fc.boolean(), (roster, onRecord) => {
        const told = timeline([roster], { onRecord });
        for (const day of days) holdAgainstTally(roster, told, day);
      }),
      seeded,
    );
  });

  test('tells of everybody that stands elsewhere than the day before, and of nobody else', () => {
    fc.assert(
      fc.property(datedRoster, fc.boolean(), (roster, onRecord) => {
        const { points } = timeline([roster], { onRecord });
        const stancesOn = (day: string) =>
          new Map(snapshot(roster, time(day), { onRecord }).members.map(({ code, stance }) => [code, stance]));
        for (const [index, day] of days.slice(1).entries()) {
          const [before, after] = [stancesOn(days[index] ?? ''), stancesOn(day)];
          const point = points.find(({ date }) => date.day === day);
          const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
          const changed = codes.filter((code) => before.get(code) !== after.get(code));
          const moved = changed.filter((code) => before.has(code) && after.has(code));
          expect(point?.moved.map(({ member, from, to }) => [member, from, to]) ?? []).toEqual(
            moved.map((code) => [code, before.get(code), after.get(code)]),
          );
          expect(point?.joined.map(({ member, stance }) => [member, stance]) ?? []).toEqual(
            changed.filter((code) => !before.has(code)).map((code) => [code, after.get(code)]),
          );
          expect(point?.left.map(({ member, stance }) => [member, stance]) ?? []).toEqual(
            changed.filter((code) => !after.has(code)).map((code) => [code, before.get(code)]),
          );
        }
      }),
      seeded,
    );
  });

  test.each([
    ['days', datedRoster],
    ['instants', timedRoster],
  ])(
    'tells what becomes of demands on its day, with those that ask, and what members still want, with %s',
    (_, any) => {
      fc.assert(
        fc.property(any, fc.boolean(), (roster, onRecord) => {
          const told = timeline([roster], { onRecord });
          for (const day of days) holdDemands(roster, told, day);
        }),
        seeded,
      );
    },
  );

  test('tells of a denial on its day, of everybody that is in the roster', () => {
    fc.assert(
      fc.property(datedRoster, (roster) => {
        const { points } = timeline([roster]);
        for (const day of days) {
          const { members } = snapshot(roster, time(day));
          const denied = members.flatMap(({ code, denied: reports }) =>
            reports.filter((report) => report.denied.date.day === day).map(({ date }) => `${code} ${date.day}`),
          );
          const told = points.find(({ date }) => date.day === day)?.denied ?? [];
          expect(told.map(({ member, date }) => `${member} ${date.day}`).sort()).toEqual(denied.sort());
        }
      }),
      seeded,
    );
  });

  test('has no point on which nothing changed, and none twice', () => {
    fc.assert(
      fc.property(datedRoster, (roster) => {
        const { points } = timeline([roster]);
        const dates = points.map(({ date }) => date.day);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const point of points) {
          const { moved, restated, joined, left, denied, rounds, claims, milestones, timeCome, closed, weights } =
            point;
          const ofTime = [rounds, milestones, timeCome, closed, weights, point.demands];
          const events = [moved, restated, joined, left, denied, claims, ...ofTime];
          expect(events.some((ofKind) => ofKind.length > 0)).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(datedRoster, fc.infiniteStream(fc.nat()), (roster, numbers) => {
        const shuffle = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const { members, claims, milestones } = roster;
        const shuffled = {
          ...roster,
          members: shuffle(members),
          claims: shuffle(claims),
          milestones: shuffle(milestones),
        };
        expect(timeline([shuffled])).toEqual(timeline([roster]));
      }),
      seeded,
    );
  });

  test('first reaches the rule on the first day on which a tally does', () => {
    fc.assert(
      fc.property(datedRoster, fc.option(evidenceDays.any), (roster, to) => {
        const told = timeline([roster], to === null ? {} : { to });
        const reached = days.filter((day) => tally(snapshot(roster, time(day))).outcome === 'reached');
        const first = reached[0] !== undefined && reached[0] <= (to?.day ?? '2024-12-31') ? reached[0] : undefined;
        expect(told.metFromBeginning ? days[0] : told.firstReached?.day).toBe(first);
      }),
      seeded,
    );
  });

  test('of a part is that part of the whole, with how things stood before it', () => {
    fc.assert(
      fc.property(datedRoster, evidenceDays.any, evidenceDays.any, (roster, one, other) => {
        const [from, to] = one.day < other.day ? [one, other] : [other, one];
        const whole = timeline([roster]);
        const part = timeline([roster], { from, to });
        expect(part.points).toEqual(whole.points.filter(({ date: { day } }) => day >= from.day && day <= to.day));
        const eve = days[days.indexOf(from.day) - 1] ?? '';
        expect(stateOn(whole, eve)).toMatchObject(part.start ?? {});
      }),
      seeded,
    );
  });
});

describe('several rosters', () => {
  const successive = fc
    .tuple(fc.uniqueArray(evidenceDays.any, { selector: ({ day }) => day, minLength: 2, maxLength: 3 }), datedRoster)
    .chain(([asOfs, roster]) =>
      fc.tuple(
        ...asOfs.map((asOf, index) =>
          index === 0 ? fc.constant({ ...roster, asOf }) : datedRoster.map((other) => ({ ...other, asOf })),
        ),
      ),
    );
  const dayOf = ({ asOf }: Roster): string => asOf?.day ?? '';

  test('speak each from its own day on, until the next one does', () => {
    fc.assert(
      fc.property(successive, fc.boolean(), (rosters, onRecord) => {
        const told = timeline(rosters as [Roster, ...Roster[]], { onRecord });
        const inOrder = rosters.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
        for (const day of days) {
          const speaker = inOrder.findLast((roster) => dayOf(roster) <= day);
          const state = stateOn(told, day);
          if (speaker === undefined) expect(state).toBeUndefined();
          else {
            const { outcome, evaluation, counts } = tally(snapshot(speaker, time(day), { onRecord }));
            expect(state).toMatchObject({ outcome, evaluation, counts });
          }
        }
        expect(timeline(inOrder.toReversed() as [Roster, ...Roster[]], { onRecord })).toEqual(told);
      }),
      seeded,
    );
  });

  test('that say the same tell what one alone tells from the first day on', () => {
    fc.assert(
      fc.property(datedRoster, evidenceDays.any, evidenceDays.any, (roster, one, other) => {
        fc.pre(one.day !== other.day);
        const first = one.day < other.day ? one : other;
        const both = timeline([
          { ...roster, asOf: one },
          { ...roster, asOf: other },
        ]);
        const alone = timeline([roster]);
        const empty = ({ moved, joined, left, restated }: Timeline['points'][number]): boolean =>
          [moved, joined, left, restated].every((news) => news.length === 0);
        for (const point of both.points.slice(1)) {
          const same = alone.points.find(({ date }) => date.day === point.date.day);
          if (same === undefined) expect(empty(point)).toBe(true);
          else expect({ ...point, restated: [] }).toEqual({ ...same, restated: [] });
        }
        const dates = both.points.map(({ date }) => date.day);
        for (const { date } of alone.points) if (date.day >= first.day) expect(dates).toContain(date.day);
      }),
      seeded,
    );
  });
});

test.each([false, true])('the bundled roster is told as it is tallied, on every day (on record: %s)', (onRecord) => {
  const told = timeline([nato], { onRecord });
  const first = Date.parse(told.points[0]?.date.day ?? '');
  const last = Date.parse(told.points.at(-1)?.date.day ?? '');
  expect(last - first).toBeGreaterThan(0);
  for (let at = first; at <= last; at += 86_400_000)
    holdAgainstTally(nato, told, new Date(at).toISOString().slice(0, 10));
});
