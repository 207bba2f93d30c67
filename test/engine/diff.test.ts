import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import type { Diff, Direction } from '../../src/model/diff.ts';
import { type Stance, stances } from '../../src/model/stance.ts';
import { codesOf, type Plain, said, snapshotOf } from '../support/rosters.ts';

/** What changed from one roster to another, both read on the same day. */
const between = (before: Plain, after: Plain, dates: readonly [string, string] = ['2024-03-01', '2024-03-01']): Diff =>
  diff(snapshotOf(before, dates[0]), snapshotOf(after, dates[1]));

const members = { A: 'support', B: { stance: 'withheld', why: 'a quarrel' }, C: 'support' };

describe('which way a move goes', () => {
  const moved = (rule: unknown, from: Stance, to: Stance): Direction | undefined =>
    between({ rule, members: { A: said(from), B: 'support' } }, { rule, members: { A: said(to), B: 'support' } })
      .moved[0]?.direction;

  test.each(stances.filter((stance) => stance !== 'support' && stance !== 'recused'))(
    '%s to support is toward unanimity, and back is away from it',
    (stance) => {
      expect(moved('unanimity', stance, 'support')).toBe('toward');
      expect(moved('unanimity', 'support', stance)).toBe('away');
    },
  );

  test.each<[string, unknown, Stance, Stance, Direction]>([
    ['what consents already', 'consensus', 'abstain', 'support', 'sideways'],
    ['from one pending stance to another', 'consensus', 'unclear', 'conditional', 'sideways'],
    ['a no where any yes would have done', 'consensus', 'undeclared', 'oppose', 'away'],
    ['out of a no', 'consensus', 'oppose', 'withheld', 'toward'],
    ['an abstention under unanimity', 'unanimity', 'undeclared', 'abstain', 'away'],
    ['an objection under silence', 'no-objections', 'undeclared', 'oppose', 'away'],
    ['an objection withdrawn', 'no-objections', 'oppose', 'unclear', 'toward'],
    ['what no criterion counts', 'no-objections', 'undeclared', 'abstain', 'sideways'],
    ['a no that leaves the base of all members', 'unanimity', 'oppose', 'recused', 'toward'],
    ['a yes that leaves the base of the votes', 'two-thirds-of-votes', 'support', 'recused', 'away'],
    ['an abstention where votes are the base', 'majority-of-votes', 'oppose', 'abstain', 'toward'],
    ['a part of the base', { count: 'support', 'at-least': 'all but 1' }, 'oppose', 'support', 'toward'],
    [
      'members that are not looked at',
      { count: 'support', 'at-least': 1, among: ['B'] },
      'oppose',
      'support',
      'sideways',
    ],
    [
      'closer to one criterion and further from another',
      {
        all: [
          { count: 'support', 'at-least': 'all' },
          { count: 'abstain', 'at-most': 0 },
        ],
      },
      'oppose',
      'abstain',
      'away',
    ],
    [
      'what a criterion counts beside support',
      { count: ['support', 'abstain'], 'at-least': '1/2', of: ['support', 'abstain', 'oppose'] },
      'undeclared',
      'abstain',
      'toward',
    ],
    [
      'an objection traded for an abstention that may not be',
      {
        all: [
          { count: 'oppose', 'at-most': 0 },
          { count: 'abstain', 'at-most': 0 },
        ],
      },
      'oppose',
      'abstain',
      'sideways',
    ],
  ])('%s', (_, rule, from, to, direction) => {
    expect(moved(rule, from, to)).toBe(direction);
  });

  test('a reason makes a veto, where reasons are asked for', () => {
    const rule = { count: 'oppose', 'at-most': 0, 'with-why': true };
    const [from, to] = [{ stance: 'oppose', why: 'no' }, 'undeclared'];
    const withReason = between({ rule, members: { A: to } }, { rule, members: { A: from } });
    const without = between({ rule, members: { A: to } }, { rule, members: { A: 'oppose' } });
    expect([withReason, without].map(({ moved: [move] }) => move?.direction)).toEqual(['away', 'sideways']);
  });
});

