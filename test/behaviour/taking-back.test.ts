import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { type Plain, readRoster, rosterOf, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';

const approval = { date: '2024-01-10', stance: 'support', by: 'ana', why: 'it is sound' };
const back = { date: '2024-01-20', stance: 'undeclared', by: 'the secretary', why: 'a new version' };
const known = (positions: readonly Plain[], asOf: string, rest: Plain = {}) =>
  standingIn(snapshotOf({ members: { A: { positions }, B: 'support' }, ...rest }, asOf), 'A');

describe('a dated undeclared', () => {
  test('takes back what stood, and is a word of its own from then on', () => {
    expect(known([approval, back], '2024-01-19')).toMatchObject({ stance: 'support', why: 'it is sound' });
    const standing = known([approval, back], '2024-01-25');
    expect(standing).toMatchObject({
      stance: 'undeclared',
      since: time('2024-01-20'),
      days: 5,
      basis: 'stated',
      by: 'the secretary',
      why: 'a new version',
      holdingOutFrom: { since: time('2024-01-20') },
    });
  });

  test('is pending, so that the member may come to support again', () => {
    const members = { A: { positions: [approval, back] }, B: 'support' };
    expect(tallyOf({ members }, '2024-01-15').outcome).toBe('reached');
    expect(tallyOf({ members }, '2024-01-25')).toMatchObject({ outcome: 'open', holdouts: [{ code: 'A' }] });
  });

  test('continues the run of holding out where that was taken back', () => {
    const opposed = { ...approval, stance: 'oppose' };
    expect(known([opposed, back], '2024-01-25').holdingOutFrom?.since?.day).toBe('2024-01-10');
  });

  test('again continues its run, with the latest that is said', () => {
    const again = { date: '2024-01-24', stance: 'undeclared', why: 'and another' };
    expect(known([approval, back, again], '2024-01-25')).toMatchObject({
      since: time('2024-01-20'),
      by: 'the secretary',
      why: 'and another',
    });
  });

  test.each<[string, readonly Plain[]]>([
    ['where nothing stood', [back]],
    ['twice', [back, { ...back, date: '2024-01-21' }]],
    ['where the approval is later', [back, { ...approval, date: '2024-01-26' }]],
  ])('is as if not written %s', (_, positions) => {
    expect(known(positions, '2024-01-25')).toEqual(known([], '2024-01-25'));
    const { points } = timeline([rosterOf({ members: { A: { positions } } })], { to: time('2024-01-25') });
    expect(points).toEqual([]);
  });

  test('of the day of a round is as if not written for a report of that round, too', () => {
    const positions = [approval, { date: '2024-01-20', stance: 'undeclared' }];
    const claims = [{ date: '2024-01-20T09:00:00Z', of: ['A'], stance: 'withheld' }];
    const rounds = [{ date: '2024-01-20T08:00:00Z' }];
    expect(known(positions, '2024-01-25', { rounds, claims })).toMatchObject({ stance: 'withheld', basis: 'reported' });
    expect(known(positions, '2024-01-25', { claims })).toMatchObject({ stance: 'undeclared', basis: 'stated' });
  });

  test('on record takes back what is on record alone', () => {
    const report = { ...approval, basis: 'reported' };
    const members = { A: { positions: [report, back] } };
    const onRecord = standingIn(snapshotOf({ members }, '2024-01-25', { onRecord: true }), 'A');
    expect(onRecord).not.toHaveProperty('basis');
    expect(known([report, back], '2024-01-25').basis).toBe('stated');
    const reported = { A: { positions: [approval, { ...back, basis: 'reported' }] } };
    expect(standingIn(snapshotOf({ members: reported }, '2024-01-25', { onRecord: true }), 'A').stance).toBe('support');
  });

  test('is a move of a timeline and of a diff', () => {
    const roster = rosterOf({ members: { A: { positions: [approval, back] } } });
    expect(timeline([roster]).points.at(-1)).toMatchObject({
      moved: [{ from: 'support', to: 'undeclared', by: 'the secretary', why: 'a new version' }],
    });
    const { moved } = diff(snapshot(roster, time('2024-01-15')), snapshot(roster, time('2024-01-25')));
    expect(moved).toMatchObject([{ from: 'support', to: 'undeclared', direction: 'away', decisive: true }]);
  });

  test('stays in a roster as it stood, with what it takes back', () => {
    const roster = rosterOf({ members: { A: { positions: [approval, back] }, B: 'support' } });
    const { roster: short } = prune(roster, time('2024-01-25'));
    expect(short.members[0]?.positions.map(({ stance }) => stance)).toEqual(['support', 'undeclared']);
    expect(snapshot(short, time('2024-01-25'))).toEqual({ ...snapshot(roster, time('2024-01-25')) });
    expect(readRoster(writeRoster(short))).toEqual(short);
  });
});

describe('a list of holdouts', () => {
  const list = (date: string, ...holdouts: string[]): Plain => ({ claims: [{ date, by: 'a paper', holdouts }] });

  test('may move a member that has taken back, as one that is pending', () => {
    expect(known([approval, back], '2024-01-25', list('2024-01-22'))).toMatchObject({ stance: 'support' });
    expect(known([approval, back], '2024-01-25', list('2024-01-22', 'A'))).toMatchObject({ stance: 'withheld' });
  });

  test('that put a member somewhere is taken back, too', () => {
    const standing = known([back], '2024-01-25', list('2024-01-15', 'A'));
    expect(standing).toMatchObject({ stance: 'undeclared', basis: 'stated', since: time('2024-01-20') });
  });

  test.each([
    ['2024-01-20', '2024-01-20'],
    ['2024-01-20', '2024-01-20T12:00:00Z'],
    ['2024-01-20T12:00:00Z', '2024-01-20'],
  ])('of the same time loses to a taking back, and not to one of nothing: list %s, word %s', (date, word) => {
    const taking = { ...back, date: word };
    expect(known([approval, taking], '2024-01-25', list(date))).toMatchObject({ stance: 'undeclared' });
    expect(known([taking], '2024-01-25', list(date))).toMatchObject({ stance: 'support', basis: 'claimed' });
    const members = { A: { positions: [taking] }, B: 'support' };
    const { points } = timeline([rosterOf({ members, ...list(date) })]);
    expect(points.at(-1)?.counts).toMatchObject({ support: 2 });
  });

  test.each([
    ['oppose', '2024-01-20T15:00:00Z'],
    ['undeclared', undefined],
  ])('loses to the first word of its day that is one: %s', (stance, since) => {
    const positions = [
      { date: '2024-01-20T09:00:00Z', stance: 'undeclared' },
      { date: '2024-01-20T15:00:00Z', stance },
    ];
    const standing = known(positions, '2024-01-25', list('2024-01-20', 'A'));
    const expected = since === undefined ? { stance: 'withheld', since: time('2024-01-20') } : { stance };
    expect(standing).toMatchObject({ ...expected, holdingOutFrom: { since: time(since ?? '2024-01-20') } });
  });

  test('is a conflict with an approval until that is taken back', () => {
    const members = { A: { positions: [approval, back] } };
    const conflictsOn = (asOf: string) => snapshotOf({ members, ...list('2024-01-15', 'A') }, asOf).conflicts.length;
    expect(['2024-01-19', '2024-01-20'].map(conflictsOn)).toEqual([1, 0]);
  });

  test('of a month is set aside for a taking back in it only where something stood', () => {
    const month = list('2024-01', 'A');
    expect(known([approval, back], '2024-02-01', month)).toMatchObject({ stance: 'undeclared' });
    expect(known([back], '2024-02-01', month)).toMatchObject({ stance: 'withheld' });
  });
});

test.each([
  ['FR: undeclared', true],
  ['FR: { stance: undeclared, date: 2024-01-20 }', true],
  ['FR: { stance: undeclared, date: 2024-01-20, by: Ana, why: a new version, basis: reported }', true],
  ['FR: { positions: [{ stance: undeclared, date: 2024-01-20 }] }', true],
  ['FR: { stance: undeclared, by: Ana }', false],
  ['FR: { positions: [{ stance: undeclared }] }', false],
])('%s may be written: %s', (member, sound) => {
  expect(parseRoster(`title: T\nrule: consensus\nmembers:\n  ${member}\n`).ok).toBe(sound);
});
