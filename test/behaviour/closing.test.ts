import { describe, expect, test } from 'vitest';
import { coalitions } from '../../src/engine/coalitions.ts';
import { diff } from '../../src/engine/diff.ts';
import { memberHistory } from '../../src/engine/member-history.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { prune } from '../../src/engine/prune.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { renderStatusJson } from '../../src/render/status/json.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { leafOf, leavesOf, type Plain, readRoster, rosterOf, snapshotOf, tallyOf, time } from '../support/rosters.ts';

const outcomeOn = (parts: Plain, asOf: string) => tallyOf(parts, asOf).outcome;

/** The criterion that `status --format json` prints. */
function criterionOn(parts: Plain, asOf: string) {
  const taken = snapshotOf(parts, asOf);
  const known = { path: path(taken), pivotal: pivotal(taken) };
  const sets = coalitions(rosterOf(parts), taken, known);
  const rest = { onRecordOutcome: 'open', origin: '', demands: [], groups: [], sources: {} } as const;
  const view = { snapshot: taken, tally: tally(taken), coalitions: sets, ...known, ...rest };
  return JSON.parse(renderStatusJson(view)).criterion;
}

describe('a silence procedure that ended on 1 July at 09:00', () => {
  const rule = { silence: '2024-07-01T09:00:00Z' };
  const objecting = (...positions: Plain[]): Plain => ({ rule, members: { A: 'support', B: { positions }, C: {} } });
  const objection = (date: string): Plain => ({ date, stance: 'oppose', why: 'paragraph 4' });
  const withdrawal = (date: string): Plain => ({ date, stance: 'undeclared', why: 'paragraph 4 was changed' });

  test.each<[string, Plain, string, string]>([
    ['is open until then', objecting(), '2024-07-01T08:59:59Z', 'open'],
    ['is reached then, if nobody has objected', objecting(), '2024-07-01T09:00:00Z', 'reached'],
    [
      'is not changed at 09:30 by an objection of 16:00',
      objecting(objection('2024-07-01T16:00:00Z')),
      '2024-07-01T09:30:00Z',
      'reached',
    ],
    ['nor at the end of the day', objecting(objection('2024-07-01T16:00:00Z')), '2024-07-01', 'reached'],
    ['nor by one of the day after', objecting(objection('2024-07-02')), '2024-07-10', 'reached'],
    ['is broken by an objection of the day before', objecting(objection('2024-06-30')), '2024-07-10', 'blocked'],
    [
      'is not mended by its withdrawal on 4 July',
      objecting(objection('2024-06-30'), withdrawal('2024-07-04')),
      '2024-07-10',
      'blocked',
    ],
    [
      'is mended by a withdrawal before it ends',
      objecting(objection('2024-06-28'), withdrawal('2024-06-30')),
      '2024-07-10',
      'reached',
    ],
    ['hears what was said on the day without an hour', objecting(objection('2024-07-01')), '2024-07-10', 'blocked'],
  ])('%s', (_, parts, asOf, outcome) => {
    expect(outcomeOn(parts, asOf)).toBe(outcome);
  });

  test('is the criterion that its page shows, and is written by its name', () => {
    const roster = rosterOf(objecting());
    expect(roster.rule.criterion).toMatchObject({ notBefore: time(rule.silence), closes: time(rule.silence) });
    expect(writeRoster(roster)).toContain('rule: { silence: 2024-07-01T09:00:00Z }');
  });

  test('is told by a timeline on the day on which it ends', () => {
    const { points, firstReached } = timeline([rosterOf(objecting(objection('2024-07-02')))]);
    expect(points.map(({ date, outcome, closed }) => [date.day, outcome, closed.length])).toEqual([
      ['2024-07-01', 'reached', 1],
      ['2024-07-02', 'reached', 0],
    ]);
    expect(firstReached?.day).toBe('2024-07-01');
  });
});

