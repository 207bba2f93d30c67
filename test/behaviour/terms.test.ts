import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import { advise } from '../../src/roster/check/advice.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import {
  codesOf,
  type Plain,
  readRoster,
  rosterOf,
  snapshotOf,
  standingIn,
  tallyOf,
  time,
} from '../support/rosters.ts';

const returning = [{ left: '2024-02-01' }, { joined: '2024-03-01', left: '2024-04-01' }, { joined: '2024-05-01' }];
const stanceOf = (parts: Plain, asOf: string) => standingIn(snapshotOf(parts, asOf), 'A').stance;

describe('a member that leaves and comes back', () => {
  const members = {
    A: {
      terms: returning,
      positions: [
        { stance: 'support' },
        { date: '2024-01-10', stance: 'oppose', why: 'quotas' },
        { date: '2024-05-10', stance: 'no-objection' },
      ],
    },
    B: 'support',
  };

  test.each([
    ['2023-12-31', 'support'],
    ['2024-01-31', 'oppose'],
    ['2024-02-01', undefined],
    ['2024-02-29', undefined],
    ['2024-03-01', 'undeclared'],
    ['2024-03-31', 'undeclared'],
    ['2024-04-01', undefined],
    ['2024-05-01', 'undeclared'],
    ['2024-05-10', 'no-objection'],
  ])('on %s it is %s: what it said in an earlier term does not stand', (asOf, stance) => {
    const taken = snapshotOf({ members }, asOf);
    expect(taken.members.find(({ code }) => code === 'A')?.stance).toBe(stance);
    expect(codesOf(taken.members)).toEqual(stance === undefined ? ['B'] : ['A', 'B']);
  });

  test('has nothing left of an earlier term: no date, reason or basis', () => {
    const standing = standingIn(snapshotOf({ members }, '2024-03-10'), 'A');
    for (const key of ['since', 'why', 'basis', 'holdingOutFrom']) expect(standing).not.toHaveProperty(key);
  });

  test('is told so by a timeline, a diff and a roster as it stood', () => {
    const roster = rosterOf({ members });
    const points = timeline([roster]).points.map(({ date, joined, left, moved }) => [
      date.day,
      [...joined, ...left].map(({ stance }) => stance),
      moved.map(({ to }) => to),
    ]);
    expect(points).toEqual([
      ['2024-01-10', [], ['oppose']],
      ['2024-02-01', ['oppose'], []],
      ['2024-03-01', ['undeclared'], []],
      ['2024-04-01', ['undeclared'], []],
      ['2024-05-01', ['undeclared'], []],
      ['2024-05-10', [], ['no-objection']],
    ]);
    const { moved, left, joined } = diff(snapshot(roster, time('2024-01-31')), snapshot(roster, time('2024-03-01')));
    expect([moved, left, joined].map(codesOf)).toEqual([['A'], [], []]);
    const { roster: short } = prune(roster, time('2024-03-10'));
    expect(short.members[0]).toMatchObject({ code: 'A', positions: [], terms: [{}, {}, {}] });
    expect(readRoster(writeRoster(short))).toEqual(short);
    expect(snapshot(short, time('2024-03-10')).members).toEqual(snapshot(roster, time('2024-03-10')).members);
  });

  test('counts on the dates on which it is in the roster', () => {
    const claims = ['2024-01-20', '2024-02-20', '2024-03-20'].map((date) => ({ date, supporting: 'all' }));
    const counted = snapshotOf({ members, claims }, '2024-06-01').claims;
    expect(counted).toMatchObject([
      { min: 2, named: 1, agrees: false },
      { min: 1, named: 1, agrees: true },
      { min: 2, named: 1, agrees: true },
    ]);
    expect(timeline([rosterOf({ members, claims })]).points.flatMap(({ claims }) => claims)).toEqual(counted);
  });
});

describe('a list of holdouts', () => {
  const members = { A: { terms: returning }, B: 'support' };
  const parts = { members, claims: [{ date: '2024-01-15', by: 'a paper', holdouts: ['A'] }] };

  test.each([
    ['2024-01-20', 'withheld'],
    ['2024-03-01', 'undeclared'],
    ['2024-05-01', 'undeclared'],
  ])('of an earlier term does not move it any more: %s, %s', (asOf, stance) => {
    expect(stanceOf(parts, asOf)).toBe(stance);
    const told = timeline([rosterOf(parts)]).points.findLast(({ date }) => date.day <= asOf);
    expect(told?.counts[stance as 'withheld']).toBe(1);
  });

  test('of an earlier term is no conflict any more', () => {
    const stated = { A: { terms: returning, date: '2024-01-10', stance: 'support' } };
    const claims = [{ date: '2024-01-15', by: 'a paper', holdouts: ['A'] }];
    const conflictsOn = (asOf: string) => snapshotOf({ members: stated, claims }, asOf).conflicts;
    expect(conflictsOn('2024-01-20')).toMatchObject([{ kind: 'listed-though-supporting', member: 'A' }]);
    expect(conflictsOn('2024-03-10')).toEqual([]);
  });

  test('made while it was away does not reach it, which is worth a remark where it is named', () => {
    const away = { members, claims: [{ date: '2024-02-15', by: 'a paper', holdouts: ['A'] }] };
    expect(stanceOf(away, '2024-03-10')).toBe('undeclared');
    const noPlaces = (): never => {
      throw new Error('no places are needed');
    };
    const told = advise({ title: 'T', rule: 'consensus', ...away }, '2024-06-01', noPlaces, () => true);
    expect(told.map(({ code, message }) => [code, message])).toEqual([
      ['not-a-member-then', '"A" was not in the roster on 2024-02-15, after it left on 2024-02-01'],
    ]);
  });

  test('of the day on which it comes back reaches it', () => {
    const back = { members, claims: [{ date: '2024-03-01', by: 'a paper', holdouts: ['A'] }] };
    expect(stanceOf(back, '2024-03-01')).toBe('withheld');
    expect(timeline([rosterOf(back)]).points.at(-1)?.joined).toMatchObject([{ stance: 'undeclared' }]);
    expect(timeline([rosterOf(back)]).points.find(({ date }) => date.day === '2024-03-01')).toMatchObject({
      joined: [{ stance: 'withheld' }],
    });
  });

  test('that is vague is not set aside for a word of another term', () => {
    const spoken = {
      A: { terms: returning, positions: [{ date: '2024-01-30', stance: 'unclear' }] },
      B: 'support',
    };
    const claims = [{ date: '2024-03-02', circa: true, by: 'a paper', holdouts: ['A'] }];
    expect(stanceOf({ members: spoken, claims }, '2024-03-10')).toBe('withheld');
  });
});

