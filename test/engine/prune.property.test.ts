import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coalitions } from '../../src/engine/coalitions.ts';
import { demands } from '../../src/engine/demands.ts';
import { groupTallies } from '../../src/engine/groups.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { prune } from '../../src/engine/prune.ts';
import { closingTimes } from '../../src/engine/rule/closing.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Claim, Roster } from '../../src/model/roster.ts';
import { stances } from '../../src/model/stance.ts';
import { momentOf, type Time } from '../../src/model/time.ts';
import { renderStatusJson } from '../../src/render/status/json.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { readingTimes, writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { evidenceRoster, evidenceTimes, readRoster, seeded, someAmong, time } from '../support/rosters.ts';

interface Answer {
  readonly claims: readonly Readonly<Record<string, unknown>>[];
  readonly sources: Readonly<Record<string, unknown>>;
  readonly rest: unknown;
}

/** All that `status` says of a roster on a date, its claims and sources apart, and what the claims leave open. */
function answerOf(roster: Roster, date: Time): Answer {
  const taken = snapshot(roster, date);
  const onRecordOutcome = tally(snapshot(roster, date, { onRecord: true })).outcome;
  const [found, result] = [path(taken), tally(taken)];
  // What an outcome rests on is told of the evidence before the latest, which the abridged roster does not have.
  const known = { path: found, pivotal: pivotal(taken) };
  const sets = { ...coalitions(roster, taken, known), onEvidence: undefined };
  const more = {
    ...known,
    coalitions: sets,
    demands: demands(result, found),
    groups: groupTallies(taken, result),
    sources: roster.sources,
  };
  const view = { snapshot: taken, tally: result, onRecordOutcome, origin: '', ...more };
  const { claims, sources, reported: _, ...rest } = JSON.parse(renderStatusJson(view));
  return { claims, sources, rest };
}

/** The abridged roster answers as the whole one does; of what was claimed it says nothing that is not so. */
function expectSame(roster: Roster, date: Time): void {
  const short = prune(roster, date).roster;
  const [whole, told] = [answerOf(roster, date), answerOf(short, short.asOf ?? date)];
  expect(told.rest).toEqual(whole.rest);
  expect(whole.sources).toMatchObject(told.sources);
  const without = ({
    named: _,
    unnamed: __,
    min: ___,
    max: ____,
    // Its members are listed if somebody of the group has left.
    group: _____,
    among,
    ...claim
  }: Readonly<Record<string, unknown>>): string => JSON.stringify([claim, [...((among as string[]) ?? [])].sort()]);
  const known = whole.claims.map(without);
  // A denied report may be written as a report of its own, and so may others if something has closed.
  for (const claim of told.claims)
    if (claim.about === 'stance') expect(claim).toMatchObject({ of: [expect.any(String)] });
    else expect(known).toContain(without(claim));
  // The latest lists, whatever their order.
  const latest = ({ claims }: Answer): unknown[] => {
    const lists = claims.filter(({ about }) => about === 'holdouts');
    return lists.filter(({ date }) => date === lists.at(-1)?.date).map((list) => JSON.stringify(list));
  };
  expect(latest(told).sort()).toEqual(latest(whole).sort());
}

const number = fc.integer({ min: 0, max: 4 }).map((n) => ({ text: `${n}`, min: n, max: n }));
const about = fc.oneof(
  number.map((supporting) => ({ supporting })),
  number.map((holdingOut) => ({ holdingOut })),
);
const count = fc
  .tuple(evidenceTimes, about, someAmong)
  .map(([date, counts, whom]): Claim => ({ date, circa: false, ...counts, ...whom, sources: [] }));

/** Rosters whose claims list, count, or do both. */
const roster = fc
  .tuple(evidenceRoster, fc.array(count, { maxLength: 3 }), fc.boolean())
  .map(([made, counts, both]): Roster => {
    const [first, ...others] = made.claims;
    const mixed =
      first && both ? [{ ...first, supporting: { text: 'at most 3', min: 0, max: 3 } }, ...others] : made.claims;
    return { ...made, claims: [...mixed, ...counts] };
  });