describe('a vote that closed on 24 August with one no and three silent', () => {
  const members = {
    A: {},
    B: { date: '2024-08-20', stance: 'oppose', why: 'too dear' },
    C: { date: '2024-09-02', stance: 'support' },
    D: {},
  };
  const parts = { rule: 'majority-of-votes', closes: '2024-08-24', members };

  test.each([
    ['2024-08-23', 'open'],
    ['2024-08-24T23:59:59Z', 'open'],
    ['2024-08-24', 'blocked'],
    ['2024-09-10', 'blocked'],
  ])('on %s is %s: it is not mended by a later yes', (asOf, outcome) => {
    expect(outcomeOn(parts, asOf)).toBe(outcome);
    const told = timeline([rosterOf(parts)]).points.findLast(({ date }) => date.day <= asOf.slice(0, 10));
    if (asOf.length === 10) expect(told?.evaluation).toEqual(tallyOf(parts, asOf).evaluation);
  });

  test('has the figures of its closing, while members stand as of the date', () => {
    const taken = tallyOf(parts, '2024-09-10');
    expect(leafOf(taken)).toMatchObject({ have: '0', base: '1', possible: '0', closed: true });
    expect(taken.counts).toMatchObject({ support: 1, oppose: 1, undeclared: 2 });
    expect(criterionOn(parts, '2024-09-10')).toMatchObject({
      status: 'blocked',
      have: 0,
      possible: 0,
      closes: '2024-08-24',
      closed: true,
      counted: [],
    });
    expect(criterionOn(parts, '2024-08-23')).toMatchObject({ closes: '2024-08-24', closed: false, counted: [] });
  });

  test('has no holdouts, nobody who blocks, and no path, because it has closed', () => {
    expect(tallyOf(parts, '2024-09-10').holdouts).toEqual([]);
    expect(path(snapshotOf(parts, '2024-09-10'))).toMatchObject({ size: undefined, sets: [], reason: 'closed' });
    expect(path(snapshotOf(parts, '2024-08-23'))).toMatchObject({ size: 1, sets: [['B']], reason: undefined });
  });

  test('is not touched by a what-if, or by a move of a member', () => {
    const taken = snapshotOf(parts, '2024-09-10');
    const all = assume(taken, new Map(taken.members.map(({ code }) => [code, 'support' as const])));
    expect(tally(all).outcome).toBe('blocked');
    const roster = rosterOf(parts);
    const { whatIfs } = memberHistory(roster, roster.members[0] as Member, taken);
    expect(new Set(whatIfs.map(({ evaluation }) => evaluation.status))).toEqual(new Set(['blocked']));
  });

  test('makes later moves sideways, and those before it count as they stood at the closing', () => {
    const roster = rosterOf({
      ...parts,
      members: {
        ...members,
        D: {
          positions: [
            { date: '2024-08-22', stance: 'support' },
            { date: '2024-09-01', stance: 'oppose', why: 'late' },
          ],
        },
        E: {
          positions: [
            { date: '2024-08-22', stance: 'support' },
            { date: '2024-09-01', stance: 'abstain' },
          ],
        },
      },
    });
    const movesFrom = (asOf: string) =>
      diff(snapshot(roster, time(asOf)), snapshot(roster, time('2024-09-10'))).moved.map(
        ({ code, direction, decisive }) => [code, direction, decisive],
      );
    expect(movesFrom('2024-08-24')).toEqual([
      ['C', 'sideways', false],
      ['D', 'sideways', false],
      ['E', 'sideways', false],
    ]);
    expect(movesFrom('2024-08-21')).toEqual([
      ['C', 'sideways', false],
      ['D', 'toward', true],
      ['E', 'toward', true],
    ]);
  });

  test('is kept by a roster as it stood, with what its closing rests on', () => {
    const roster = rosterOf(parts);
    const { roster: short } = prune(roster, time('2024-09-10'));
    expect(tally(snapshot(short, time('2024-09-10')))).toEqual(tally(snapshot(roster, time('2024-09-10'))));
    expect(readRoster(writeRoster(short))).toEqual(short);
    const assumed = prune(roster, time('2024-09-10'), { assume: new Map([['B', 'support' as const]]) }).roster;
    expect(tally(snapshot(assumed, time('2024-09-10')))).toMatchObject({ outcome: 'blocked', counts: { support: 2 } });
  });
});

test.each([
  ['2024-03-01', '2024-03-01T09:00:00Z'],
  ['2024-03-01T12:00:00Z', '2024-03-01T09:00:00Z'],
  ['2024-03-02', '2024-03-01'],
])('what is assumed on %s does not reach what closed on %s, also written down', (asOf, closes) => {
  const roster = rosterOf({ closes, members: { A: 'support', B: 'oppose' } });
  const assume = new Map([
    ['A', 'undeclared' as const],
    ['B', 'support' as const],
  ]);
  const taken = snapshot(readRoster(writeRoster(prune(roster, time(asOf), { assume }).roster)), time(asOf));
  expect(tally(taken)).toMatchObject({ outcome: 'blocked', counts: { support: 1, undeclared: 1 } });
});

