import { expect, test } from 'vitest';
import { dueOf } from '../../../src/engine/decisions/due.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import { nextDue } from '../../../src/model/decisions/listed.ts';
import { rosterOf, time } from '../../support/rosters.ts';

/** What is due on a date: kind, date, name and days. */
function dueOn(date: string, rule: unknown, rest: object = {}) {
  const roster = rosterOf({ title: 't', rule, members: { a: 'support', b: {} }, ...rest });
  const taken = snapshot(roster, time(date));
  return dueOf(taken, tally(taken));
}

const toldOn = (...about: Parameters<typeof dueOn>) =>
  dueOn(...about).map(({ kind, date, name, days }) => [kind, date.text, name, days]);

test('deadlines, also those that were missed while it is open, the earliest first', () => {
  const milestones = [
    { date: '2024-03-10', name: 'later', deadline: true },
    { date: '2024-02-01', name: 'missed', deadline: true },
    { date: '2024-03-05', name: 'no deadline' },
    { date: '2024-03', name: 'some day', deadline: true, circa: true },
  ];
  expect(toldOn('2024-03-01', 'consensus', { milestones })).toEqual([
    ['deadline', '2024-02-01', 'missed', -29],
    ['deadline', '2024-03-10', 'later', 9],
    ['deadline', '2024-03', 'some day', 30],
  ]);
  expect(dueOn('2024-03-01', 'consensus', { milestones }).map(({ circa }) => circa)).toEqual([false, false, true]);
  // Once it is reached, nothing was missed.
  expect(toldOn('2024-03-01', 'simple-majority', { members: { a: 'support' }, milestones })[0]?.[1]).toBe('2024-03-10');
});

test('the end of a silence is one date, and a closing another', () => {
  expect(toldOn('2024-03-01', { silence: '2024-03-04T17:00:00Z' })).toEqual([
    ['silence', '2024-03-04T17:00:00Z', 'silence procedure', 3],
  ]);
  expect(toldOn('2024-03-05', { silence: '2024-03-04T17:00:00Z' })).toEqual([]);
  const rule = { count: 'support', 'at-least': 1, 'not-before': '2024-03-08', closes: '2024-03-20', label: 'vote' };
  expect(toldOn('2024-03-01', rule)).toEqual([
    ['not-before', '2024-03-08', 'vote', 7],
    ['closing', '2024-03-20', 'vote', 19],
  ]);
  expect(toldOn('2024-03-08', rule)).toEqual([['closing', '2024-03-20', 'vote', 12]]);
});

test('what closes all of a rule is told once, without the name of a part', () => {
  const rule = {
    all: [
      { count: 'support', 'at-least': 1, label: 'one' },
      { count: 'support', 'at-least': 1, label: 'two' },
    ],
  };
  expect(toldOn('2024-03-01', rule, { closes: '2024-03-03' })).toEqual([['closing', '2024-03-03', undefined, 2]]);
});

test('a bare day has not come at an hour of that day', () => {
  expect(toldOn('2024-03-03T10:00:00Z', 'consensus', { closes: '2024-03-03' })).toEqual([
    ['closing', '2024-03-03', 'consensus', 0],
  ]);
  expect(toldOn('2024-03-03', 'consensus', { closes: '2024-03-03' })).toEqual([]);
});

test('nothing is due once it is decided', () => {
  const milestones = [{ date: '2024-03-10', name: 'later', deadline: true }];
  const decision = { date: '2024-02-20', outcome: 'withdrawn' };
  expect(toldOn('2024-03-01', 'consensus', { milestones, decision })).toEqual([]);
  expect(toldOn('2024-02-19', 'consensus', { milestones, decision })).toHaveLength(1);
});

test('the next one is the first that has not passed, else the last that was missed', () => {
  const deadlines = ['2024-02-01', '2024-02-10', '2024-03-10', '2024-03-12'].map((date) => ({
    date,
    name: date,
    deadline: true,
  }));
  const nextOf = (milestones: readonly object[]) => nextDue({ due: dueOn('2024-03-01', 'consensus', { milestones }) });
  expect(nextOf(deadlines)?.name).toBe('2024-03-10');
  expect(nextOf(deadlines.slice(0, 2))?.name).toBe('2024-02-10');
  expect(nextOf([])).toBeUndefined();
});
