import { describe, expect, test } from 'vitest';
import { timeline } from '../../src/engine/timeline.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { type Plain, rosterOf, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';

const stanceOf = (parts: Plain, asOf: string): string => standingIn(snapshotOf(parts, asOf), 'A').stance;
const at = (clock: string): string => `2024-03-05T${clock}:00Z`;

describe('as of an instant, what carries a later instant of the day is not known', () => {
  const members = { A: { date: at('11:19'), stance: 'support' }, B: { date: at('14:49'), stance: 'support' } };
  test.each([
    ['2024-03-04', 0],
    [at('11:18'), 0],
    [at('11:19'), 1],
    [at('12:00'), 1],
    [at('14:49'), 2],
    ['2024-03-05', 2],
  ])('on %s the votes of 11:19 and 14:49 are %i', (asOf, votes) => {
    expect(tallyOf({ members }, asOf).counts.support).toBe(votes);
  });

  test('nor are claims, candidacies, arrivals and departures', () => {
    const parts = {
      members: { A: 'support', B: { joined: at('14:00') }, C: { left: at('14:00') } },
      claims: [{ date: at('14:00'), supporting: 1 }],
      candidates: { X: { history: [{ date: at('14:00'), status: 'declared' }] } },
    };
    const [noon, evening] = [at('12:00'), at('18:00')].map((asOf) => snapshotOf(parts, asOf));
    expect(noon).toMatchObject({ claims: [], candidates: [], members: [{ code: 'A' }, { code: 'C' }] });
    expect(evening).toMatchObject({ claims: [{}], candidates: [{}], members: [{ code: 'A' }, { code: 'B' }] });
  });
});

describe('several positions of a member on one day', () => {
  const positions = [
    { date: at('14:49'), stance: 'oppose', why: 'changed' },
    { date: '2024-03-05', stance: 'withheld', why: 'thinking' },
    { date: at('11:19'), stance: 'support' },
  ];
  const parts = { members: { A: { positions } } };

  test.each([
    [at('00:00'), 'withheld'],
    [at('11:19'), 'support'],
    [at('14:49'), 'oppose'],
    ['2024-03-05', 'oppose'],
  ])('on %s it is %s: the bare day stands before the instants', (asOf, stance) => {
    expect(stanceOf(parts, asOf)).toBe(stance);
  });

  test('make one row of a timeline, as at its end', () => {
    const { points } = timeline([rosterOf(parts)]);
    expect(points).toMatchObject([{ date: { day: '2024-03-05' }, moved: [{ from: 'undeclared', to: 'oppose' }] }]);
  });

  test.each([
    [at('11:19'), '2024-03-05T12:19:00+01:00'],
    ['2024-03-31', '2024-03'],
    ['2024-03-05', '2024-03-05'],
  ])('are an error at one time: %s and %s', (first, second) => {
    const two = [first, second].map((date) => ({ date, stance: 'support' }));
    const text = JSON.stringify({ title: 'T', rule: 'consensus', members: { A: { positions: two } } });
    const result = parseRoster(text);
    expect(result.ok ? [] : result.diagnostics.map(({ code }) => code)).toEqual(['same-date']);
  });
});

describe('a list and the own word of the same day', () => {
  const withheld = (date: string): Plain => ({ date, stance: 'withheld', why: 'thinking' });
  test.each([
    ['2024-03-05', '2024-03-05', 'withheld', 'the own word wins where neither has an hour'],
    ['2024-03-05', at('12:00'), 'withheld', 'or only the list has one'],
    [at('12:00'), '2024-03-05', 'withheld', 'or only the own word'],
    [at('12:00'), at('12:00'), 'withheld', 'or both have the same'],
    [at('11:00'), at('12:00'), 'support', 'a later list moves it'],
    [at('13:00'), at('12:00'), 'withheld', 'an earlier list does not'],
  ])('own word %s, list %s: %s, %s', (own, list, stance) => {
    const parts = { members: { A: withheld(own), B: 'oppose' }, claims: [{ date: list, by: 'a paper', holdouts: [] }] };
    expect(stanceOf(parts, '2024-03-05')).toBe(stance);
    const { points } = timeline([rosterOf(parts)]);
    expect(points.at(-1)?.counts[stance as 'support']).toBe(1);
  });

  test('a later word is not known yet: until then the list of the day moves the member', () => {
    const parts = { members: { A: withheld(at('13:00')) }, claims: [{ date: '2024-03-05', holdouts: [] }] };
    expect(stanceOf(parts, at('12:00'))).toBe('support');
    expect(stanceOf(parts, at('13:00'))).toBe('withheld');
  });
});