describe('what closed reached', () => {
  const parts = {
    closes: '2024-08-24',
    members: {
      A: 'support',
      B: { positions: [{ stance: 'support' }, { date: '2024-09-01', stance: 'oppose', why: 'regret' }] },
    },
  };

  test('stays so whoever turns, and nobody is pivotal', () => {
    const taken = snapshotOf(parts, '2024-09-10');
    expect(tally(taken)).toMatchObject({ outcome: 'reached', holdouts: [], counts: { oppose: 1 } });
    expect(pivotal(taken)).toEqual({ members: [], rooms: [undefined] });
    expect(pivotal(snapshotOf(parts, '2024-08-23')).members).toEqual(['A', 'B']);
  });

  test('counts the members, weights and rounds of its time', () => {
    const weighted = {
      rule: { count: 'support', by: 'shares', 'at-least': 5, closes: '2024-02-10' },
      rounds: [{ date: '2024-02-20' }],
      members: {
        A: { date: '2024-02-01', stance: 'support', weights: { shares: { '2024-01-01': 5, '2024-02-15': 1 } } },
        B: { date: '2024-02-01', stance: 'support', left: '2024-02-15', weights: { shares: 2 } },
        C: { joined: '2024-02-12', weights: { shares: 9 } },
      },
    };
    expect(criterionOn(weighted, '2024-03-01')).toMatchObject({
      status: 'reached',
      have: 7,
      base: 7,
      counted: ['A', 'B'],
    });
    const short = prune(rosterOf(weighted), time('2024-03-01')).roster;
    expect(short.members.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
    expect(tally(snapshot(short, time('2024-03-01')))).toEqual(tallyOf(weighted, '2024-03-01'));
  });
});

describe('a part of a rule', () => {
  const members = { A: 'support', B: { date: '2024-03-05', stance: 'support' }, C: {} };
  const ratified = { count: 'support', 'at-least': 2, closes: '2024-03-01', label: 'ratified in time' };

  test('that closed blocks `all`, and leaves `any` to the rest', () => {
    const later = { count: 'support', 'at-least': 2 };
    expect(outcomeOn({ rule: { all: [ratified, later] }, members }, '2024-03-10')).toBe('blocked');
    expect(outcomeOn({ rule: { any: [ratified, later] }, members }, '2024-03-10')).toBe('reached');
    const open = { rule: { any: [ratified, { ...later, 'at-least': 3 }] }, members };
    expect(path(snapshotOf(open, '2024-03-10'))).toMatchObject({ size: 1, sets: [['C']] });
    expect(tallyOf(open, '2024-03-10').holdouts.map(({ code }) => code)).toEqual(['C']);
  });

  test.each([
    ['of `all` that has closed', { all: [ratified, { count: 'support', 'at-least': 1 }] }, 'closed'],
    ['of `any` of which the rest cannot do', { any: [ratified, { count: 'support', 'at-least': 9 }] }, 'closed'],
    [
      'beside one that nobody can meet',
      { all: [{ any: [ratified, { count: 'support', 'at-least': 1 }] }, { count: 'support', 'at-least': 9 }] },
      'not-even-everybody',
    ],
  ])('%s is why there is no path: %s', (_, rule, reason) => {
    expect(path(snapshotOf({ rule, members }, '2024-03-10'))).toMatchObject({ size: undefined, reason });
  });

  test.each([
    [
      'closes with what is above it',
      { all: [{ count: 'support', 'at-least': 2 }], closes: '2024-03-02' },
      undefined,
      '2024-03-02',
    ],
    ['or before it', { all: [ratified], closes: '2024-03-02' }, undefined, '2024-03-01'],
    ['or with the whole rule', { all: [ratified], closes: '2024-03-02' }, '2024-02-20', '2024-02-20'],
    [
      'at the end of a day, after an hour of it',
      { all: [ratified], closes: '2024-03-01T12:00:00Z' },
      undefined,
      '2024-03-01T12:00:00Z',
    ],
    ['or at the end of a month', { all: [ratified], closes: '2024-02' }, undefined, '2024-02'],
  ])('%s', (_, rule, closes, expected) => {
    const parts = { rule, members, ...(closes && { closes }) };
    const [leaf] = leavesOf(tallyOf(parts, '2024-03-10').evaluation);
    expect(leaf).toMatchObject({ closes: time(expected), closed: true, have: '1' });
  });

  test('is closed in `all` and `any` once all their parts are', () => {
    const rule = { all: [ratified, { any: [{ ...ratified, closes: '2024-03-08' }] }] };
    const closedOn = (asOf: string) => tallyOf({ rule, members }, asOf).evaluation.closed;
    expect(['2024-02-29', '2024-03-05', '2024-03-08'].map(closedOn)).toEqual([false, false, true]);
  });

  test('may close at any hour of a day of a timeline', () => {
    const at = (clock: string): string => `2024-03-01T${clock}:00Z`;
    const voters = {
      A: { date: at('08:00'), stance: 'support' },
      B: { date: at('10:00'), stance: 'support' },
      C: { date: at('12:00'), stance: 'oppose', why: 'no' },
    };
    const votes = {
      rule: {
        all: [
          { ...ratified, closes: at('09:00') },
          { ...ratified, closes: at('11:00') },
        ],
      },
    };
    const { points } = timeline([rosterOf({ ...votes, members: voters })]);
    expect(points).toHaveLength(1);
    expect(leavesOf(points[0]?.evaluation as never).map(({ have, status }) => `${have} ${status}`)).toEqual([
      '1 blocked',
      '2 reached',
    ]);
  });
});

describe('35 of 44 ratifications', () => {
  // Forty-four signed; thirty-five had ratified when the time for it was up, two more did so later.
  const signatory = (index: number): Plain => {
    if (index < 35) return { date: '2024-05-01', stance: 'support' };
    return index < 37 ? { date: '2024-09-01', stance: 'support' } : {};
  };
  const members = Object.fromEntries(Array.from({ length: 44 }, (_, index) => [`s${index + 1}`, signatory(index)]));

  test.each([
    ['35', 'reached'],
    ['36', 'blocked'],
    ['4/5', 'blocked'],
    ['3/4', 'reached'],
  ])('meet %s of them: %s, also once two more have ratified', (bound, outcome) => {
    const parts = { rule: { count: 'support', 'at-least': bound, closes: '2024-06-30' }, members };
    expect(leafOf(tallyOf(parts, '2024-12-31'))).toMatchObject({ have: '35', base: '44', status: outcome });
    expect(tallyOf(parts, '2024-12-31').counts.support).toBe(37);
  });
});

test('a member that joins after the closing moves sideways, and decides nothing', () => {
  const parts = {
    rule: { count: 'support', 'at-least': 1, closes: '2024-06-30' },
    members: {
      A: 'support',
      B: { joined: '2024-07-01', positions: [{ date: '2024-07-10', stance: 'oppose', why: 'x' }] },
    },
  };
  const { moved } = diff(snapshotOf(parts, '2024-07-05'), snapshotOf(parts, '2024-07-20'));
  expect(moved.map(({ code, direction, decisive }) => [code, direction, decisive])).toEqual([['B', 'sideways', false]]);
});

describe('a time before which a criterion cannot be met', () => {
  const rosterWith = (rule: unknown, closes?: string) =>
    parseRoster(JSON.stringify({ title: 'T', rule, members: { A: 'support' }, ...(closes && { closes }) }));
  const codes = (result: ReturnType<typeof rosterWith>) =>
    result.ok ? [] : result.diagnostics.map(({ code }) => code);
  const count = { count: 'support', 'at-least': 1 };

  test.each<[unknown, string | undefined, boolean]>([
    [{ ...count, 'not-before': '2024-03-02', closes: '2024-03-01' }, undefined, false],
    [{ ...count, 'not-before': '2024-03-01', closes: '2024-03-01' }, undefined, true],
    [{ ...count, 'not-before': '2024-03-01', closes: '2024-03-01T12:00:00Z' }, undefined, false],
    [{ ...count, 'not-before': '2024-03-01T12:00:00Z', closes: '2024-03-01' }, undefined, true],
    [{ ...count, 'not-before': '2024-03-02' }, '2024-03-01', false],
    [
      { all: [{ any: [{ ...count, 'not-before': '2024-03-02' }], closes: '2024-03-03' }], closes: '2024-03-01' },
      undefined,
      false,
    ],
    [{ all: [{ silence: '2024-03-02' }, 'consensus'], closes: '2024-03-01' }, undefined, false],
    [{ silence: '2024-03-02' }, '2024-03-03', true],
  ])('%j, closing on %s, is in time: %s', (rule, closes, sound) => {
    expect(codes(rosterWith(rule, closes))).toEqual(sound ? [] : ['never-in-time']);
  });
});
