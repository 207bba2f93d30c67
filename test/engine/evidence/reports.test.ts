import { expect, test } from 'vitest';
import { prune } from '../../../src/engine/prune.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { codesOf, type Plain, rosterOf, time } from '../../support/rosters.ts';

const dates = Array.from({ length: 12 }, (_, index) => `2024-01-${String(10 + index)}`);
const reports = dates.map((date, index) => ({
  date,
  stance: index % 3 === 2 ? 'support' : 'unclear',
  by: `agency ${index % 2}`,
}));
const members: Readonly<Record<string, { readonly positions?: readonly Plain[] } & Plain>> = {
  A: {},
  B: {},
  'joined before': { joined: '2024-01-01' },
  'joined later': { joined: '2024-01-14' },
  'joined later, too': { joined: '2024-01-14' },
  returned: { terms: [{ joined: '2024-01-02', left: '2024-01-12' }, { joined: '2024-01-17' }] },
  firm: { positions: [{ stance: 'oppose', date: '2024-01-13' }] },
  'in two minds': {
    positions: [
      { stance: 'withheld', date: '2024-01-03' },
      { stance: 'conditional', date: '2024-01-15' },
    ],
  },
};
const rest = { 'as-of': '2024-03-01', rule: 'consensus' };
const codes = Object.fromEntries(Object.keys(members).map((name, index) => [name, `M${index}`]));
const written = (positionsOf: (name: string) => readonly Plain[] | undefined): Plain =>
  Object.fromEntries(
    Object.entries(members).map(([name, member]) => {
      const positions = positionsOf(name);
      return [codes[name], positions === undefined ? member : { ...member, positions }];
    }),
  );
const told = rosterOf({
  ...rest,
  members: written(() => undefined),
  groups: { all: Object.values(codes) },
  claims: reports.map((report) => ({ ...report, of: 'all' })),
});
/** The same with each report among the own positions of those that it reaches. */
const said = rosterOf({
  ...rest,
  members: written((name) => {
    const { positions = [] } = members[name] as { positions?: readonly Plain[] };
    const isIn = ({ date }: Plain): boolean => {
      if (name === 'joined later' || name === 'joined later, too') return String(date) >= '2024-01-14';
      if (name === 'returned') return String(date) < '2024-01-12' || String(date) >= '2024-01-17';
      if (name === 'firm') return String(date) < '2024-01-13';
      return !positions.some((own) => own.date === date);
    };
    return [...positions, ...reports.filter(isIn).map((report) => ({ ...report, basis: 'reported' }))];
  }),
});

test.each(['2024-01-09', '2024-01-12', '2024-01-16', '2024-01-18', '2024-03-01'])(
  'many reports about all are, as of %s, as if each had been written of every member that it reaches',
  (date) => {
    expect(snapshot(told, time(date)).members).toEqual(snapshot(said, time(date)).members);
  },
);

test('a report is contradicted by whoever had firmly another stance then, and was in the roster', () => {
  const contradictedBy = (parts: Plain, asOf = '2024-03-01'): string[] =>
    snapshot(
      rosterOf({
        ...rest,
        ...parts,
        claims: reports.map((report) => ({ ...report, of: Object.keys(parts.members as Plain) })),
      }),
      time(asOf),
    ).claims.flatMap(({ agrees, date }) => (agrees ? [] : [date.text]));
  const [A, yes] = [{ stance: 'oppose', date: '2024-01-12' }, { stance: 'support' }];
  expect(contradictedBy({ members: { A, B: {} } })).toEqual(dates.slice(2));
  expect(contradictedBy({ members: { A: yes, B: {} } })).toEqual(
    reports.flatMap(({ date, stance }) => (stance === 'support' ? [] : [date])),
  );
  expect(contradictedBy({ members: { A: { ...A, left: '2024-01-15' }, B: {} } })).toEqual(dates.slice(2, 5));
  expect(contradictedBy({ members: { A: { positions: [A, { stance: 'unclear', date: '2024-01-14' }] } } })).toEqual(
    dates.slice(2, 4),
  );
  expect(contradictedBy({ members: { A: { ...yes, joined: '2024-02-01' }, B: {} } })).toEqual([]);
  expect(contradictedBy({ members: { A: { ...yes, joined: '2024-02-01' }, B: {} } }, '2024-01-30')).toEqual([]);
  expect(contradictedBy({ rounds: [{ date: '2024-01-14' }], members: { A, B: {} } })).toEqual(dates.slice(2, 4));
});

test('a pruned roster of many reports has the same members', () => {
  const { roster } = prune(told, time('2024-03-01'));
  const [before, after] = [told, roster].map((one) => snapshot(one, time('2024-03-01')).members);
  expect(codesOf(after ?? [])).toEqual(codesOf(before ?? []));
  expect(after?.map(({ stance, since }) => [stance, since])).toEqual(
    before?.map(({ stance, since }) => [stance, since]),
  );
});
