import { describe, expect, test } from 'vitest';
import { knownMember } from '../../../src/engine/evidence/known-member.ts';
import { listingsOf } from '../../../src/engine/evidence/listings.ts';
import { knownOn, stepOn, stepsOf } from '../../../src/engine/evidence/steps.ts';
import type { Member } from '../../../src/model/roster.ts';
import type { Snapshot } from '../../../src/model/snapshot.ts';
import { codesOf, type Plain, rosterOf, snapshotOf, standingIn, time, today } from '../../support/rosters.ts';

/** What is known of the member A, who has said this, on a date. */
const known = (positions: readonly Plain[], asOf = today, rest: Plain = {}) =>
  standingIn(snapshotOf({ members: { A: { positions } }, ...rest }, asOf), 'A');
const dayOf = (standing: Snapshot['members'][number]): string | undefined => standing.since?.day;

describe('the latest evidence counts', () => {
  const positions = [
    { date: '2024-02-10', stance: 'oppose' },
    { stance: 'abstain' },
    { date: '2024-01', stance: 'withheld' },
    { date: '2024-02-20T23:00:00-02:00', stance: 'support' },
    { date: '2024-01-30', stance: 'unclear' },
  ];
  test.each([
    ['1999-01-01', 'abstain', 'what has no date holds from the beginning'],
    ['2024-01-29', 'abstain', 'a month has not surely happened before its end'],
    ['2024-01-30', 'unclear', 'a day counts on the day itself'],
    ['2024-01-31', 'withheld', 'a month counts from its last day'],
    ['2024-01', 'withheld', 'a roster is read at the last day of a month'],
    ['2024-02-09', 'withheld', 'until the next word'],
    ['2024-02-10', 'oppose', 'in any order of the file'],
    ['2024-02-20', 'oppose', 'an instant counts on its day in UTC'],
    ['2024-02-21', 'support', 'and all of that day'],
    ['2024-02-10T00:00:00Z', 'oppose', 'what is dated by a day is known at every instant of it'],
    ['2024-02-21T00:59:59Z', 'oppose', 'an instant is not known before it'],
    ['2024-02-21T01:00:00Z', 'support', 'and counts from then on'],
    ['2024-02-20T23:59:59Z', 'oppose', 'and not before'],
    ['2030-01-01', 'support', 'and for good'],
  ])('on %s it is %s: %s', (asOf, stance) => {
    expect(known(positions, asOf).stance).toBe(stance);
  });

  test('a member of which nothing is known is undeclared, without date, basis or reasons', () => {
    expect(known([])).toEqual({
      code: 'A',
      name: 'A',
      weights: {},
      stance: 'undeclared',
      circa: false,
      wants: [],
      answered: [],
      sources: [],
      denied: [],
      assumed: false,
    });
    expect(known([{ date: '2024-05-05', stance: 'oppose' }]).stance).toBe('undeclared');
  });

  test('an undated position has no start, and no days', () => {
    const standing = known([{ stance: 'oppose' }]);
    expect(standing).toMatchObject({ stance: 'oppose', basis: 'stated' });
    expect(standing).not.toHaveProperty('since');
    expect(standing).not.toHaveProperty('days');
  });
});

describe('the run of a stance', () => {
  const first = { date: '2024-01-01', stance: 'withheld', by: 'a minister', why: 'too dear' };
  const again = { date: '2024-02-01', stance: 'withheld' };

  test('keeps its start, its reasons and its speaker through restatements', () => {
    const wants = ['a rebate'];
    const sources = ['https://example.org/1'];
    expect(known([{ ...first, wants, sources, circa: true }, again])).toMatchObject({
      since: { day: '2024-01-01' },
      days: 60,
      circa: true,
      basis: 'stated',
      by: 'a minister',
      why: 'too dear',
      wants,
      sources,
    });
  });

  test('is stated once it has been, by whom it was and with its sources, whatever is reported later', () => {
    const stated = { ...first, source: 'https://example.org/1' };
    const report = { ...again, basis: 'reported', by: 'a newspaper', why: 'too late', source: 'https://example.org/2' };
    const expected = { basis: 'stated', by: 'a minister', sources: ['https://example.org/1'], why: 'too late' };
    expect(known([stated, report])).toMatchObject(expected);
    const restated = { ...first, date: '2024-02-20', by: 'a spokesman', source: 'https://example.org/3' };
    expect(known([stated, report, restated])).toMatchObject({ by: 'a spokesman', sources: ['https://example.org/3'] });
  });

  test('is not stated by those who reported it before', () => {
    const report = { ...first, basis: 'reported', source: 'https://example.org/1' };
    const standing = known([report, again]);
    expect(standing).toMatchObject({ basis: 'stated', since: { day: '2024-01-01' }, why: 'too dear', sources: [] });
    expect(standing).not.toHaveProperty('by');
  });

  test('has the latest of what is said anew', () => {
    const anew = { by: 'a spokesman', why: 'too late', wants: ['time'], source: 'https://example.org/2', circa: true };
    expect(
      known([
        { ...first, wants: ['a rebate'] },
        { ...again, ...anew },
      ]),
    ).toMatchObject({
      since: { day: '2024-01-01' },
      circa: false,
      by: 'a spokesman',
      why: 'too late',
      wants: ['time'],
      sources: ['https://example.org/2'],
    });
  });

  test('takes what is not said anew from the restatement before', () => {
    const third = { date: '2024-02-15', stance: 'withheld', by: 'a spokesman' };
    expect(known([first, { ...again, why: 'too late' }, third])).toMatchObject({ why: 'too late', by: 'a spokesman' });
  });

  test('ends with another stance, and takes nothing along', () => {
    const standing = known([
      { ...first, wants: ['a rebate'] },
      { date: '2024-02-01', stance: 'oppose' },
    ]);
    expect(standing).toMatchObject({ since: { day: '2024-02-01' }, wants: [], sources: [] });
    expect(standing).not.toHaveProperty('why');
    expect(standing).not.toHaveProperty('by');
  });

  test('begins anew when a stance comes back', () => {
    const back = { date: '2024-02-20', stance: 'withheld' };
    const standing = known([first, { date: '2024-02-01', stance: 'unclear' }, back]);
    expect(dayOf(standing)).toBe('2024-02-20');
    expect(standing).not.toHaveProperty('why');
  });

  test('has no start when it holds from the beginning', () => {
    expect(known([{ stance: 'withheld', why: 'ever since' }, again])).not.toHaveProperty('since');
    expect(known([{ stance: 'withheld', why: 'ever since' }, again])).toMatchObject({
      why: 'ever since',
      circa: false,
    });
  });

  test('is as it was known on the day', () => {
    const later = { ...again, why: 'too late' };
    expect(known([first, later], '2024-01-31')).toMatchObject({ why: 'too dear', days: 30 });
  });
});