describe('an abridged roster', () => {
  const folder = new URL('../../data/', import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  /** A bundled roster, and every date that it names, and the day after: in between nothing changes. */
  const bundled = (file: string): { readonly whole: Roster; readonly days: readonly string[] } => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const named = [...text.matchAll(/(?:date|joined|left): (\d{4}-\d{2}(?:-\d{2})?)/g)].map(
      ([, date = '']) => time(date).day,
    );
    return { whole: readRoster(text), days: [...new Set(['1900-01-01', ...named, ...named.map(dayAfter)])].sort() };
  };

  test.each(files)('answers as %s does, on every date, also written and read back', (file) => {
    const { whole, days } = bundled(file);
    expect(days.length).toBeGreaterThan(1);
    for (const date of days.map(time)) {
      expectSame(whole, date);
      const { roster } = prune(whole, date);
      expect(readRoster(writeRoster(roster))).toEqual(roster);
    }
  });

  test('of NATO in 2024 has more than one position only for members whose tone changed', () => {
    const { whole, days } = bundled('nato-2024.yaml');
    const several = days.flatMap((date) =>
      prune(whole, time(date)).roster.members.filter(({ positions }) => positions.length > 1),
    );
    expect([...new Set(several.map(({ code }) => code))].sort()).toEqual(['EE', 'HU', 'PL', 'RO', 'TR']);
    expect(several.every(({ positions }) => positions.length <= 3)).toBe(true);
  });

  test('answers as any one does, on any date', () => {
    let several = 0;
    let members = 0;
    fc.assert(
      fc.property(roster, evidenceTimes, (whole, date) => {
        expectSame(whole, date);
        const short = prune(whole, date).roster;
        members += short.members.length;
        for (const { positions } of short.members) {
          const moments = positions.map(({ date: said }) => momentOf(said));
          expect(moments).toEqual([...new Set(moments)].sort());
        }
        const stand = short.members.map(({ positions }) => positions.filter(({ denied }) => denied === undefined));
        several += stand.filter(({ length }) => length > 1).length;
        for (const { positions } of short.members)
          expect(new Set(positions.map(({ date }) => momentOf(date))).size).toBe(positions.length);
      }),
      seeded,
    );
    // One position a member is the rule: random histories change their minds more often than states do.
    expect(several).toBeLessThan(members / 4);
  });

  test('written and read back, answers as a roster with every key does, at any time', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(writtenRoster, readingTimes, (written, [day, , , instant]) => {
        const whole = readRoster(JSON.stringify(written));
        for (const date of [time(day), time(instant)]) {
          expectSame(whole, date);
          const { roster } = prune(whole, date);
          expect(readRoster(writeRoster(roster))).toEqual(roster);
        }
      }),
      seeded,
    );
  });

  test('is as short as it gets', () => {
    fc.assert(
      fc.property(roster, evidenceTimes, (any, date) => {
        // What has closed may need all that was said.
        const whole = JSON.parse(JSON.stringify(any), (key, value) => (key === 'closes' ? undefined : value));
        const once = prune(whole, date);
        const twice = prune(once.roster, date);
        expect(twice.roster.members.map(({ positions }) => positions.length)).toEqual(
          once.roster.members.map(({ positions }) => positions.length),
        );
      }),
      seeded,
    );
  });

  test('on record answers as the whole one does on record', () => {
    fc.assert(
      fc.property(roster, evidenceTimes, (whole, date) => {
        const short = prune(whole, date, { onRecord: true }).roster;
        expect(tally(snapshot(short, date))).toEqual(tally(snapshot(whole, date, { onRecord: true })));
      }),
      seeded,
    );
  });

  test('of a what-if has the stances that are assumed', () => {
    const written = stances.filter((stance) => stance !== 'undeclared');
    fc.assert(
      fc.property(
        roster,
        evidenceTimes,
        fc.array(fc.constantFrom(...written), { maxLength: 7 }),
        (whole, date, some) => {
          // What is assumed on the very day of a closing cannot be told from what was said by then.
          fc.pre(closingTimes(whole.rule).every(({ day }) => day !== date.day));
          const taken = snapshot(whole, date);
          const moves = new Map(taken.members.flatMap(({ code }, index) => (some[index] ? [[code, some[index]]] : [])));
          const short = prune(whole, date, { assume: moves }).roster;
          const [told, meant] = [snapshot(short, date), assume(taken, moves)];
          expect(told.members.map(({ code, stance }) => [code, stance])).toEqual(
            meant.members.map(({ code, stance }) => [code, stance]),
          );
          expect(tally(told).outcome).toBe(tally(meant).outcome);
          expect(tally(told).evaluation).toEqual(tally(meant).evaluation);
        },
      ),
      seeded,
    );
  });
});
