import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { memberHistory } from '../../src/engine/member-history.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { type Plain, readRoster, rosterOf, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';

const at = (clock: string): string => `2024-02-01T${clock}:00Z`;
const second = { date: '2024-02-01', name: 'second ballot' };
const third = { date: '2024-03-01' };
const said = (date: string | undefined, stance: string): Plain => ({ ...(date && { date }), stance, why: 'so' });
const stancesOn = (parts: Plain, asOf: string): string =>
  snapshotOf(parts, asOf)
    .members.map(({ stance }) => stance)
    .join(' ');

describe('a round', () => {
  const members = {
    A: { positions: [said(undefined, 'support'), said('2024-02-10', 'oppose')] },
    B: { positions: [said('2024-01-31', 'support'), said('2024-02-01', 'support')] },
    C: said('2024-01-10', 'oppose'),
  };
  const parts = { members, rounds: [third, second] };

  test.each([
    ['2024-01-31', 'support support oppose', undefined],
    ['2024-02-01', 'undeclared support undeclared', second.date],
    ['2024-02-10', 'oppose support undeclared', second.date],
    ['2024-03-01', 'undeclared undeclared undeclared', third.date],
  ])('on %s members stand %s: what was said before it does not stand', (asOf, stances, round) => {
    expect(stancesOn(parts, asOf)).toBe(stances);
    expect(snapshotOf(parts, asOf).round?.date.text).toBe(round);
  });

  test('begins runs anew', () => {
    expect(standingIn(snapshotOf(parts, '2024-02-05'), 'B').since).toEqual(time('2024-02-01'));
    expect(standingIn(snapshotOf(parts, '2024-02-05'), 'C')).not.toHaveProperty('holdingOutFrom');
    const again = { members: { C: { positions: [said('2024-01-10', 'oppose'), said('2024-02-10', 'oppose')] } } };
    expect(standingIn(snapshotOf({ ...again, rounds: [second] }, '2024-02-20'), 'C')).toMatchObject({
      since: time('2024-02-10'),
      holdingOutFrom: { since: time('2024-02-10') },
    });
  });

  test('is a start for members, too, of whom only a list of its own day spoke before it', () => {
    const list = (date: string): Plain => ({ date, holdouts: [] });
    const parts = {
      members: { A: { stance: 'undeclared', date: '2024-02-05' }, B: {} },
      rounds: [{ date: at('09:30') }],
      claims: [list(at('08:00')), list('2024-02-05T05:30:00Z')],
    };
    expect(stancesOn(parts, '2024-02-05')).toBe('support support');
    expect(timeline([rosterOf(parts)]).points.at(-1)?.counts.support).toBe(2);
  });

  test('is a mark of a timeline, with those that it sets back', () => {
    const { points } = timeline([rosterOf(parts)]);
    expect(points.map(({ date, rounds }) => [date.day, rounds.map(({ name }) => name)])).toEqual([
      ['2024-01-10', []],
      ['2024-01-31', []],
      ['2024-02-01', ['second ballot']],
      ['2024-02-10', []],
      ['2024-03-01', [undefined]],
    ]);
    expect(points[2]?.moved.map(({ member, to }) => `${member} ${to}`)).toEqual(['A undeclared', 'C undeclared']);
    expect(points[2]?.restated).toMatchObject([{ member: 'B', stance: 'support' }]);
  });

  test('is told by a diff and by the story of a member', () => {
    const roster = rosterOf(parts);
    const taken = snapshot(roster, time('2024-02-10'));
    expect(diff(snapshot(roster, time('2024-01-31')), taken)).toMatchObject({
      changed: true,
      round: { after: { name: 'second ballot' } },
    });
    expect(diff(taken, taken)).not.toHaveProperty('round');
    const history = memberHistory(roster, roster.members[0] as Member, taken);
    expect(history).toMatchObject({ rounds: [{ name: 'second ballot' }], positions: [{}, {}] });
  });

  test('leaves nothing of before in a roster as it stood but its own beginning', () => {
    const roster = rosterOf(parts);
    const { roster: short } = prune(roster, time('2024-02-10'));
    expect(short.rounds).toEqual([{ date: time('2024-02-01'), name: 'second ballot' }]);
    expect(short.members.map(({ positions }) => positions.length)).toEqual([1, 1, 0]);
    expect(snapshot(short, time('2024-02-10'))).toEqual(snapshot(roster, time('2024-02-10')));
    expect(readRoster(writeRoster(short))).toEqual(short);
  });

  test('that has not come changes nothing', () => {
    const { rounds: _, ...without } = parts;
    expect(snapshotOf(parts, '2024-01-31')).toEqual(snapshotOf(without, '2024-01-31'));
  });
});

