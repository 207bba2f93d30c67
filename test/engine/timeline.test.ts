import { describe, expect, test } from 'vitest';
import { gatherChanges } from '../../src/engine/timeline/member-changes.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Timeline } from '../../src/model/timeline.ts';
import { type Plain, readRoster, rosterOf, time } from '../support/rosters.ts';
import { bundledText } from '../support/texts.ts';

const nato = readRoster(bundledText());

const told = (parts: Plain): Timeline => timeline([rosterOf(parts)]);
const datesIn = ({ points }: Timeline): string[] => points.map(({ date }) => date.day);
const pointOn = ({ points }: Timeline, day: string) => points.find(({ date }) => date.day === day);

describe('the bundled roster', () => {
  const { firstReached, lastMovers, start, points } = timeline([nato]);

  test('first meets its rule on 20 June 2024, when Romania moves', () => {
    expect(firstReached?.day).toBe('2024-06-20');
    expect(lastMovers).toMatchObject([
      { member: 'RO', name: 'Romania', from: 'withheld', to: 'support', date: { day: '2024-06-20' } },
    ]);
  });

  test('begins with nothing known of anybody, and ends with everybody in support', () => {
    expect(start).toMatchObject({ outcome: 'open', counts: { members: 30, undeclared: 30 } });
    expect(points.at(-1)).toMatchObject({ outcome: 'reached', counts: { members: 32, support: 32 } });
  });

  test('tells of each date what was dated by it', () => {
    expect(pointOn(timeline([nato]), '2024-03-07')?.joined).toEqual([
      { member: 'SE', name: 'Sweden', stance: 'undeclared' },
    ]);
    const end = pointOn(timeline([nato]), '2024-06-26');
    expect(end?.decision?.outcome).toBe('adopted');
    expect(end?.candidates).toMatchObject([{ name: 'Mark Rutte', status: 'appointed', proposed: true }]);
    expect(pointOn(timeline([nato]), '2024-07-09')?.milestones).toMatchObject([{ name: 'Washington summit' }]);
  });

  test('whose end is cut off knows nothing of it', () => {
    const cut = timeline([nato], { to: time('2024-06-19') });
    expect(cut.firstReached).toBeUndefined();
    expect(cut.lastMovers).toEqual([]);
  });

  test('whose beginning is left out still knows when it was first met', () => {
    const late = timeline([nato], { from: time('2024-07') });
    expect(late).toMatchObject({ from: '2024-07-01', firstReached: { day: '2024-06-20' } });
    expect(datesIn(late)).toEqual(['2024-07-09', '2024-10-01']);
  });
});

describe('what has no date', () => {
  test('holds from the beginning, and makes no point', () => {
    const { start, points, metFromBeginning, firstReached } = told({ members: { A: 'support', B: 'oppose' } });
    expect(start).toMatchObject({ outcome: 'blocked', counts: { members: 2, support: 1, oppose: 1 } });
    expect([points, metFromBeginning, firstReached]).toEqual([[], false, undefined]);
  });

  test('and meets the rule is no first date, also where it is lost and met again', () => {
    const again = told({
      members: {
        A: {
          positions: [
            { stance: 'support' },
            { stance: 'oppose', date: '2024-01-02' },
            { stance: 'support', date: '2024-01-03' },
          ],
        },
      },
    });
    expect(again.points.map(({ outcome }) => outcome)).toEqual(['blocked', 'reached']);
    expect(again).toMatchObject({ metFromBeginning: true, lastMovers: [] });
    expect(again.firstReached).toBeUndefined();
  });

  test('is no news of a candidate', () => {
    const { points } = told({ members: { A: 'support' }, candidates: { X: { history: [{ status: 'interested' }] } } });
    expect(points).toEqual([]);
  });
});

test('one date is one point', () => {
  const one = told({ members: { A: { stance: 'support', date: '2024-01-02' } } });
  expect(datesIn(one)).toEqual(['2024-01-02']);
  expect(one).toMatchObject({ firstReached: { day: '2024-01-02' }, start: { outcome: 'open' } });
});

test('nobody moved before a rule that is met when somebody leaves', () => {
  const left = told({ members: { A: { stance: 'oppose', left: '2024-01-02' }, B: 'support' } });
  expect(left.points).toMatchObject([{ outcome: 'reached', left: [{ member: 'A', stance: 'oppose' }] }]);
  expect(left).toMatchObject({ firstReached: { day: '2024-01-02' }, lastMovers: [] });
});