describe('membership', () => {
  const members = {
    A: { joined: '2024-03-07' },
    B: { left: '2024-03-07' },
    C: { joined: '2024-02' },
    D: { joined: '2024-02-10', left: '2024-02-20' },
    E: {},
    F: { joined: '2024-03-07T23:00:00-05:00' },
  };
  test.each([
    ['2024-02-09', 'BE'],
    ['2024-02-10', 'BDE'],
    ['2024-02-19', 'BDE'],
    ['2024-02-20', 'BE'],
    ['2024-02-29', 'BCE'],
    ['2024-03-06', 'BCE'],
    ['2024-03-07', 'ACE'],
    ['2024-03-08', 'ACEF'],
  ])('on %s the roster has %s', (asOf, present) => {
    expect(codesOf(snapshotOf({ members }, asOf).members).join('')).toBe(present);
  });
});

describe('on record', () => {
  const members = {
    A: { date: '2024-01-01', stance: 'support', basis: 'reported' },
    B: {
      positions: [
        { date: '2024-01-01', stance: 'oppose', why: 'too dear' },
        { date: '2024-02-01', stance: 'support', basis: 'reported' },
        { date: '2024-02-10', stance: 'oppose' },
      ],
    },
    C: 'undeclared',
  };
  const claims = [{ date: '2024-02-20', holdouts: ['A'] }];

  test('only positions that are stated count, and no lists', () => {
    const record = snapshotOf({ members, claims }, today, { onRecord: true });
    expect(record.onRecord).toBe(true);
    expect(record.members.map(({ stance }) => stance)).toEqual(['undeclared', 'oppose', 'undeclared']);
    expect(standingIn(record, 'B')).toMatchObject({ since: { day: '2024-01-01' }, why: 'too dear' });
    const all = snapshotOf({ members, claims });
    expect(all.onRecord).toBe(false);
    expect(all.members.map(({ stance }) => stance)).toEqual(['withheld', 'oppose', 'support']);
    expect(standingIn(all, 'B').since?.day).toBe('2024-02-10');
  });
});

test('a story that begins later is told from its first step', () => {
  const [member] = rosterOf({ members: { A: { date: '2024-02-01', stance: 'oppose' } } }).members;
  const [beginning, step] = member ? stepsOf(knownOn(member, time('2024-03-01'), { starts: [] }), [], false) : [];
  expect([beginning?.stance, step?.stance]).toEqual(['undeclared', 'oppose']);
  if (step) expect(stepOn([step], '2024-01-01')).toBe(step);
});

describe('what does not move a member is not looked at', () => {
  const dayOf = (number: number): string => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  const all = Array.from({ length: 1000 }, (_, index) => index);

  test('of a thousand lists, those that do not name a member in support', () => {
    const roster = rosterOf({
      members: { A: {}, B: { date: '1999-01-01', stance: 'oppose' }, C: {} },
      claims: all.map((index) => ({ date: dayOf(index), holdouts: index % 300 === 10 ? ['A'] : ['C'] })),
    });
    let looks = 0;
    const listings = new Proxy(listingsOf(roster), {
      get: (lists, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(lists, key, receiver);
      },
    });
    const stancesOf = (index: number): readonly string[] => {
      const known = knownOn(roster.members[index] as Member, time('2024-01-01'), { starts: [], listings });
      return stepsOf(known, listings, false).map(({ stance }) => stance);
    };
    const moved = Array(4).fill(['withheld', 'support']).flat();
    expect(stancesOf(0)).toEqual(['undeclared', 'support', ...moved]);
    expect(stancesOf(1)).toEqual(['undeclared', 'oppose']);
    expect(looks).toBeLessThan(200);
  });

  test('of a thousand rounds, those in which it says nothing', () => {
    const roster = rosterOf({
      members: {
        A: {
          positions: [
            { date: dayOf(10), stance: 'oppose' },
            { date: dayOf(500), stance: 'support' },
          ],
        },
      },
      rounds: all.map((index) => ({ date: dayOf(index) })),
    });
    const steps = stepsOf(knownMember(roster, roster.members[0] as Member, time('2024-01-01'), []), [], false);
    expect(steps.map(({ from, stance }) => [from, stance])).toEqual([
      ['', 'undeclared'],
      [dayOf(10), 'undeclared'],
      [dayOf(10), 'oppose'],
      [dayOf(11), 'undeclared'],
      [dayOf(500), 'undeclared'],
      [dayOf(500), 'support'],
      [dayOf(501), 'undeclared'],
      [dayOf(999), 'undeclared'],
    ]);
  });
});
