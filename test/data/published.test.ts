import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pivotal } from '../../src/engine/pivotal.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Roster } from '../../src/model/roster.ts';
import { diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { compareText } from '../../src/text/compare.ts';
import { codesOf, leavesOf, readRoster, standingIn, time } from '../support/rosters.ts';

const folder = new URL('../../data/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder), 'utf8');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.replace('.yaml', '')] : []));

const on = (roster: Roster, date: string) => tally(snapshot(roster, time(date)));
const holdoutsOn = (roster: Roster, date: string): string => codesOf(on(roster, date).holdouts).sort().join(' ');

/** Every day on which something is known to have happened, in order. */
function daysOf({ members, claims }: Roster): string[] {
  const times = [
    ...members.flatMap(({ terms, positions }) => [
      ...terms.flatMap(({ joined, left }) => [joined, left]),
      ...positions.map(({ date }) => date),
    ]),
    ...claims.map(({ date }) => date),
  ];
  return [...new Set(times.flatMap((date) => date?.day ?? []))].sort(compareText);
}

/** The days on which the outcome is another one than on the day before, from the first day on. */
function turns(roster: Roster): string[] {
  const outcomes = daysOf(roster).map((day) => ({ day, outcome: on(roster, day).outcome }));
  return outcomes
    .filter(({ outcome }, index) => outcome !== outcomes[index - 1]?.outcome)
    .map(({ day, outcome }) => `${day} ${outcome}`);
}

describe.each(names)('the bundled roster %s', (name) => {
  const roster = readRoster(textOf(name));

  test('gives the outcomes that were published', () => {
    expect(roster.expect.length).toBeGreaterThan(0);
    const wrong = roster.expect.flatMap((expected) => {
      const { outcome, counts, holdouts } = tally(snapshot(roster, expected.asOf));
      const came = {
        outcome,
        support: counts.support,
        members: counts.members,
        holdouts: codesOf(holdouts).sort().join(' '),
      };
      const wanted = { ...expected, ...(expected.holdouts && { holdouts: expected.holdouts.toSorted().join(' ') }) };
      return (['outcome', 'support', 'members', 'holdouts'] as const)
        .filter((key) => wanted[key] !== undefined && wanted[key] !== came[key])
        .map((key) => `${expected.asOf.text}: ${key} ${came[key]}, not ${wanted[key]}`);
    });
    expect(wrong).toEqual([]);
  });

  test('names a source for every position, claim, milestone and decision', () => {
    const { members, claims, milestones, decision } = roster;
    const statements = [...members.flatMap(({ positions }) => positions), ...claims, ...milestones];
    expect([...statements, ...(decision ? [decision] : [])].filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  test('has a section of its own, where its limits are told', () => {
    const headings = readFileSync(new URL('README.md', folder), 'utf8').match(/^## .*$/gm) ?? [];
    expect(headings.filter((heading) => heading.includes(`${name}.yaml`))).toHaveLength(1);
  });

  test('needs no advice but for reasons that nobody has reported', () => {
    const text = textOf(name);
    const { valid, diagnostics } = diagnose(text, { today: '2026-01-01' });
    expect(valid).toBe(true);
    const about = diagnostics.map(({ code, span }) => {
      const before = text.slice(0, span?.start).match(/^ {2}"?[A-Z]{2}"?:/gm) ?? [];
      return `${code} ${before.at(-1)?.replace(/\W/g, '')}`;
    });
    expect(about).toEqual(name === 'nature-restoration-2024' ? ['reason-missing HU', 'reason-missing HU'] : []);
  });
});

describe('the choice of the secretary general', () => {
  const roster = readRoster(textOf('nato-2024'));

  test("Finland's president was for him from 7 March on", () => {
    expect(standingIn(snapshot(roster, time('2024-03-06')), 'FI').stance).toBe('undeclared');
    expect(standingIn(snapshot(roster, time('2024-03-07')), 'FI')).toMatchObject({
      stance: 'support',
      basis: 'stated',
    });
    expect(standingIn(snapshot(roster, time('2024-06-20')), 'FI').since).toMatchObject({ day: '2024-03-07' });
  });

  test('the term of his predecessor was prolonged on 4 July 2023, and the summit endorsed it', () => {
    expect(roster.milestones[0]).toMatchObject({ date: { day: '2023-07-04' } });
  });
});

describe("Sweden's accession", () => {
  const roster = readRoster(textOf('sweden-nato'));

  test('was blocked by Türkiye, then open until the last parliament had voted', () => {
    expect(turns(roster)).toEqual(['2022-05-16 blocked', '2022-06-28 open', '2024-02-26 reached']);
  });

  test.each([
    ['2022-09-26', 'HU SK TR'],
    ['2022-09-27', 'HU TR'],
    ['2023-04-04', 'HU TR'],
    ['2023-07-10', 'HU TR'],
    ['2024-01-22', 'HU TR'],
    ['2024-01-23', 'HU'],
    ['2024-02-25', 'HU'],
    ['2024-02-26', ''],
  ])('held out on %s: %s', (date, codes) => {
    expect(holdoutsOn(roster, date)).toBe(codes);
  });

  test.each([
    ['2022-07-05', 4, 30],
    ['2022-09-26', 27, 30],
    ['2022-09-27', 28, 30],
    ['2023-04-03', 28, 30],
    ['2023-04-04', 29, 31],
    ['2024-01-23', 30, 31],
    ['2024-03-07', 31, 31],
  ])('had on %s the approval of %i of %i', (date, support, members) => {
    expect(on(roster, date).counts).toMatchObject({ support, members });
  });

  test('a yes in words is no approval: with it the outcome would have been reached a month too soon', () => {
    const taken = snapshot(roster, time('2024-01-24'));
    expect(standingIn(taken, 'HU')).toMatchObject({ stance: 'unclear', basis: 'stated' });
    expect(tally(assume(taken, new Map([['HU', 'support']]))).outcome).toBe('reached');
    expect(tally(taken).outcome).toBe('open');
  });

  test('what the two wanted is told as of the day', () => {
    const wants = (code: string, date: string) => standingIn(snapshot(roster, time(date)), code).wants;
    expect(wants('TR', '2022-05-16')[0]).toContain('33 people');
    expect(wants('TR', '2022-06-30')).toEqual(['73 people handed over']);
    expect(wants('TR', '2023-03-30')).toEqual(['about 130 people handed over']);
    expect(wants('TR', '2023-07-10')).toHaveLength(3);
    expect(wants('HU', '2024-02-05')).toEqual(['a visit by the Swedish prime minister before any vote']);
    expect(wants('HU', '2024-02-23')).toEqual([]);
    expect(standingIn(snapshot(roster, time('2024-02-23')), 'HU').answered).toMatchObject([{ status: 'met' }]);
  });

  test('the count of January 2023 is kept, and told to be at odds with the names', () => {
    const agreeing = snapshot(roster, time('2023-03-23')).claims.map(({ date, agrees }) => `${date.text} ${agrees}`);
    expect([...new Set(agreeing)]).toEqual(['2022-09-27 true', '2023-01 false', '2023-03-23 true']);
  });
});

describe('the nature restoration regulation', () => {
  const roster = readRoster(textOf('nature-restoration-2024'));
  const vote = snapshot(roster, time('2024-06-17'));
  const shares = roster.members.map(({ code, weights }) => ({ code, share: Number(weights.population?.[0]?.value) }));
  const sum = (stance: string): number =>
    shares
      .filter(({ code }) => standingIn(vote, code).stance === stance)
      .reduce((total, { share }) => total + share, 0);

  test('lost its majority when Hungary turned, and found it when Austria and Slovakia did', () => {
    expect(turns(roster)).toEqual(['2024-03-21 open', '2024-03-22 blocked', '2024-06-16 open', '2024-06-17 reached']);
    const without = (code: string, date: string) =>
      tally(assume(snapshot(roster, time(date)), new Map([[code, 'support']]))).outcome;
    expect([without('HU', '2024-03-22'), without('AT', '2024-06-15')]).toEqual(['open', 'open']);
  });

  test('had eleven who signed a letter on 13 May 2024, and nobody on record before', () => {
    expect([on(roster, '2024-05-12').counts.support, on(roster, '2024-05-13').counts.support]).toEqual([0, 11]);
  });

  test('had 17 public supporters in April 2024, which the names allow', () => {
    const claim = snapshot(roster, time('2024-05-12')).claims.find(({ by }) => by === 'Euractiv');
    expect(claim).toMatchObject({ date: { day: '2024-04-30' }, min: 17, max: 17, agrees: true });
  });

  test('Slovakia was against it in March and April, then for it if its law on bears was let through', () => {
    const slovakia = (date: string) => standingIn(snapshot(roster, time(date)), 'SK');
    expect(slovakia('2024-03-24').stance).toBe('undeclared');
    expect(slovakia('2024-05-15')).toMatchObject({ stance: 'oppose', basis: 'stated', since: { day: '2024-03-25' } });
    expect(slovakia('2024-06-13').wants).toHaveLength(1);
    expect(slovakia('2024-06-16')).toMatchObject({ stance: 'conditional', wants: [], answered: [{ status: 'met' }] });
    expect(slovakia('2024-06-17').stance).toBe('support');
  });

  test('was adopted by 20 with 66.07% of the population, as published', () => {
    const { counts, evaluation } = tally(vote);
    expect(counts).toMatchObject({ support: 20, oppose: 6, abstain: 1, members: 27 });
    expect(leavesOf(evaluation)[1]).toMatchObject({ have: '66.07', need: '65', base: '100' });
    expect(sum('support')).toBeCloseTo(66.07, 1);
    expect(sum('oppose')).toBeCloseTo(31.32, 1);
    expect(sum('abstain')).toBeCloseTo(2.61, 1);
  });

  test('had 64.86% with Austria and before Slovakia, as published', () => {
    const before = tally(assume(vote, new Map([['SK', 'unclear']])));
    expect(before.outcome).toBe('open');
    expect(leavesOf(before.evaluation)[1]).toMatchObject({ have: '64.86', short: '0.14' });
  });

  test('hung on every supporter with more than the 1.07 points to spare, and on no other', () => {
    const hanging = shares.filter(({ code }) => {
      const moved = tally(assume(vote, new Map([[code, 'oppose']]))).outcome;
      return standingIn(vote, code).stance === 'support' && moved !== 'reached';
    });
    const larger = shares.filter(({ code, share }) => standingIn(vote, code).stance === 'support' && share > 1.07);
    expect(codesOf(hanging)).toEqual(codesOf(larger));
    expect(pivotal(vote).members).toEqual(codesOf(larger));
    expect(codesOf(hanging)).toContain('IE');
    expect(codesOf(hanging)).not.toContain('HR');
  });
});

describe('the straw polls of 2016', () => {
  const roster = readRoster(textOf('un-secretary-general-2016'));

  test('decided nothing, and the vote that followed was unanimous', () => {
    expect(roster.rounds.map(({ date }) => on(roster, date.day).outcome)).toEqual([
      ...['open', 'open', 'open', 'open', 'open', 'open', 'reached'],
    ]);
    expect(on(roster, '2016-10-05').counts).toMatchObject({ support: 0, undeclared: 15 });
    expect(on(roster, '2016-10-06').counts).toMatchObject({ support: 15, undeclared: 0 });
  });

  const counts = snapshot(roster, time('2016-10-05')).claims.flatMap((claim) => ('min' in claim ? [claim] : []));

  test('were told as counts: 12, 11, 11, 12 (or 10), 12 and 13 who encouraged him', () => {
    const said = counts.filter(({ about, among }) => about === 'supporting' && among === undefined);
    expect(said.map(({ min }) => min)).toEqual([12, 11, 11, 12, 10, 12, 13]);
    expect(counts.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test('had no veto in the sixth: four permanent members encouraged him, and one had no opinion', () => {
    const permanent = counts.filter(({ among }) => among !== undefined);
    expect(permanent.map(({ about, min, max }) => `${about} ${min} to ${max}`)).toEqual([
      ...['supporting 4 to 4', 'holding-out 0 to 0'],
    ]);
  });
});

describe('the Security Council on Gaza', () => {
  const vetoed = readRoster(textOf('unsc-2024-02-20'));
  const adopted = readRoster(textOf('unsc-2024-03-25'));

  test('a veto, announced three days before', () => {
    expect(turns(vetoed)).toEqual(['2024-02-17 blocked']);
    expect(on(vetoed, '2024-02-16').outcome).toBe('open');
    const result = on(vetoed, '2024-02-20');
    expect(result).toMatchObject({ outcome: 'blocked', counts: { support: 13, oppose: 1, abstain: 1 } });
    expect(result.holdouts).toMatchObject([{ code: 'US', blocking: true, since: { day: '2024-02-17' } }]);
    const taken = snapshot(vetoed, time('2024-02-20'));
    expect(tally(assume(taken, new Map([['US', 'abstain']]))).outcome).toBe('reached');
  });

  test('an abstention of the same member that was none', () => {
    expect(turns(adopted)).toEqual(['2024-03-25 reached']);
    expect(on(adopted, '2024-03-25').counts).toMatchObject({ support: 14, oppose: 0, abstain: 1 });
    const taken = snapshot(adopted, time('2024-03-25'));
    expect(tally(assume(taken, new Map([['US', 'oppose']]))).outcome).toBe('blocked');
  });

  test('the Secretary of State gave the reasons for it', () => {
    expect(standingIn(snapshot(adopted, time('2024-03-25')), 'US').by).toContain('Antony Blinken');
  });

  test('the same fifteen, of whom five are permanent', () => {
    expect(codesOf(vetoed.members)).toEqual(codesOf(adopted.members));
    expect(vetoed.groups).toEqual(adopted.groups);
  });
});