describe('on the day of a round', () => {
  const stanceOf = (positionDate: string, round: string, asOf: string) =>
    stancesOn({ members: { A: said(positionDate, 'support') }, rounds: [{ date: round }] }, asOf);

  test.each([
    ['2024-02-01', '2024-02-01', '2024-02-01', 'support', 'neither has an hour'],
    [at('08:00'), '2024-02-01', '2024-02-01', 'support', 'or the round has none'],
    ['2024-02-01', at('09:00'), '2024-02-01', 'support', 'or the word has none'],
    [at('09:00'), at('09:00'), '2024-02-01', 'support', 'or both have the same'],
    [at('10:00'), at('09:00'), '2024-02-01', 'support', 'or the word is later'],
    [at('08:00'), at('09:00'), '2024-02-01', 'undeclared', 'an earlier word is of the round before'],
    [at('08:00'), at('09:00'), at('08:30'), 'support', 'where it stood until then'],
    ['2024-01-31', '2024-02-01', at('00:00'), 'undeclared', 'a round without an hour begins with the day'],
  ])('a word of %s and a round of %s: on %s %s, %s', (word, round, asOf, stance) => {
    expect(stanceOf(word, round, asOf)).toBe(stance);
    if (asOf !== '2024-02-01') return;
    const roster = rosterOf({ members: { A: said(word, 'support') }, rounds: [{ date: round }] });
    const end = timeline([roster]).points.at(-1);
    expect(end?.counts[stance as 'support']).toBe(1);
  });

  test('a word of its bare day and one of its hour are two words of a roster as it stood', () => {
    const reported = { ...said(at('09:00'), 'withheld'), basis: 'reported' };
    const positions = [said('2024-02-01', 'support'), reported];
    const roster = rosterOf({ members: { A: { positions } }, rounds: [{ date: at('09:00') }] });
    const { roster: short } = prune(roster, time('2024-02-02'));
    expect(readRoster(writeRoster(short))).toEqual(short);
    expect(snapshot(short, time('2024-02-02')).members).toEqual(snapshot(roster, time('2024-02-02')).members);
  });

  test('several words and rounds are told apart by their hours', () => {
    const positions = ['08:00', '10:00', '12:00'].map((clock, index) =>
      said(at(clock), ['oppose', 'support', 'unclear'][index] as string),
    );
    const parts = { members: { A: { positions } }, rounds: [{ date: at('09:00') }, { date: at('11:00') }] };
    expect(['08:30', '09:30', '10:30', '11:30', '12:30'].map((clock) => stancesOn(parts, at(clock)))).toEqual([
      'oppose',
      'undeclared',
      'support',
      'undeclared',
      'unclear',
    ]);
    expect(timeline([rosterOf(parts)]).points).toMatchObject([{ rounds: [{}, {}], counts: { unclear: 1 } }]);
  });
});

describe('a claim of an earlier round', () => {
  const claims = [{ date: '2024-01-20', by: 'a paper', holdouts: ['A'], supporting: 'at least 2' }];
  const members = { A: {}, B: 'support', C: {} };
  const parts = { members, rounds: [second], claims };

  test.each([
    ['2024-01-25', 'withheld support support'],
    ['2024-02-01', 'undeclared undeclared undeclared'],
  ])('on %s its list makes them %s', (asOf, stances) => {
    expect(stancesOn(parts, asOf)).toBe(stances);
    const point = timeline([rosterOf(parts)]).points.findLast(({ date }) => date.day <= asOf);
    expect(point?.counts).toEqual(tallyOf(parts, asOf).counts);
  });

  test('is still told, checked against its own time, and leaves nothing open any more', () => {
    const [before, after] = ['2024-01-25', '2024-02-05'].map((asOf) => snapshotOf(parts, asOf));
    expect(before?.claims).toHaveLength(2);
    expect(after?.claims).toEqual(before?.claims);
    expect(before?.reported).toHaveProperty('supporting');
    expect(after?.reported).toEqual({});
  });

  test('is no conflict any more, even if the member says the same', () => {
    const stated = { A: { positions: [said('2024-01-10', 'support'), said('2024-02-02', 'support')] } };
    const conflictsOn = (asOf: string) => snapshotOf({ ...parts, members: { ...members, ...stated } }, asOf).conflicts;
    expect(conflictsOn('2024-01-25')).toHaveLength(1);
    expect(conflictsOn('2024-02-05')).toEqual([]);
  });

  test('of the day of a round is of the round, unless it has an earlier hour', () => {
    const on = (date: string, round: string) =>
      stancesOn({ members, rounds: [{ date: round }], claims: [{ ...claims[0], date }] }, '2024-02-01');
    expect(on('2024-02-01', at('09:00'))).toBe('withheld support support');
    expect(on(at('10:00'), at('09:00'))).toBe('withheld support support');
    expect(on(at('08:00'), at('09:00'))).toBe('undeclared undeclared undeclared');
    const early = { members, rounds: [{ date: at('09:00') }], claims: [{ ...claims[0], date: at('08:00') }] };
    expect(timeline([rosterOf(early)]).points.at(-1)?.counts.undeclared).toBe(3);
  });
});

test('rounds of several rosters are told once, also where the one before does not know of them', () => {
  const members = { A: said('2024-01-10', 'support') };
  const [one, two] = [
    rosterOf({ 'as-of': '2024-01-15', members }),
    rosterOf({ 'as-of': '2024-02-15', members, rounds: [second, third] }),
  ];
  const { points } = timeline([one, two]);
  expect(points.map(({ date, rounds }) => [date.day, rounds.map(({ date: { text } }) => text)])).toEqual([
    ['2024-01-15', []],
    ['2024-02-15', ['2024-02-01']],
    ['2024-03-01', ['2024-03-01']],
  ]);
});