describe('a move is decisive', () => {
  const decisive = (rule: unknown, before: Plain, after: Plain): string[] =>
    codesOf(between({ rule, members: before }, { rule, members: after }).moved.filter((move) => move.decisive));

  test('when undoing it alone would change the outcome after', () => {
    const before = { A: 'undeclared', B: 'undeclared', C: 'undeclared', D: 'support' };
    expect(decisive('consensus', before, { A: 'support', B: 'support', C: 'support', D: 'support' })).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(decisive('simple-majority', before, { ...before, A: 'support', B: 'support' })).toEqual(['A', 'B']);
    expect(decisive('simple-majority', before, { A: 'support', B: 'support', C: 'support', D: 'support' })).toEqual([]);
  });

  test('also when the outcome did not change, because two moves made up for each other', () => {
    expect(
      decisive(
        'simple-majority',
        { A: 'support', B: 'support', C: 'oppose' },
        { A: 'oppose', B: 'support', C: 'support' },
      ),
    ).toEqual(['C']);
  });

  test('with the weight that the member has afterwards', () => {
    const rule = { count: 'support', by: 'votes', 'at-least': 10 };
    const weighed = (stance: Stance, votes: number): Plain => ({
      A: { stance, weights: { votes } },
      B: { stance: 'support', weights: { votes: 5 } },
    });
    expect(decisive(rule, weighed('undeclared', 1), weighed('support', 5))).toEqual(['A']);
  });
});

