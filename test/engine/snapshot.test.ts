import { describe, expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { daysBetween } from '../../src/engine/time/dates.ts';
import { rosterOf, snapshotOf, tallyOf, time, today } from '../support/rosters.ts';

const members = { A: 'support', B: { stance: 'oppose', why: 'too dear' }, C: 'undeclared' };

describe('a snapshot', () => {
  test('carries the title, the body, the rule and its date', () => {
    const taken = snapshotOf({ title: 'T', body: 'B', rule: 'unanimity', members }, '2024-02');
    expect(taken).toMatchObject({ title: 'T', body: 'B', rule: { name: 'unanimity' }, assumed: {}, onRecord: false });
    expect(taken.asOf).toEqual({ text: '2024-02-29', day: '2024-02-29' });
    expect(snapshotOf({ members })).not.toHaveProperty('body');
  });

  test('at an instant keeps the instant', () => {
    expect(snapshotOf({ members }, '2024-02-21T01:00:00+02:00').asOf).toEqual(time('2024-02-21T01:00:00+02:00'));
  });

  test('has its members by code, whatever their order in the file', () => {
    const roster = rosterOf({ members });
    const reversed = { ...roster, members: roster.members.toReversed() };
    expect(snapshot(reversed, time(today))).toEqual(snapshot(roster, time(today)));
    const file = Object.fromEntries(Object.entries(members).toReversed());
    expect(snapshotOf({ members: file })).toEqual(snapshotOf({ members }));
  });

  test('leaves the roster as it was', () => {
    const claims = [{ date: '2024-02-01', supporting: 2, holdouts: ['C'] }];
    const roster = rosterOf({ members, claims });
    const before = structuredClone(roster);
    tally(snapshot(roster, time(today)));
    expect(roster).toEqual(before);
  });
});

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2023-02-28', '2023-03-01', 1],
  ['2024-03-30', '2024-04-01', 2],
  ['2024-10-26', '2024-10-28', 2],
  ['2024-01-01', '2023-12-31', -1],
  ['2024-01-01', '2024-01-01', 0],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

describe('candidates', () => {
  const candidates = {
    Zoe: { proposed: true, member: 'A', history: [{ date: '2024-02-10', status: 'declared' }] },
    Ann: {
      history: [
        { date: '2024-02-20', status: 'withdrawn' },
        { date: '2024-02-01', status: 'interested' },
      ],
    },
    Bob: { history: [{ status: 'interested' }] },
    Eve: {},
  };
  const running = (asOf: string) => snapshotOf({ members, candidates }, asOf).candidates;

  test('are those known by the date, the proposed one first, then by name', () => {
    const names = (asOf: string) => running(asOf).map(({ name }) => name);
    expect(names('2024-01-31')).toEqual(['Bob', 'Eve']);
    expect(names('2024-02-01')).toEqual(['Ann', 'Bob', 'Eve']);
    expect(names('2024-02-10')).toEqual(['Zoe', 'Ann', 'Bob', 'Eve']);
  });

  test('have the status of the date and its day', () => {
    expect(running('2024-02-19')[1]).toEqual({
      name: 'Ann',
      proposed: false,
      status: 'interested',
      since: time('2024-02-01'),
    });
    expect(running('2024-02-20')).toEqual([
      { name: 'Zoe', member: 'A', proposed: true, status: 'declared', since: time('2024-02-10') },
      { name: 'Ann', proposed: false, status: 'withdrawn', since: time('2024-02-20') },
      { name: 'Bob', proposed: false, status: 'interested' },
      { name: 'Eve', proposed: false },
    ]);
  });
});

describe('milestones', () => {
  const milestones = [
    { date: '2024-07', name: 'a summit', deadline: true },
    { date: '2024-03-01', name: 'a birthday' },
    { date: '2024-03-01', name: 'a ball', deadline: true },
    { date: '2024-01-31', name: 'a missed deadline', deadline: true },
    { date: '2024-02-15', name: 'a meeting' },
  ];
  const days = (all: readonly { name: string; days: number }[]) => all.map(({ name, days }) => `${name} ${days}`);
  const ahead = ['a ball 0', 'a birthday 0', 'a summit 152'];

  test('have the days to them, those that have passed first and then the nearest', () => {
    const taken = snapshotOf({ members, milestones });
    expect(days(taken.milestones)).toEqual(['a missed deadline -30', 'a meeting -15', ...ahead]);
  });

  test('in a tally are what is ahead, after the deadlines that were missed', () => {
    expect(days(tallyOf({ members, milestones }).milestones)).toEqual(['a missed deadline -30', ...ahead]);
  });

  test('that have passed are gone once the outcome is reached or the matter decided', () => {
    expect(days(tallyOf({ members: { A: 'support' }, milestones }).milestones)).toEqual(ahead);
    const decision = { date: '2024-02-20', outcome: 'rejected' };
    expect(days(tallyOf({ members, milestones, decision }).milestones)).toEqual(ahead);
    const later = { date: '2024-03-02', outcome: 'rejected' };
    expect(days(tallyOf({ members, milestones, decision: later }).milestones)).toHaveLength(4);
  });
});

describe('a decision', () => {
  test.each([
    ['2024-02-20', '2024-02-19', false],
    ['2024-02-20', '2024-02-20', true],
    ['2024-02', '2024-02-28', false],
    ['2024-02', '2024-02-29', true],
    ['2024-02-20T12:00:00Z', '2024-02-20T09:00:00Z', false],
    ['2024-02-20T12:00:00Z', '2024-02-20T13:00:00+01:00', true],
    ['2024-02-20', '2024-02-20T09:00:00Z', true],
  ])('of %s is known, or not, on %s: %s', (date, asOf, is) => {
    const decision = { date, outcome: 'adopted', by: 'the Council' };
    const taken = snapshotOf({ members, decision }, asOf);
    expect(taken.decision?.by).toBe(is ? 'the Council' : undefined);
    expect('decision' in taken).toBe(is);
  });
});

test('members are counted by stance', () => {
  const { counts } = tallyOf({ members: { ...members, D: 'oppose', E: { joined: '2025-01-01' } } });
  expect(counts).toEqual({
    members: 4,
    support: 1,
    'no-objection': 0,
    abstain: 0,
    oppose: 2,
    recused: 0,
    conditional: 0,
    withheld: 0,
    unclear: 0,
    undeclared: 1,
  });
});
