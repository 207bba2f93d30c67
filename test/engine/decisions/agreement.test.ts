import { describe, expect, test } from 'vitest';
import { agreement } from '../../../src/engine/decisions/agreement.ts';
import { groupAgreement, groupNames } from '../../../src/engine/decisions/group-agreement.ts';
import { matrix } from '../../../src/engine/decisions/matrix.ts';
import { mostAndLeast } from '../../../src/engine/decisions/most-and-least.ts';
import { votingRecord } from '../../../src/engine/decisions/voting-record.ts';
import type { VotingRecord } from '../../../src/model/decisions/voting-record.ts';
import { type Stance, stances } from '../../../src/model/stance.ts';
import { type Plain, said, snapshotOf } from '../../support/rosters.ts';

const recordOf = (members: Plain, rest: Plain = {}, asOf?: string): VotingRecord =>
  votingRecord('a.yaml', snapshotOf({ members, ...rest }, asOf));

const pairIn = (records: readonly VotingRecord[], a: string, b: string) =>
  agreement(matrix(records)).pairs.find(({ members }) => members[0] === a && members[1] === b);

const settled: readonly Stance[] = ['support', 'no-objection', 'abstain', 'oppose'];

describe('a pair', () => {
  test.each(stances.flatMap((a) => stances.map((b) => [a, b] as const)))('of %s and %s', (a, b) => {
    const compared = settled.includes(a) && settled.includes(b);
    const record = recordOf({ A: said(a), B: said(b) });
    expect(pairIn([record], 'A', 'B')).toEqual({
      members: ['A', 'B'],
      agreed: compared && a === b ? 1 : 0,
      of: compared ? 1 : 0,
    });
  });

  test('is compared only where both were members on that date', () => {
    const rest = { joined: '2024-02-01', positions: [{ date: '2024-02-02', stance: 'support' }] };
    const members = { A: 'support', B: rest };
    const [before, after] = [recordOf(members, {}, '2024-01-31'), recordOf(members, {}, '2024-02-03')];
    expect(pairIn([before], 'A', 'B')).toBeUndefined();
    expect(pairIn([before, after], 'A', 'B')).toEqual({ members: ['A', 'B'], agreed: 1, of: 1 });
  });

  test('is not told of two that were never members together', () => {
    expect(agreement(matrix([recordOf({ A: 'support' }), recordOf({ B: 'support' })])).pairs).toEqual([]);
  });

  test('is compared in every decision, however many there are', () => {
    const yes = recordOf({ A: 'support', B: 'support' });
    const no = recordOf({ A: 'support', B: 'oppose' });
    const records = Array.from({ length: 65 }, (_, index) => (index % 32 === 0 || index === 31 ? no : yes));
    expect(pairIn(records, 'A', 'B')).toEqual({ members: ['A', 'B'], agreed: 61, of: 65 });
  });
});

test('no decisions give nothing', () => {
  expect(agreement(matrix([]))).toEqual({ decisions: [], members: [], pairs: [] });
});

test('members say in how many decisions they were settled', () => {
  const records = [recordOf({ A: 'support', B: 'recused' }), recordOf({ A: 'unclear', B: 'abstain', C: 'oppose' })];
  expect(agreement(matrix(records)).members.map(({ code, settled }) => [code, settled])).toEqual([
    ['A', 1],
    ['B', 1],
    ['C', 1],
  ]);
});

