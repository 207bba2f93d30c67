import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import type { Claim, Member, Position, Roster, Round } from '../../../src/model/roster.ts';
import type { Basis, Leaning, Stance } from '../../../src/model/stance.ts';
import type { Time } from '../../../src/model/time.ts';
import { evidenceRoster, evidenceTimes, seeded, time } from '../../support/rosters.ts';

/** What docs/evidence.md makes of a member, time by time: a plain second reading that shares nothing with the engine. */
interface Known {
  readonly stance: Stance;
  readonly leaning: Leaning | undefined;
  readonly follows: readonly string[] | undefined;
  readonly basis: Basis | undefined;
  readonly by: string | undefined;
  readonly why: string | undefined;
  readonly wants: readonly string[];
  readonly wantIds: Readonly<Record<string, string>>;
  readonly circa: boolean;
  readonly since: string | undefined;
}

const nothing: Known = {
  stance: 'undeclared',
  leaning: undefined,
  follows: undefined,
  basis: undefined,
  by: undefined,
  why: undefined,
  wants: [],
  wantIds: {},
  circa: false,
  since: undefined,
};

function heard(position: Position, before: Known): Known {
  const { stance, leaning, follows, basis, by, why, wants, wantIds = {}, circa, date } = position;
  const start = { circa, since: date?.day };
  if (stance !== before.stance) return { stance, leaning, follows, basis, by, why, wants, wantIds, ...start };
  const outranked = before.basis === 'stated' && basis === 'reported';
  return {
    ...before,
    leaning: leaning ?? before.leaning,
    follows: follows ?? before.follows,
    basis: outranked ? 'stated' : basis,
    by: outranked ? before.by : (by ?? (before.basis === basis ? before.by : undefined)),
    why: why ?? before.why,
    ...(wants.length > 0 ? { wants, wantIds } : {}),
  };
}

function listed(code: string, lists: readonly Claim[], own: Position | undefined, before: Known): Known {
  const pending = own && ['conditional', 'withheld', 'unclear', 'undeclared'].includes(own.stance);
  if (own?.stance === 'recused' || (before.basis === 'stated' && !pending)) return before;
  const having = lists.filter(({ holdouts }) => holdouts?.includes(code));
  const moved = (stance: 'support' | 'withheld', [claim]: readonly Claim[]): Known => {
    return {
      ...nothing,
      stance,
      basis: 'claimed',
      by: claim?.by,
      circa: claim?.circa ?? false,
      since: claim?.date.day,
    };
  };
  if (having.length === 0) return before.stance === 'support' ? before : moved('support', lists);
  return ['undeclared', 'support', 'no-objection'].includes(before.stance) ? moved('withheld', having) : before;
}

/** The order in which claims of one day are read, where only the first can be named. */
const inOrder = (a: Claim, b: Claim): number => (orderKey(a) < orderKey(b) ? -1 : 1);
const orderKey = (claim: Claim): string =>
  [claim.by ?? '', claim.sources.join(' '), JSON.stringify(claim)].join('\u0000');

/** A time as it sorts, and the last that belongs to it: a bare day stands before its instants and lasts through them. */
const startOf = ({ day, instant }: Time): string => (instant === undefined ? day : new Date(instant).toISOString());
const endOf = (time: Time): string => (time.instant === undefined ? `${time.day}~` : startOf(time));

/** Whether two times are one, as far as their hours are known. */
const areOne = (a: Time, b: Time): boolean =>
  a.day === b.day && (a.instant === undefined || b.instant === undefined || a.instant === b.instant);

/** What is known on a date: a denied report is as if it had never been written, from its denial on. */
const standing = <P extends Pick<Position, 'date' | 'denied'>>(all: readonly P[], asOf: Time): readonly P[] =>
  all.filter(
    ({ date, denied }) =>
      (date === undefined || startOf(date) <= endOf(asOf)) &&
      (denied === undefined || startOf(denied.date) > endOf(asOf)),
  );

/** How often what a member had said has ceased to stand by a day: by its coming back, or by a round. */
const startsBy = ({ terms }: Member, rounds: readonly Round[], day: string): number =>
  terms.slice(1).filter(({ joined }) => joined && joined.day <= day).length +
  rounds.filter(({ date }) => date.day <= day).length;