describe('what changed', () => {
  test('is nothing from a snapshot to itself', () => {
    const result = between({ members }, { members });
    expect(result).toMatchObject({ changed: false, outcomeChanged: false, sameMatter: true, moved: [] });
  });

  test.each<[string, Plain, Plain, Partial<Record<keyof Diff, unknown>>]>([
    ['an outcome', { members }, { members: { ...members, B: 'support' } }, { outcomeChanged: true }],
    ['a title', { members, title: 'X' }, { members, title: 'Y' }, { sameMatter: false }],
    ['a body', { members }, { members, body: 'NATO' }, { sameMatter: false }],
    [
      'who is in',
      { members },
      { members: { B: members.B, C: 'support', D: 'abstain' } },
      { joined: [expect.objectContaining({ code: 'D' })], left: [expect.objectContaining({ code: 'A' })], moved: [] },
    ],
    [
      'a reason',
      { members },
      { members: { ...members, B: { stance: 'withheld', why: 'money' } } },
      {
        reasons: [expect.objectContaining({ code: 'B', before: expect.objectContaining({ why: 'a quarrel' }) })],
        moved: [],
      },
    ],
    [
      'a demand',
      { members: { A: said('conditional') } },
      { members: { A: said('conditional', { wants: ['more'] }) } },
      { reasons: [expect.objectContaining({ code: 'A' })], evidence: [] },
    ],
    [
      'who said it',
      { members: { A: { stance: 'support', by: 'X' } } },
      { members: { A: { stance: 'support', by: 'Y' } } },
      { evidence: [expect.objectContaining({ code: 'A' })], reasons: [] },
    ],
    [
      'a name',
      { members: { A: { stance: 'support', name: 'X' } } },
      { members: { A: { stance: 'support', name: 'Y' } } },
      { names: [{ code: 'A', name: 'Y', before: 'X', after: 'Y' }] },
    ],
    [
      'a weight',
      { members: { A: { weights: { votes: 1, size: 2 } } } },
      { members: { A: { weights: { votes: 3 } } } },
      {
        weights: [
          { code: 'A', name: 'A', weight: 'size', before: '2' },
          { code: 'A', name: 'A', weight: 'votes', before: '1', after: '3' },
        ],
      },
    ],
    [
      'a group',
      { members, groups: { g: ['A', 'B'] } },
      { members, groups: { g: ['B'], h: ['C'] } },
      {
        groups: [
          { name: 'g', before: ['A', 'B'], after: ['B'] },
          { name: 'h', after: ['C'] },
        ],
      },
    ],
    [
      'a rule',
      { members },
      { members, rule: 'unanimity' },
      { rule: expect.objectContaining({ after: expect.objectContaining({ name: 'unanimity' }) }) },
    ],
    [
      'claims',
      { members, claims: [{ date: '2024-02-01', supporting: 1 }] },
      { members, claims: [{ date: '2024-02-01', supporting: 2, holdouts: ['B'] }] },
      {
        claims: {
          added: [expect.objectContaining({ text: '2' }), expect.objectContaining({ about: 'holdouts' })],
          removed: [expect.objectContaining({ text: '1' })],
        },
      },
    ],
    [
      'candidates',
      { members, candidates: { X: {}, Z: {} } },
      { members, candidates: { X: { proposed: true }, Y: {} } },
      {
        candidates: [
          expect.objectContaining({ name: 'X' }),
          { name: 'Y', after: { name: 'Y', proposed: false } },
          { name: 'Z', before: { name: 'Z', proposed: false } },
        ],
      },
    ],
    [
      'milestones',
      { members, milestones: [{ date: '2024-06-01', name: 'X' }] },
      { members, milestones: [{ date: '2024-06-01', name: 'X', deadline: true }] },
      {
        milestones: {
          added: [expect.objectContaining({ deadline: true })],
          removed: [expect.objectContaining({ deadline: false })],
        },
      },
    ],
    [
      'the decision',
      { members },
      { members, decision: { date: '2024-02-01', outcome: 'adopted' } },
      { decision: { after: expect.objectContaining({ outcome: 'adopted' }) } },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(between(before, after)).toMatchObject({ changed: true, ...expected });
    expect(between(after, before).changed).toBe(true);
  });

  test('is not the order in which a roster says it', () => {
    const claims = [
      { date: '2024-02-01', supporting: 1, by: 'X' },
      { date: '2024-02-01', supporting: 2, by: 'Y' },
    ];
    const rule = { count: ['support', 'abstain'], 'at-least': 1, among: { except: ['A', 'B'] } };
    const turned = { count: ['abstain', 'support'], 'at-least': 1, among: { except: ['B', 'A'] } };
    const before = { rule, members, claims, groups: { g: ['A', 'B'], h: ['C'] } };
    const after = {
      rule: turned,
      members: Object.fromEntries(Object.entries(members).reverse()),
      claims: claims.toReversed(),
      groups: { h: ['C'], g: ['B', 'A'] },
    };
    expect(between(before, after).changed).toBe(false);
  });

  test('is the group and not the rule, where the rule names the group', () => {
    const rule = {
      all: [
        { count: 'support', 'at-least': 1, among: 'g' },
        { count: 'support', 'at-least': 1, among: ['C'], of: undefined },
      ],
    };
    const result = between({ rule, members, groups: { g: ['A'] } }, { rule, members, groups: { g: ['B'] } });
    expect(result.rule).toBeUndefined();
    expect(result.groups).toHaveLength(1);
  });

  test('is the rule where it is based on something else', () => {
    const rule = (of: unknown): Plain => ({ count: 'support', 'at-least': '1/2', of });
    expect(
      between({ members, rule: rule('votes') }, { members, rule: rule(['oppose', 'support']) }).rule,
    ).toBeUndefined();
    expect(between({ members, rule: rule('votes') }, { members, rule: rule('members') }).rule).toBeDefined();
  });
});

describe('milestones', () => {
  const milestones = [
    { date: '2024-02-01', name: 'before' },
    { date: '2024-03-05', name: 'deadline', deadline: true },
    { date: '2024-03-10', name: 'last day', deadline: true },
    { date: '2024-03-11', name: 'ahead', deadline: true },
  ];
  const from = (parts: Plain, dates: readonly [string, string] = ['2024-03-01', '2024-03-10']): Diff =>
    between({ milestones, ...parts }, { milestones, ...parts }, dates);
  const names = (found: Diff['passed']): string[] => found.map(({ name }) => name);

  test('passed in between, and missed where there is no decision by then', () => {
    expect(names(from({ members }).passed)).toEqual(['deadline', 'last day']);
    expect(names(from({ members }).missed)).toEqual(['deadline']);
  });

  test.each<[string, Plain]>([
    ['the outcome is reached', { members: { A: 'support' } }],
    ['it has been decided', { members, decision: { date: '2024-03-09', outcome: 'adopted' } }],
  ])('are not missed when %s', (_, parts) => {
    expect(from(parts).missed).toEqual([]);
  });

  test('do not pass backwards, nor on one day', () => {
    expect(from({ members }, ['2024-03-10', '2024-03-01']).passed).toEqual([]);
    expect(from({ members }, ['2024-03-05', '2024-03-05']).passed).toEqual([]);
  });
});