describe('the matrix', () => {
  test('has a stance for each decision, and none where somebody was no member', () => {
    const records = [recordOf({ B: 'oppose', A: 'undeclared' }), recordOf({ B: 'support', C: 'recused' })];
    expect(matrix(records).members).toEqual([
      { code: 'A', name: 'A', stances: ['undeclared', undefined] },
      { code: 'B', name: 'B', stances: ['oppose', 'support'] },
      { code: 'C', name: 'C', stances: [undefined, 'recused'] },
    ]);
  });

  test.each([
    [['2024-02-01', '2024-01-01'], 'new'],
    [['2024-01-01', '2024-02-01'], 'old'],
  ])('calls a member by its name of the latest date: of %j %s', (dates, name) => {
    const records = [
      recordOf({ A: { name: 'new' } }, {}, dates[0]),
      recordOf({ A: { name: 'old' } }, {}, dates[1]),
      recordOf({ A: 'support' }, {}, '2024-03-01'),
    ];
    expect(matrix(records).members.map((member) => member.name)).toEqual([name]);
  });

  test('says of a decision what it is, and whether it was taken', () => {
    const [open] = matrix([recordOf({ A: 'unclear' })]).decisions;
    expect(open).toMatchObject({ title: 'A decision', state: 'open', outcome: 'open', rule: 'consensus' });
    const decision = { date: '2024-02-01', outcome: 'adopted' };
    const [decided] = matrix([recordOf({ A: 'support' }, { body: 'Board', decision })]).decisions;
    expect(decided).toMatchObject({
      body: 'Board',
      state: 'decided',
      outcome: 'reached',
      decision: { outcome: 'adopted' },
    });
  });
});

describe('groups', () => {
  const groups = { left: ['A', 'B', 'C'], right: ['C', 'D'] };
  const members = { A: 'support', B: 'support', C: 'oppose', D: 'oppose', E: 'support' };

  test('agree within, and between, each two members once', () => {
    expect(groupAgreement([recordOf(members, { groups })])).toEqual([
      { groups: ['left'], agreed: 1, of: 3 },
      // A and B with C and D, and C with D.
      { groups: ['left', 'right'], agreed: 1, of: 5 },
      { groups: ['right'], agreed: 1, of: 1 },
    ]);
  });

  test('two groups with the same members are compared as one is with itself', () => {
    const same = { one: ['A', 'B', 'C'], two: ['A', 'B', 'C'] };
    const counts = { agreed: 1, of: 3 };
    expect(groupAgreement([recordOf(members, { groups: same })])).toEqual([
      { groups: ['one'], ...counts },
      { groups: ['one', 'two'], ...counts },
      { groups: ['two'], ...counts },
    ]);
  });

  test('have the members of each roster, and are compared only in the same roster', () => {
    const records = [
      recordOf(members, { groups: { a: ['A', 'B'] } }),
      recordOf(members, { groups: { a: ['C', 'D'], b: ['E'] } }),
    ];
    expect(groupAgreement(records)).toEqual([
      { groups: ['a'], agreed: 2, of: 2 },
      { groups: ['a', 'b'], agreed: 0, of: 2 },
      { groups: ['b'], agreed: 0, of: 0 },
    ]);
    expect(groupNames(records)).toEqual(['a', 'b']);
    expect(
      groupAgreement([recordOf(members, { groups: { b: ['E'] } }), recordOf(members, { groups: { a: ['A'] } })]),
    ).toHaveLength(2);
  });
});

describe('most and least', () => {
  const pair = (agreed: number, of: number) => ({ agreed, of });

  test('nothing where nothing could be compared', () => {
    expect(mostAndLeast([])).toBeUndefined();
    expect(mostAndLeast([pair(0, 0)])).toBeUndefined();
  });

  test('the share counts, then how often was compared', () => {
    const pairs = [pair(9, 10), pair(6, 6), pair(7, 7), pair(1, 10), pair(0, 6), pair(0, 5), pair(7, 7)];
    expect(mostAndLeast(pairs)).toEqual({
      most: { agreed: 7, of: 7, pairs: [pair(7, 7), pair(7, 7)] },
      least: { agreed: 0, of: 6, pairs: [pair(0, 6)] },
    });
  });

  test('what was compared less than half as often as others says too little', () => {
    expect(mostAndLeast([pair(9, 10), pair(1, 1), pair(0, 4), pair(4, 5)])).toEqual({
      most: { agreed: 9, of: 10, pairs: [pair(9, 10)] },
      least: { agreed: 4, of: 5, pairs: [pair(4, 5)] },
    });
  });
});