const isIn = ({ terms }: Member, day: string): boolean =>
  terms.some(({ joined, left }) => !(joined && joined.day > day) && !(left && left.day <= day));

const isSettled = (stance: Stance): boolean => !['conditional', 'withheld', 'unclear', 'undeclared'].includes(stance);

/** A member's positions and the reports about it that reach it, read in the order of time. */
function words(member: Member, { reports, rounds }: Roster, asOf: Time): Position[] {
  const { code, positions } = member;
  const own = standing(positions, asOf);
  const about = standing(reports, asOf).filter(({ date, of }) => of.codes.includes(code) && isIn(member, date.day));
  const words = own.filter(({ date }) => date === undefined);
  let run = words.map(({ stance, basis }) => ({ stance, stated: basis === 'stated' }))[0];
  let begun = 0;
  const times = new Set([...own, ...about].flatMap(({ date }) => (date ? [startOf(date)] : [])));
  for (const start of [...times].sort()) {
    const starts = startsBy(member, rounds, start.slice(0, 10));
    if (starts > begun) run = undefined;
    begun = starts;
    const word = own.find(({ date }) => date && startOf(date) === start);
    const report = about.findLast(({ date }) => startOf(date) === start);
    const isFirm = run?.stated === true && isSettled(run.stance);
    const isOverruled = isFirm || own.some(({ date }) => date && report && areOne(date, report.date));
    const next = word ?? (report && !isOverruled ? { ...report, basis: 'reported' as const } : undefined);
    if (next === undefined) continue;
    words.push(next);
    run = { stance: next.stance, stated: next.basis === 'stated' || (run?.stance === next.stance && run.stated) };
  }
  return words;
}

/** What is known, and the takings back that are as if they had not been written. */
interface Reading {
  readonly now: Known;
  readonly idle: readonly Position[];
}

/** A taking back that takes back nothing keeps no report of its time from its member. */
function known(member: Member, roster: Roster, asOf: Time): Known {
  const { now, idle } = reading(member, roster, asOf);
  const about = standing(roster.reports, asOf).filter(({ of }) => of.codes.includes(member.code));
  const silencing = idle.find(({ date: at }) =>
    about.some(({ date }) => at && isIn(member, date.day) && areOne(date, at)),
  );
  if (silencing === undefined) return now;
  return known({ ...member, positions: member.positions.filter((one) => one !== silencing) }, roster, asOf);
}

function reading(member: Member, roster: Roster, asOf: Time): Reading {
  const { code } = member;
  const { claims, rounds } = roster;
  const idle: Position[] = [];
  const startsOn = (day: string): number => startsBy(member, rounds, day);
  const isKnown = (date: Time): boolean => startOf(date) <= endOf(asOf);
  const positions = words(member, roster, asOf);
  let own = positions.find(({ date }) => date === undefined);
  let now = own ? heard(own, nothing) : nothing;
  let starts = 0;
  let list: { readonly at: Time; readonly before: Known } | undefined;
  const times = [...positions, ...claims].flatMap(({ date }) => (date && isKnown(date) ? [date] : []));
  const inTurn = new Map(times.map((date) => [startOf(date), date]));
  for (const [start, at] of [...inTurn].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (startsOn(at.day) > starts) {
      starts = startsOn(at.day);
      own = undefined;
      now = nothing;
    }
    const said = positions.find(({ date }) => date && startOf(date) === start);
    // Taking back says nothing where nothing stood; a list of the same time, as far as hours are known, is not before it.
    const stood = list && areOne(list.at, at) ? list.before : now;
    const word = said?.stance === 'undeclared' && stood === nothing ? undefined : said;
    if (said && !word) idle.push(said);
    if (word) {
      own = word;
      now = heard(word, now);
      continue;
    }
    // Later words of the day win over a list without an hour, too.
    const isSpoken = positions.some(
      ({ date, stance }) =>
        date && startOf(date) > start && areOne(date, at) && (stance !== 'undeclared' || now !== nothing),
    );
    if (isSpoken || (own?.date && areOne(own.date, at))) continue;
    const near = positions.some(
      ({ date, stance }) =>
        date &&
        startsOn(date.day) === starts &&
        (stance !== 'undeclared' || stoodBefore(positions, date, startsOn)) &&
        Math.abs(Date.parse(date.day) - Date.parse(at.day)) <= 7 * 86_400_000,
    );
    const lists = claims.filter(({ date, circa }) => startOf(date) === start && !(circa && near)).toSorted(inOrder);
    if (lists.length > 0 && isIn(member, at.day)) {
      list = { at, before: now };
      now = listed(code, lists, own, now);
    }
  }
  return { now: startsOn(asOf.day) > starts ? nothing : now, idle };
}

