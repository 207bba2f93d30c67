import { describe, expect, test } from 'vitest';
import { timelineEnd } from '../../src/engine/answer.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Roster } from '../../src/model/roster.ts';
import { rosterOf, time } from '../support/rosters.ts';

const roster = rosterOf({
  'as-of': '2024-01-10',
  members: {
    A: {
      positions: [
        { stance: 'oppose', date: '2024-01-05' },
        { stance: 'support', date: '2024-02-05' },
      ],
    },
    B: 'support',
  },
});
const bounds = (from?: string, to?: string) => ({ ...(from && { from: time(from) }), ...(to && { to: time(to) }) });

describe('the end of a timeline', () => {
  test.each([
    ['is its last date, whatever the as-of', undefined, undefined, '2024-02-05', 'reached', []],
    ['is the last day asked for', undefined, '2024-01-31', '2024-01-31', 'blocked', ['A']],
    ['is the first day asked for where nothing happens after it', '2024-03-01', undefined, '2024-03-01', 'reached', []],
  ] as const)('%s', (_, from, to, day, outcome, holdouts) => {
    const end = timelineEnd([roster], timeline([roster], bounds(from, to)));
    expect(end?.snapshot.asOf.day).toBe(day);
    expect(end?.tally.outcome).toBe(outcome);
    expect(end?.tally.holdouts.map(({ code }) => code)).toEqual(holdouts);
  });

  test('is any day where nothing is dated', () => {
    const undated = rosterOf({ members: { A: 'support' } });
    expect(timelineEnd([undated], timeline([undated]))?.tally.outcome).toBe('reached');
  });

  test('leaves out what others reported where the timeline does', () => {
    const reported = rosterOf({ members: { A: { stance: 'support', basis: 'reported', date: '2024-01-05' } } });
    const told = timeline([reported], { onRecord: true });
    expect(timelineEnd([reported], told)).toMatchObject({ snapshot: { onRecord: true }, tally: { outcome: 'open' } });
  });

  test('of several rosters is that of the one that holds on that day', () => {
    const of = (asOf: string | undefined, stance: string): Roster =>
      rosterOf({ ...(asOf !== undefined && { 'as-of': asOf }), members: { A: stance } });
    const rosters = [of('2024-03-01', 'oppose'), of('2024-01-01', 'undeclared'), of('2024-02-01', 'support')] as const;
    const outcomeBy = (to: string) =>
      timelineEnd([...rosters], timeline([...rosters], { to: time(to) }))?.tally.outcome;
    expect(['2023-12-31', '2024-01-31', '2024-02-15', '2024-03-01'].map(outcomeBy)).toEqual([
      undefined,
      'open',
      'reached',
      'blocked',
    ]);
    const undated = [of(undefined, 'support'), of('2024-01-01', 'oppose')] as const;
    expect(timelineEnd([...undated], timeline([...undated], { to: time('2023-12-31') }))?.tally.outcome).toBe(
      'reached',
    );
  });
});