describe('a member that leaves and comes back on one day', () => {
  const at = (clock: string): string => `2024-02-01T${clock}:00Z`;
  const terms = [{ left: at('09:00') }, { joined: at('12:00') }];
  const A = {
    terms,
    positions: [
      { date: '2024-01-10', stance: 'support' },
      { date: at('08:00'), stance: 'oppose', why: 'a last word' },
    ],
  };

  test.each([
    [at('08:30'), 'oppose'],
    [at('10:00'), undefined],
    [at('12:00'), 'undeclared'],
    ['2024-02-01', 'undeclared'],
  ])('has lost what it said by %s: %s', (asOf, stance) => {
    expect(snapshotOf({ members: { A } }, asOf).members[0]?.stance).toBe(stance);
  });

  test('moves in a timeline to where it stands at the end of the day', () => {
    const ends = (positions: readonly Plain[]) =>
      timeline([rosterOf({ members: { A: { terms, positions } } })])
        .points.at(-1)
        ?.moved.map(({ to }) => to);
    expect(ends(A.positions)).toEqual(['undeclared']);
    expect(ends([{ stance: 'support' }, { date: '2024-02-01', stance: 'oppose' }])).toEqual(['oppose']);
    expect(ends([{ stance: 'support' }, { date: at('13:00'), stance: 'oppose' }])).toEqual(['oppose']);
  });

  test('is counted by a claim as it stood at its hour, and not as it stands later', () => {
    const claims = [{ date: '2024-02-01', supporting: 'none' }];
    const atHour = (asOf: string) => snapshotOf({ members: { A, B: 'oppose' }, claims }, asOf).claims;
    expect(atHour(at('08:30'))).toMatchObject([{ named: 0, unnamed: { max: 0 } }]);
    expect(atHour(at('10:00'))).toMatchObject([{ named: 0, unnamed: { max: 0 } }]);
    expect(atHour(at('12:00'))).toMatchObject([{ named: 0, unnamed: { max: 0 } }]);
    expect(tallyOf({ members: { A, B: 'oppose' }, claims }, at('10:00')).counts.members).toBe(1);
  });
});

describe('one term', () => {
  test('may stand in the list, and is written in the member itself', () => {
    const roster = rosterOf({ members: { A: { terms: [{ joined: '2024-03-01' }] }, B: 'support' } });
    expect(roster).toEqual(rosterOf({ members: { A: { joined: '2024-03-01' }, B: 'support' } }));
    expect(writeRoster(roster)).toContain('  A:\n    joined: 2024-03-01\n');
  });

  test('may begin on the day on which the one before ended', () => {
    const terms = [{ left: '2024-02-01' }, { joined: '2024-02-01' }];
    const members = { A: { terms, date: '2024-01-10', stance: 'oppose' } };
    expect(stanceOf({ members }, '2024-01-31')).toBe('oppose');
    expect(stanceOf({ members }, '2024-02-01')).toBe('undeclared');
  });

  test.each([
    [{ left: '2024-02-01T12:00:00Z' }, '2024-02-01T11:00:00Z', true],
    [{ left: '2024-02-01T12:00:00Z' }, '2024-02-01', true],
    [{ left: '2024-02-01T12:00:00Z' }, '2024-02-01T12:00:00Z', false],
    [{ left: '2024-02-01' }, '2024-02-01T00:00:00Z', false],
    [{ joined: '2024-02-01T12:00:00Z' }, '2024-02-01T11:00:00Z', false],
    [{ joined: '2024-02-01T12:00:00Z' }, '2024-02-01', true],
    [{ joined: '2024-02-01' }, '2024-02-01T00:00:00Z', true],
  ])('%j may have a position of %s: %s', (term, date, sound) => {
    const members = { A: { ...term, date, stance: 'support' } };
    expect(parseRoster(JSON.stringify({ title: 'T', rule: 'consensus', members })).ok).toBe(sound);
  });
});