/** Whether a position of the same time in the roster and the same round stood before a date. */
const stoodBefore = (positions: readonly Position[], at: Time, startsOn: (day: string) => number): boolean =>
  positions.some(
    ({ stance, date }) =>
      stance !== 'undeclared' &&
      (date === undefined || startOf(date) < startOf(at)) &&
      startsOn(date?.day ?? '') === startsOn(at.day),
  );

/** What is still asked: a demand that is met or dropped by then is not. */
function stillAsked({ wants, wantIds }: Known, { demands }: Roster, asOf: Time): readonly string[] {
  return wants.filter((want) => {
    const demand = demands.find(({ id, text }) => (want in wantIds ? wantIds[want] === id : text === want));
    const latest = demand?.history.filter(({ date }) => startOf(date) <= endOf(asOf)).at(-1);
    return latest?.status !== 'met' && latest?.status !== 'dropped';
  });
}

const ofRoster = fc.tuple(evidenceRoster, evidenceTimes);

describe('on random histories with random lists of holdouts', () => {
  test('every member stands where reading time by time puts it, and it is known on the same ground', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        for (const { code, stance, basis } of snapshot(roster, asOf).members) {
          const member = roster.members.find((candidate) => candidate.code === code);
          const expected = member && known(member, roster, asOf);
          expect({ code, stance, basis }).toEqual({ code, stance: expected?.stance, basis: expected?.basis });
        }
      }),
      seeded,
    );
  });

  test('the run of a stance has its start, and the latest of what was said in it', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        for (const { code, stance, leaning, follows, basis, by, why, wants, circa, since } of snapshot(roster, asOf)
          .members) {
          const member = roster.members.find((candidate) => candidate.code === code);
          const { wantIds: _, ...expected } = known(member as Member, roster, asOf);
          const asked = stillAsked(known(member as Member, roster, asOf), roster, asOf);
          const found = { stance, leaning, follows, basis, by, why, wants, circa, since: since?.day };
          expect(found).toEqual({ ...expected, wants: asked });
        }
      }),
      seeded,
    );
  });

  test('only members of the day are there, once each and by code', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const present = roster.members.filter((member) => isIn(member, asOf.day));
        expect(snapshot(roster, asOf).members.map(({ code }) => code)).toEqual(present.map(({ code }) => code).sort());
      }),
      seeded,
    );
  });

  test('what is dated later changes nothing', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const earlier: Roster = {
          ...roster,
          members: roster.members.map((member) => ({
            ...member,
            positions: member.positions
              .filter(({ date }) => date === undefined || startOf(date) <= endOf(asOf))
              .map(({ denied, ...position }) =>
                denied === undefined || startOf(denied.date) > endOf(asOf) ? position : { ...position, denied },
              ),
          })),
          claims: roster.claims.filter(({ date }) => startOf(date) <= endOf(asOf)),
          demands: roster.demands.map((demand) => ({
            ...demand,
            history: demand.history.filter(({ date }) => startOf(date) <= endOf(asOf)),
          })),
          reports: roster.reports
            .filter(({ date }) => startOf(date) <= endOf(asOf))
            .map(({ denied, ...report }) =>
              denied === undefined || startOf(denied.date) > endOf(asOf) ? report : { ...report, denied },
            ),
        };
        expect(snapshot(earlier, asOf)).toEqual(snapshot(roster, asOf));
      }),
      seeded,
    );
  });

  test('of what was asked, what is answered is told with its latest status, from the start of its run', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        for (const { wants, answered } of snapshot(roster, asOf).members) {
          for (const { id, text, status, since } of answered) {
            const history = roster.demands.find((demand) => demand.id === id)?.history ?? [];
            const before = history.filter(({ date }) => startOf(date) <= endOf(asOf)).toReversed();
            const change = before.findIndex((event) => event.status !== status);
            expect(change).not.toBe(0);
            expect(since).toBe((change < 0 ? before : before.slice(0, change)).at(-1)?.date);
            expect(wants.includes(text)).toBe(status === 'promised' || status === 'refused');
          }
        }
      }),
      seeded,
    );
  });

  test('a denied report changes nothing but that it is told', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const without: Roster = {
          ...roster,
          members: roster.members.map((member) => ({ ...member, positions: standing(member.positions, asOf) })),
          reports: standing(roster.reports, asOf),
        };
        const taken = snapshot(roster, asOf);
        const claims = taken.claims.filter((claim) => claim.about !== 'stance' || claim.denied === undefined);
        // What has closed went by what was known then.
        const closings = new Map();
        const members = taken.members.map((one) => ({ ...one, denied: [] }));
        expect({ ...taken, closings, claims, members }).toEqual({ ...snapshot(without, asOf), closings });
        for (const { code, denied } of taken.members) {
          const whole = roster.members.find((member) => member.code === code) as Member;
          const about = roster.reports.filter(({ of, date }) => of.codes.includes(code) && isIn(whole, date.day));
          const expected = [...whole.positions, ...about].filter(
            ({ date, denied: denial }) =>
              date &&
              startOf(date) <= endOf(asOf) &&
              denial &&
              startOf(denial.date) <= endOf(asOf) &&
              startsBy(whole, roster.rounds, date.day) === startsBy(whole, roster.rounds, asOf.day),
          );
          expect(denied.map(({ date }) => date.day)).toEqual(expected.map(({ date }) => date?.day).sort());
        }
      }),
      seeded,
    );
  });

  test('on record is what the roster says without what others reported and counted', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const stated: Roster = {
          ...roster,
          members: roster.members.map((member) => ({
            ...member,
            positions: member.positions.filter(({ basis }) => basis === 'stated'),
          })),
          claims: [],
          reports: [],
        };
        const record = snapshot(roster, asOf, { onRecord: true });
        expect(record.members).toEqual(snapshot(stated, asOf).members);
        expect(record.members.every(({ basis }) => basis === undefined || basis === 'stated')).toBe(true);
      }),
      seeded,
    );
  });

  test('the order of members and of positions given to it by day is all that matters', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const reversed: Roster = { ...roster, members: roster.members.toReversed() };
        expect(snapshot(reversed, asOf)).toEqual(snapshot(roster, asOf));
        expect(tally(snapshot(reversed, asOf))).toEqual(tally(snapshot(roster, asOf)));
      }),
      seeded,
    );
  });

  test('a conflict is between a settled stance, stated or recused, and the latest list, and moved nobody', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const taken = snapshot(roster, asOf);
        const starts = roster.claims.map(({ date }) => startOf(date)).filter((start) => start <= endOf(asOf));
        for (const { kind, member, date } of taken.conflicts) {
          expect(startOf(date)).toBe(starts.toSorted().at(-1));
          const standing = taken.members.find(({ code }) => code === member);
          if (kind !== 'listed-though-recused') expect(standing).toMatchObject({ basis: 'stated' });
          expect(standing?.stance === 'support').toBe(kind === 'listed-though-supporting');
          expect(standing?.stance === 'recused').toBe(kind === 'listed-though-recused');
        }
      }),
      seeded,
    );
  });

  test('a list that contradicts nobody agrees', () => {
    fc.assert(
      fc.property(evidenceRoster, (roster) => {
        const { claims: all, conflicts } = snapshot(roster, time('2024-01-09'));
        const claims = all.filter(({ about }) => about === 'holdouts');
        const latest = claims.map(({ date }) => startOf(date)).at(-1);
        const disputed = claims.filter(({ date, agrees }) => startOf(date) === latest && !agrees);
        expect(conflicts.length > 0 && disputed.length === 0).toBe(false);
      }),
      seeded,
    );
  });
});