test('a time that comes is a point, and changes the outcome without a move', () => {
  const { points, start } = told({
    rule: { silence: '2024-01-10T09:00:00Z' },
    members: { A: 'support', B: 'undeclared' },
  });
  expect(start?.outcome).toBe('open');
  expect(points).toMatchObject([{ date: { day: '2024-01-10' }, outcome: 'reached', moved: [] }]);
  expect(points[0]?.timeCome).toHaveLength(1);
});

test('saying the same again is told as that, and a reason given later counts', () => {
  const rule = { count: 'oppose', 'at-most': 0, 'with-why': true };
  const positions = [
    { stance: 'oppose', date: '2024-01-02' },
    { stance: 'oppose', date: '2024-01-03', why: 'too dear', by: 'a minister' },
  ];
  const { points } = told({ rule, members: { A: { positions } } });
  expect(points.map(({ outcome }) => outcome)).toEqual(['reached', 'blocked']);
  expect(points[1]).toMatchObject({ moved: [], restated: [{ member: 'A', stance: 'oppose', why: 'too dear' }] });
});

test('on record, what others reported is no news', () => {
  const roster = rosterOf({
    members: { A: { positions: [{ stance: 'support', date: '2024-01-02', basis: 'reported' }] }, B: 'undeclared' },
    claims: [{ date: '2024-01-03', holdouts: [] }],
  });
  expect(datesIn(timeline([roster]))).toEqual(['2024-01-02', '2024-01-03']);
  expect(timeline([roster], { onRecord: true })).toMatchObject({ points: [], start: { counts: { undeclared: 2 } } });
});

describe('several rosters', () => {
  const parts = { members: { A: 'support', B: 'undeclared' }, milestones: [{ date: '2024-01-05', name: 'a meeting' }] };
  const first = rosterOf({ ...parts, title: 'First', 'as-of': '2024-01-01' });

  test('show where they differ on the day from which the next one speaks', () => {
    const next = rosterOf({
      'as-of': '2024-01-08',
      title: 'Next',
      rule: 'simple-majority',
      members: { A: { stance: 'oppose', why: 'too dear' }, C: 'support', D: 'support' },
      claims: [
        { date: '2023-12-01', supporting: 1 },
        { date: '2024-01-07', supporting: 2 },
      ],
      milestones: [{ date: '2024-01-05', name: 'a meeting' }],
      candidates: { X: { history: [{ date: '2024-01-06', status: 'declared' }] } },
      decision: { date: '2024-01-08', outcome: 'adopted' },
    });
    const both = timeline([next, first]);
    expect(both).toMatchObject({ title: 'Next', rule: { name: 'simple-majority' }, metFromBeginning: false });
    expect(both.start).toBeUndefined();
    expect(datesIn(both)).toEqual(['2024-01-01', '2024-01-05', '2024-01-08']);
    expect(both.points[0]).toMatchObject({ moved: [], joined: [], ruleChanged: false, counts: { members: 2 } });
    expect(both.points[2]).toMatchObject({
      moved: [{ member: 'A', from: 'support', to: 'oppose', why: 'too dear' }],
      joined: [{ member: 'C' }, { member: 'D' }],
      left: [{ member: 'B', stance: 'undeclared' }],
      claims: [{ date: { day: '2024-01-07' }, named: 2 }],
      candidates: [{ name: 'X', status: 'declared', date: { day: '2024-01-06' } }],
      milestones: [],
      decision: { outcome: 'adopted' },
      ruleChanged: true,
      outcome: 'reached',
    });
    expect(both.firstReached?.day).toBe('2024-01-08');
  });

  test('that differ in what a stance rests on tell of that', () => {
    const next = rosterOf({
      ...parts,
      members: { A: { stance: 'support', by: 'a minister' }, B: 'undeclared' },
      'as-of': '2024-01-08',
    });
    expect(timeline([first, next]).points.at(-1)).toMatchObject({
      moved: [],
      restated: [{ member: 'A', by: 'a minister' }],
    });
  });

  test('need an as-of; one without it speaks from before all others', () => {
    const undated = rosterOf({ ...parts, members: { A: 'oppose' } });
    expect(datesIn(timeline([first, undated]))).toEqual(['', '2024-01-01', '2024-01-05']);
  });
});

test('a member that is in the roster neither before nor after did nothing', () => {
  const changes = gatherChanges();
  changes.add(undefined, undefined);
  expect(changes.sorted()).toEqual({ moved: [], restated: [], joined: [], left: [] });
});
