import { describe, expect, test } from 'vitest';
import { memberHistory } from '../../src/engine/member-history.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import type { MemberHistory } from '../../src/model/member-history.ts';
import { type Plain, rosterOf, said, time } from '../support/rosters.ts';

const day = '2024-03-01';

function historyOf(parts: Plain, { code = 'A', asOf = day, onRecord = false, moves = new Map() } = {}): MemberHistory {
  const roster = rosterOf(parts);
  const member = roster.members.find((candidate) => candidate.code === code);
  if (member === undefined) throw new Error(`${code} is not in the roster`);
  return memberHistory(roster, member, assume(snapshot(roster, time(asOf), { onRecord }), moves));
}

const outcomes = ({ whatIfs }: MemberHistory): string[] =>
  whatIfs.map(({ stance, evaluation }) => `${stance} ${evaluation.status}`);

describe('positions', () => {
  const positions = [
    said('oppose', { date: '2024-01-01', source: 'a' }),
    said('unclear', { date: '2024-02-01', basis: 'reported', source: 'b' }),
    said('support', { date: '2024-04-01' }),
  ];
  const parts = { members: { A: { positions } }, sources: { a: { title: 'A' }, b: {}, c: {} } };

  test('are those up to the date, with their sources; later ones are counted', () => {
    const told = historyOf(parts);
    expect(told.positions.map(({ stance }) => stance)).toEqual(['oppose', 'unclear']);
    expect(told).toMatchObject({
      later: 1,
      leftOut: { positions: 0, mentions: 0 },
      sources: { a: { title: 'A' }, b: {} },
    });
    expect(Object.keys(told.sources)).toEqual(['a', 'b']);
  });

  test('on record are those that the member stated itself; the others are counted', () => {
    const claims = [{ date: '2024-02-15', holdouts: [] }];
    const told = historyOf({ ...parts, claims }, { onRecord: true });
    expect(told.positions.map(({ stance }) => stance)).toEqual(['oppose']);
    expect(told).toMatchObject({
      leftOut: { positions: 1, mentions: 1 },
      mentions: [],
      standing: { stance: 'oppose' },
    });
  });
});

describe('lists of holdouts', () => {
  const claims = [
    { date: '2024-01-01', by: 'a paper', holdouts: ['A'] },
    { date: '2024-01-02', holdouts: ['A'], circa: 'true' },
    { date: '2024-01-03', supporting: 2 },
    { date: '2024-01-04', by: 'a paper', holdouts: [] },
    { date: '2024-04-01', by: 'a paper', holdouts: ['A'] },
  ];

  test('say whether a member was on them and where that put it', () => {
    expect(historyOf({ members: { A: '', B: '' }, claims }).mentions).toEqual([
      { date: time('2024-01-01'), circa: false, by: 'a paper', listed: true, movedTo: 'withheld', sources: [] },
      { date: time('2024-01-02'), circa: true, listed: true, sources: [] },
      { date: time('2024-01-04'), circa: false, by: 'a paper', listed: false, movedTo: 'support', sources: [] },
    ]);
  });

  test('say nothing of a member that was not in the roster', () => {
    expect(historyOf({ members: { A: { joined: '2024-01-03' }, B: '' }, claims }).mentions).toHaveLength(1);
  });

  test('may contradict it', () => {
    const told = historyOf({
      members: { A: said('oppose', { date: '2024-01-01' }), B: said('oppose', { date: '2024-01-01' }) },
      claims,
    });
    expect(told.conflicts).toMatchObject([{ member: 'A', kind: 'unlisted-though-not-supporting' }]);
  });
});

describe('where it stands', () => {
  test.each<[what: string, members: Plain, rest: Plain]>([
    ['holding out', { A: 'unclear', B: 'support' }, { holdingOut: true, blocking: false, pivotal: false }],
    ['blocking', { A: 'oppose', B: 'support' }, { holdingOut: true, blocking: true, pivotal: false }],
    ['pivotal', { A: 'support', B: 'support' }, { holdingOut: false, blocking: false, pivotal: true }],
    ['none of these', { A: 'support', B: 'unclear' }, { holdingOut: false, blocking: false, pivotal: false }],
    ['pivotal, and not in support', { A: 'abstain', B: 'support' }, { holdingOut: false, pivotal: true }],
  ])('%s', (_, members, rest) => {
    expect(historyOf({ members }).standing).toMatchObject(rest);
  });

  test('is not pivotal where others are enough', () => {
    expect(historyOf({ rule: { 'at-least': 1 }, members: { A: 'support', B: 'support' } }).standing?.pivotal).toBe(
      false,
    );
  });

  test('is nowhere for a member that is not in the roster', () => {
    const told = historyOf({ members: { A: { joined: '2024-06-01', weights: { size: 2 } }, B: '' } });
    expect(told.standing).toBeUndefined();
    expect(told).toMatchObject({ whatIfs: [], weights: [{ name: 'size', value: '2', total: '0' }] });
  });

  test('is what is assumed', () => {
    const told = historyOf({ members: { A: 'oppose', B: 'support' } }, { moves: new Map([['A', 'support']]) });
    expect(told).toMatchObject({
      standing: { stance: 'support', assumed: true, pivotal: true },
      tally: { outcome: 'reached' },
    });
  });
});

describe('what it would change', () => {
  test.each<[string, Plain, string[]]>([
    [
      'pending',
      { A: 'unclear', B: 'support' },
      ['support reached', 'no-objection reached', 'abstain reached', 'oppose blocked', 'recused reached'],
    ],
    ['settled', { A: 'oppose', B: 'unclear' }, ['support open', 'no-objection open', 'abstain open', 'recused open']],
  ])('by moving from a %s stance to a settled one', (_, members, expected) => {
    expect(outcomes(historyOf({ members }))).toEqual(expected);
  });
});

test('its groups, its weights and their totals are those of the date; its candidates, too', () => {
  const told = historyOf({
    members: {
      A: { weights: { size: '0.1', votes: 3 } },
      B: { weights: { size: '0.25' } },
      C: { weights: { size: 9 }, joined: '2024-06-01' },
    },
    groups: { one: ['A', 'B'], two: ['B'], three: ['A'] },
    candidates: { X: { member: 'A' }, Y: { member: 'B' } },
  });
  expect(told.groups).toEqual(['one', 'three']);
  expect(told.weights).toEqual([
    { name: 'size', value: '0.1', total: '0.35' },
    { name: 'votes', value: '3', total: '3' },
  ]);
  expect(told.candidates.map(({ name }) => name)).toEqual(['X']);
});
