import { describe, expect, test } from 'vitest';
import { memberHistory } from '../../src/engine/member-history.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { type Plain, rosterOf, snapshotOf, standingIn, time } from '../support/rosters.ts';

const report = { date: '2024-02-01', of: ['A', 'B'], stance: 'support' };
const rounds = [{ date: '2024-03-01', name: 'second ballot' }];
const stances = (parts: Plain, asOf: string): string =>
  snapshotOf(parts, asOf)
    .members.map(({ stance }) => stance)
    .join(' ');

describe('a report about several', () => {
  test('stands no longer when a round begins', () => {
    const parts = { members: { A: {}, B: {} }, rounds, claims: [report] };
    expect(stances(parts, '2024-02-29')).toBe('support support');
    expect(stances(parts, '2024-03-01')).toBe('undeclared undeclared');
    expect(timeline([rosterOf(parts)]).points.map(({ date, moved }) => [date.day, moved.length])).toEqual([
      ['2024-02-01', 2],
      ['2024-03-01', 2],
    ]);
  });

  test('stands no longer for a member that left and came back', () => {
    const A = { terms: [{ left: '2024-02-10' }, { joined: '2024-03-10' }] };
    const parts = { members: { A, B: {} }, claims: [report] };
    expect(stances(parts, '2024-02-09')).toBe('support support');
    expect(stances(parts, '2024-03-10')).toBe('undeclared support');
  });

  test('reaches nobody between two terms', () => {
    const A = { terms: [{ left: '2024-01-10' }, { joined: '2024-03-10' }] };
    expect(stances({ members: { A, B: {} }, claims: [report] }, '2024-03-10')).toBe('undeclared support');
  });

  test('reaches a member whose stated, settled word is of an earlier round', () => {
    const members = { A: { stance: 'oppose', date: '2024-02-01', why: 'so' }, B: {} };
    const parts = { members, rounds, claims: [{ ...report, date: '2024-03-02' }] };
    expect(stances(parts, '2024-03-02')).toBe('support support');
    expect(snapshotOf(parts, '2024-03-02').claims).toMatchObject([{ about: 'stance', agrees: true }]);
  });

  test('stays held against the words of its own round', () => {
    const members = { A: { stance: 'oppose', date: '2024-01-01', why: 'so' }, B: {} };
    const parts = { members, rounds, claims: [report] };
    expect(snapshotOf(parts, '2024-03-02').claims).toMatchObject([{ about: 'stance', agrees: false }]);
  });

  test('of the bare day of a round is of that round', () => {
    const at = { date: '2024-03-01T12:00:00Z' };
    const members = { A: { stance: 'oppose', date: '2024-02-01', why: 'so' }, B: {} };
    const parts = { members, rounds: [at], claims: [{ ...report, date: '2024-03-01' }] };
    expect(stances(parts, '2024-03-01T11:00:00Z')).toBe('oppose support');
    expect(stances(parts, '2024-03-01')).toBe('support support');
  });

  test('leaves words of that day in their order for a count of before the round', () => {
    const before = '2024-03-01T08:00:00Z';
    const A = {
      positions: [
        { date: '2024-03-01', stance: 'abstain' },
        { date: before, stance: 'support' },
      ],
    };
    const claims = [
      { date: '2024-02-20', of: ['A'], stance: 'support' },
      { date: before, supporting: 1 },
    ];
    const parts = { members: { A }, rounds: [{ date: '2024-03-01T12:00:00Z' }], claims };
    expect(stances(parts, '2024-03-01')).toBe('abstain');
    expect(snapshotOf(parts, '2024-03-01').claims.at(-1)).toMatchObject({ named: 1 });
  });

  test('reaches a member that took back nothing at that time, and not one that took back something', () => {
    const nothing = { date: '2024-02-01', stance: 'undeclared' };
    const B = { positions: [{ date: '2024-01-10', stance: 'withheld', why: 'so' }, nothing] };
    const parts = { members: { A: { positions: [nothing] }, B }, claims: [report] };
    expect(stances(parts, '2024-02-01')).toBe('support undeclared');
    expect(timeline([rosterOf(parts)]).points.at(-1)?.moved).toMatchObject([
      { member: 'A', to: 'support' },
      { member: 'B', to: 'undeclared' },
    ]);
  });

  test('does not reach a member that took back what a list had put it at', () => {
    const taken = { date: '2024-02-01', stance: 'undeclared' };
    const claims = [{ date: '2024-01-10', holdouts: ['B'] }, report];
    expect(stances({ members: { A: { positions: [taken] }, B: {} }, claims }, '2024-02-01')).toBe('undeclared support');
  });

  test('is told of a member in all rounds', () => {
    const roster = rosterOf({ members: { A: {}, B: {} }, rounds, claims: [report] });
    const history = memberHistory(roster, roster.members[0] as Member, snapshot(roster, time('2024-03-02')));
    expect(history.reports.map(({ fate }) => fate)).toEqual(['counts']);
    expect(history.standing?.stance).toBe('undeclared');
  });
});

describe('a denied report', () => {
  const denied = (on: string): Plain => ({ date: '2024-02-01', stance: 'support', basis: 'reported', denied: on });
  const earlier = { date: '2024-01-10', stance: 'oppose', why: 'so' };

  test('is no longer told once a round begins, and its denial after that is not news', () => {
    const parts = { members: { A: { positions: [earlier, denied('2024-03-05')] } }, rounds };
    expect(standingIn(snapshotOf(parts, '2024-03-05'), 'A')).toMatchObject({ stance: 'undeclared', denied: [] });
    expect(timeline([rosterOf(parts)]).points.map(({ date }) => date.day)).toEqual([
      '2024-01-10',
      '2024-02-01',
      '2024-03-01',
    ]);
  });

  test('gives way to nothing from an earlier round', () => {
    const late = { ...denied('2024-03-05'), date: '2024-03-02' };
    const parts = { members: { A: { positions: [earlier, late] } }, rounds };
    expect(stances(parts, '2024-03-04')).toBe('support');
    expect(standingIn(snapshotOf(parts, '2024-03-05'), 'A')).toMatchObject({
      stance: 'undeclared',
      denied: [{ stance: 'support' }],
    });
  });

  test('leaves nothing to take back', () => {
    const back = { date: '2024-02-10', stance: 'undeclared' };
    const parts = { members: { A: { positions: [denied('2024-02-20'), back] } } };
    expect(standingIn(snapshotOf(parts, '2024-02-19'), 'A')).toMatchObject({ basis: 'stated' });
    expect(standingIn(snapshotOf(parts, '2024-02-20'), 'A')).not.toHaveProperty('basis');
  });

  test('is kept in a pruned roster in its own round alone', () => {
    const roster = rosterOf({ members: { A: { positions: [earlier, denied('2024-02-05')] } }, rounds });
    const kept = (day: string) => prune(roster, time(day)).roster.members[0]?.positions.map(({ stance }) => stance);
    expect(kept('2024-02-10')).toEqual(['oppose', 'support']);
    expect(kept('2024-03-01')).toEqual([]);
  });
});
