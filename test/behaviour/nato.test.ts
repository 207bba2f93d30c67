import { describe, expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { codesOf, leafOf, readRoster, standingIn, time } from '../support/rosters.ts';
import { bundledText } from '../support/texts.ts';

const roster = readRoster(bundledText());
const on = (date: string) => snapshot(roster, time(date));
const holdouts = (date: string): string[] => codesOf(tally(on(date)).holdouts).sort();

describe('the bundled roster', () => {
  test('answers what it expects of itself', () => {
    expect(roster.expect.length).toBeGreaterThan(0);
  });

  test.each(roster.expect.map((expected) => [expected.asOf.text, expected] as const))('on %s', (_, expected) => {
    const { outcome, counts, ...rest } = tally(snapshot(roster, expected.asOf));
    if (expected.outcome) expect(outcome).toBe(expected.outcome);
    if (expected.support !== undefined) expect(counts.support).toBe(expected.support);
    if (expected.members !== undefined) expect(counts.members).toBe(expected.members);
    if (expected.holdouts) expect(codesOf(rest.holdouts).sort()).toEqual(expected.holdouts.toSorted());
  });

  test.each([
    ['2023-10-28', 31],
    ['2024-02-21', 31],
    ['2024-03-06', 31],
    ['2024-03-07', 32],
    ['2024-06-26', 32],
  ])('has on %s as many members as the alliance: %i', (date, members) => {
    expect(on(date).members).toHaveLength(members);
    expect(codesOf(on(date).members).includes('SE')).toBe(members === 32);
  });
});

describe('on 21 February 2024', () => {
  const taken = on('2024-02-21');
  const result = tally(taken);

  test('it is open, with Türkiye setting conditions and Hungary holding back', () => {
    expect(result.outcome).toBe('open');
    expect(leafOf(result)).toMatchObject({ have: '2', need: '31', short: '29', possible: '31', base: '31' });
    expect(standingIn(taken, 'TR')).toMatchObject({ stance: 'conditional', since: { day: '2024-02-13' }, days: 8 });
    expect(standingIn(taken, 'HU')).toMatchObject({ stance: 'withheld', basis: 'reported' });
    expect(standingIn(taken, 'TR').wants).toHaveLength(4);
    expect(result.holdouts.slice(0, 2).map(({ code }) => code)).toEqual(['HU', 'TR']);
  });

  test.each(['EE', 'LV', 'LT'])('it is unclear what %s thinks, and why is known', (code) => {
    expect(standingIn(taken, code)).toMatchObject({ stance: 'unclear', why: expect.stringContaining('Ukraine') });
  });

  test.each(['2024-02-21', '2024-06-20'])('the claims of the day agree with the names, read on %s too', (date) => {
    const ofTheDay = on(date).claims.filter((claim) => claim.date.text === '2024-02-21');
    expect(ofTheDay).toMatchObject([
      { by: 'a NATO official', about: 'supporting', min: 21, max: 31, named: 2, unnamed: { min: 19, max: 27 } },
      { by: 'a senior NATO official', about: 'holding-out', min: 9, max: 11, named: 2, unnamed: { min: 7, max: 9 } },
    ]);
    expect(ofTheDay.every(({ agrees }) => agrees)).toBe(true);
  });
});

describe('from April to June 2024', () => {
  test.each([
    ['2024-04-02', 'HU RO SK TR'],
    ['2024-04-28', 'HU PL RO SK TR'],
    ['2024-04-29', 'HU RO SK'],
    ['2024-06-17', 'HU RO SK'],
    ['2024-06-18', 'RO'],
    ['2024-06-19', 'RO'],
    ['2024-06-20', ''],
    ['2024-06-26', ''],
  ])('on %s the holdouts are %s', (date, codes) => {
    expect(holdouts(date).join(' ')).toBe(codes);
  });

  test('a list of about 19 June does not contradict what Hungary said a day before', () => {
    expect(on('2024-06-19').claims.at(-1)).toMatchObject({ by: 'Bloomberg', holdouts: ['HU', 'RO'], agrees: true });
    expect(on('2024-06-19').conflicts).toEqual([]);
    expect(standingIn(on('2024-06-19'), 'HU')).toMatchObject({ stance: 'support', basis: 'stated' });
  });

  test('on 20 June all 32 are for him', () => {
    const result = tally(on('2024-06-20'));
    expect(result).toMatchObject({ outcome: 'reached', holdouts: [], counts: { support: 32, members: 32 } });
    expect(tally(on('2024-06-19')).outcome).toBe('open');
  });

  test('one who comes after a list that had it is in support since the list', () => {
    expect(standingIn(on('2024-04-04'), 'SE')).toMatchObject({ since: { day: '2024-04-02' }, basis: 'stated' });
    expect(standingIn(on('2024-04-02'), 'SE')).toMatchObject({ by: 'NOS', basis: 'claimed' });
  });
});

test('the decision is known from 26 June 2024 on, and not before', () => {
  expect(on('2024-06-25')).not.toHaveProperty('decision');
  expect(on('2024-06-26').decision).toMatchObject({ outcome: 'adopted', by: 'North Atlantic Council' });
  expect(on('2025-01-01').decision).toBeDefined();
});

test('the candidates and the summit are as they were known', () => {
  const names = (date: string) => on(date).candidates.map(({ name, status }) => `${name} ${status}`);
  expect(names('2024-02-21')).toEqual([
    'Mark Rutte interested',
    'Kaja Kallas interested',
    'Krišjānis Kariņš interested',
  ]);
  expect(names('2024-06-26').slice(0, 1)).toEqual(['Mark Rutte appointed']);
  expect(names('2024-06-26')).toContain('Klaus Iohannis withdrawn');
  const summit = tally(on('2024-02-21')).milestones.find(({ deadline }) => deadline);
  expect(summit).toMatchObject({ name: 'Washington summit', days: 139 });
});