test('a count is checked at its own time, in a snapshot and in a timeline', () => {
  const parts = {
    members: { A: { date: at('11:19'), stance: 'support' }, B: { date: at('14:49'), stance: 'support' } },
    claims: [
      { date: at('12:00'), supporting: 1 },
      { date: '2024-03-05', supporting: 2 },
    ],
  };
  const agreeing = [
    { text: '2', named: 2, agrees: true },
    { text: '1', named: 1, agrees: true },
  ];
  expect(snapshotOf(parts, '2024-03-06').claims).toMatchObject(agreeing);
  expect(timeline([rosterOf(parts)]).points.at(-1)?.claims).toMatchObject(agreeing);
});

describe('a report of what a member has stated', () => {
  test('does not let a list move it', () => {
    const positions = [
      { date: '2024-03-01', stance: 'support' },
      { date: '2024-03-03', stance: 'support', basis: 'reported' },
    ];
    const parts = { members: { A: { positions } }, claims: [{ date: '2024-03-05', holdouts: ['A'] }] };
    expect(standingIn(snapshotOf(parts, '2024-03-06'), 'A')).toMatchObject({ stance: 'support', basis: 'stated' });
    expect(timeline([rosterOf(parts)]).points.at(-1)).toMatchObject({
      counts: { support: 1 },
      claims: [{ agrees: false }],
    });
  });
});

describe('a list dated by a month or a best guess', () => {
  const own = (date: string): Plain => ({ A: { date, stance: 'unclear' } });
  test.each([
    ['2024-03', false, '2024-03-01', 'unclear'],
    ['2024-03', false, '2024-03', 'unclear'],
    ['2024-03', false, '2024-02-29', 'support'],
    ['2024-03-15', true, '2024-03-08', 'unclear'],
    ['2024-03-15', true, '2024-03-22', 'unclear'],
    ['2024-03-15', true, '2024-03-07', 'support'],
    ['2024-03', true, '2024-03-01', 'unclear'],
    ['2024-03', true, '2024-04-07', 'unclear'],
    ['2024-03', true, '2024-02-29', 'support'],
    ['2024-03-15', false, '2024-03-14', 'support'],
  ])('%s, circa: %s, and an own position of %s: %s', (date, circa, day, stance) => {
    const parts = { members: own(day), claims: [{ date, circa, by: 'a paper', holdouts: [] }] };
    expect(stanceOf(parts, '2024-04-30')).toBe(stance);
    const points = timeline([rosterOf(parts)]).points;
    expect(points.at(-1)?.counts[stance as 'support']).toBe(1);
  });

  test('moves a member until its position near that date is known, and is set aside from then on', () => {
    const parts = {
      members: {
        A: {
          positions: [
            { date: '2024-01-01', stance: 'withheld', why: 'w' },
            { date: '2024-03-18', stance: 'withheld', why: 'w' },
          ],
        },
      },
      claims: [{ date: '2024-03-15', circa: true, holdouts: [] }],
    };
    expect(stanceOf(parts, '2024-03-16')).toBe('support');
    expect(standingIn(snapshotOf(parts, '2024-03-18'), 'A')).toMatchObject({
      stance: 'withheld',
      since: time('2024-01-01'),
    });
    const moves = timeline([rosterOf(parts)]).points.map(({ moved }) => moved.map(({ to }) => to));
    expect(moves).toEqual([['withheld'], ['support'], ['withheld']]);
  });

  test('is read without it where another list of that time is exact', () => {
    const claims = [
      { date: '2024-03-31', by: 'a paper', holdouts: [] },
      { date: '2024-03', by: 'an agency', holdouts: ['A'] },
    ];
    expect(stanceOf({ members: own('2024-03-20'), claims }, '2024-04-30')).toBe('support');
    expect(stanceOf({ members: own('2024-02-20'), claims }, '2024-04-30')).toBe('unclear');
  });
});
