import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { memberHistory } from '../../src/engine/member-history.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { leafOf, type Plain, readRoster, rosterOf, snapshotOf, tallyOf, time } from '../support/rosters.ts';

describe('electoral votes by the census of 2010 and of 2020', () => {
  const changed = { CA: [55, 54], CO: [9, 10], IL: [20, 19], NY: [29, 28], OR: [7, 8] };
  const same = { CT: 7, DC: 3, DE: 3, HI: 4, MA: 11, MD: 10, NJ: 14, NM: 5, RI: 4, VT: 3, WA: 12 };
  const member = (votes: unknown): Plain => ({ stance: 'support', weights: { votes } });
  const members = Object.fromEntries([
    ...Object.entries(changed).map(([code, [then, now]]) => [code, member({ '2010-04-01': then, '2020-04-01': now })]),
    ...Object.entries(same).map(([code, votes]) => [code, member(votes)]),
  ]);
  const parts = { members, rule: { by: 'votes', 'at-least': 270 } };

  test.each([
    ['2009-12-31', '196', 'before the first value the first holds'],
    ['2010-04-01', '196', 'on its day'],
    ['2020-03-31', '196', 'until the next one'],
    ['2020-04-01', '195', 'which holds from its day on'],
    ['2020-04-01T00:00:00Z', '195', 'at every hour of it'],
    ['2030-01-01', '195', 'and for good'],
  ])('on %s they are %s: %s', (asOf, have) => {
    const leaf = leafOf(tallyOf(parts, asOf));
    expect([leaf.have, leaf.need, leaf.short]).toEqual([have, '270', `${270 - Number(have)}`]);
  });

  test('make a row of a timeline when they change, without a move', () => {
    const { points, start } = timeline([rosterOf(parts)]);
    expect(points.map(({ date }) => date.day)).toEqual(['2020-04-01']);
    expect(points[0]).toMatchObject({
      moved: [],
      restated: [],
      evaluation: { have: '195' },
      weights: [
        { member: 'CA', weight: 'votes', before: '55', after: '54' },
        { member: 'CO', weight: 'votes', before: '9', after: '10' },
        { member: 'IL' },
        { member: 'NY' },
        { member: 'OR' },
      ],
    });
    expect(start?.evaluation).toMatchObject({ have: '196' });
  });

  test('differ between two snapshots of the roster', () => {
    const roster = rosterOf(parts);
    const { weights, moved } = diff(snapshot(roster, time('2020-03-31')), snapshot(roster, time('2020-04-01')));
    expect(weights).toMatchObject([{ code: 'CA', weight: 'votes', before: '55', after: '54' }, {}, {}, {}, {}]);
    expect(moved).toEqual([]);
  });

  test('are those of the date in a roster as it stood', () => {
    const roster = rosterOf(parts);
    const { roster: short } = prune(roster, time('2015-01-01'));
    expect(short.members.find(({ code }) => code === 'CA')?.weights).toEqual({ votes: [{ value: '55' }] });
    expect(tally(snapshot(short, time('2015-01-01')))).toEqual(tally(snapshot(roster, time('2015-01-01'))));
    expect(readRoster(writeRoster(short))).toEqual(short);
  });

  test('are told of a member with their share on the date', () => {
    const roster = rosterOf(parts);
    const [ca] = roster.members;
    const weightsOn = (date: string) => memberHistory(roster, ca as Member, snapshot(roster, time(date))).weights;
    expect(weightsOn('2015-01-01')).toEqual([{ name: 'votes', value: '55', total: '196' }]);
    expect(weightsOn('2021-01-01')).toEqual([{ name: 'votes', value: '54', total: '195' }]);
  });
});

describe('a weight that changes', () => {
  const shares = (...values: readonly string[]): Plain =>
    Object.fromEntries(values.map((value, index) => [`2024-0${index + 1}-01`, value]));

  test('needs the decimals of its date alone', () => {
    const parts = {
      rule: { by: 'shares', 'more-than': '1/2' },
      members: {
        A: { stance: 'support', weights: { shares: shares('3', '3.25') } },
        B: { stance: 'oppose', weights: { shares: 3 } },
      },
    };
    const needOn = (asOf: string) => leafOf(tallyOf(parts, asOf)).need;
    expect([needOn('2024-01-15'), needOn('2024-02-01')]).toEqual(['6', '3.25']);
    const { points, start } = timeline([rosterOf(parts)]);
    expect([start, ...points].map((state) => leafOf(state as never).need)).toEqual(['6', '3.25']);
  });

  test('gives a diff the direction of the weights after', () => {
    const members = {
      A: {
        weights: { shares: shares('0', '5') },
        positions: [{ stance: 'oppose' }, { date: '2024-01-20', stance: 'support' }],
      },
      B: { stance: 'support', weights: { shares: 1 } },
    };
    const parts = { rule: { by: 'shares', 'at-least': 5 }, members };
    const moveTo = (asOf: string) => diff(snapshotOf(parts, '2024-01-15'), snapshotOf(parts, asOf)).moved[0];
    expect(moveTo('2024-01-31')).toMatchObject({ direction: 'sideways', decisive: false });
    expect(moveTo('2024-02-01')).toMatchObject({ direction: 'toward', decisive: true });
  });

  test('changes at an hour where it says so', () => {
    const noon = '2024-02-01T12:00:00Z';
    const weights = { shares: { '2024-01-01': 1, [noon]: 2, '2024-02-01T18:00:00Z': 3 } };
    const parts = { members: { A: { stance: 'support', weights } }, rule: { by: 'shares', 'at-least': 3 } };
    const haveOn = (asOf: string) => leafOf(tallyOf(parts, asOf)).have;
    expect(['2024-01-31', '2024-02-01T11:59:59Z', noon, '2024-02-01'].map(haveOn)).toEqual(['1', '1', '2', '3']);
    expect(timeline([rosterOf(parts)]).points).toMatchObject([
      { date: { day: '2024-02-01' }, outcome: 'reached', weights: [{ before: '1', after: '3' }] },
    ]);
  });

  test('to the same value, or of a member that is away, makes no row', () => {
    const members = {
      A: { stance: 'support', weights: { shares: shares('1', '1') } },
      B: { stance: 'support', left: '2024-01-10', weights: { shares: shares('1', '2') } },
    };
    const { points } = timeline([rosterOf({ members })]);
    expect(points.map(({ date }) => date.day)).toEqual(['2024-01-10']);
  });

  test('and a move of one day make one change of the totals', () => {
    const A = {
      weights: { shares: shares('1', '4') },
      positions: [{ stance: 'oppose' }, { date: '2024-02-01', stance: 'support' }],
    };
    const parts = {
      members: { A, B: { stance: 'oppose', weights: { shares: 4 } } },
      rule: { by: 'shares', 'at-least': '1/2' },
    };
    const [point] = timeline([rosterOf(parts)]).points;
    expect(point).toMatchObject({ outcome: 'reached', moved: [{ to: 'support' }], weights: [{ after: '4' }] });
    expect(point?.evaluation).toEqual(tallyOf(parts, '2024-02-01').evaluation);
  });
});
