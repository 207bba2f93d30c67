import { describe, expect, test } from 'vitest';
import { diff } from '../../src/engine/diff.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { CountStatement } from '../../src/model/snapshot.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { printing } from '../support/printed.ts';
import { type Plain, readRoster, rosterOf, snapshotOf, time } from '../support/rosters.ts';
import { onlyProblem, rosterText } from '../support/texts.ts';

const baltic = { 'Baltic states': ['EE', 'LV', 'LT'] };
const among = (rest: Plain): Plain => ({ date: '2024-02-21', by: 'a diplomat', among: 'Baltic states', ...rest });
const parts = (members: Plain, ...claims: readonly Plain[]): Plain => ({
  names: 'iso-3166',
  groups: baltic,
  members: { EE: 'support', LV: {}, LT: {}, PL: {}, DE: {}, ...members },
  claims,
});
const told = (roster: Plain, asOf = '2024-03-01'): CountStatement =>
  snapshotOf(roster, asOf).claims[0] as CountStatement;

describe('a count within a group', () => {
  test('is held against the members of the group alone', () => {
    expect(told(parts({}, among({ supporting: 2 })))).toMatchObject({
      among: { codes: ['EE', 'LV', 'LT'], group: 'Baltic states' },
      min: 2,
      max: 2,
      named: 1,
      unnamed: { min: 1, max: 1 },
      agrees: true,
    });
  });

  test('may list its members', () => {
    expect(told(parts({}, among({ supporting: 1, among: ['PL', 'EE'] })))).toMatchObject({
      among: { codes: ['EE', 'PL'] },
      named: 1,
      unnamed: { min: 0, max: 0 },
    });
  });

  test.each<[count: string, min: number, max: number]>([
    ['two of three', 2, 2],
    ['two-thirds', 2, 2],
    ['90%', 2, 3],
    ['all', 3, 3],
    ['all but 1', 2, 2],
    ['more than 1', 2, 3],
    ['none', 0, 0],
  ])('%s is of its members', (supporting, min, max) => {
    expect(told(parts({}, among({ supporting })))).toMatchObject({ min, max });
  });

  test('leaves out who is recused, and who was not a member then', () => {
    const roster = (rest: Plain) => told(parts(rest, among({ supporting: 'all' })));
    expect(roster({ LV: 'recused' })).toMatchObject({ min: 2, max: 2, unnamed: { min: 1, max: 1 } });
    expect(roster({ LV: { joined: '2024-02-22' } })).toMatchObject({ min: 2, max: 2 });
    expect(roster({ LV: { left: '2024-02-22' } })).toMatchObject({ min: 3, max: 3 });
  });

  test('of nobody who was a member then can only be of nobody', () => {
    const members = Object.fromEntries(['EE', 'LV', 'LT'].map((code) => [code, { joined: '2024-02-22' }]));
    expect(told(parts(members, among({ supporting: 'all' })))).toMatchObject({ min: 0, max: 0, agrees: true });
    expect(told(parts(members, among({ supporting: 1 })))).toMatchObject({ agrees: false });
  });

  test('does not agree with a total that is not the group’s', () => {
    expect(told(parts({}, among({ supporting: '2 of 5' })))).toMatchObject({
      agrees: false,
      contradiction: { total: 5, members: 3 },
    });
  });

  test('moves nobody, and is left out on record', () => {
    const roster = parts({}, among({ supporting: 'all' }));
    expect(snapshotOf(roster).members).toEqual(snapshotOf(parts({})).members);
    expect(snapshotOf(roster, '2024-03-01', { onRecord: true }).claims).toEqual([]);
  });

  test('is no count of all members, so it leaves nothing open about those', () => {
    const whole = { date: '2024-02-20', by: 'an official', supporting: 'at least 2' };
    expect(snapshotOf(parts({}, among({ supporting: 2 }))).reported).toEqual({});
    expect(snapshotOf(parts({}, whole, among({ supporting: 3 }))).reported).toEqual({ supporting: { min: 2, max: 5 } });
  });
});

describe('a count that leaves no doubt says so', () => {
  test.each<[what: string, claim: Plain, implied: unknown]>([
    ['all are in favour', among({ supporting: 'all' }), { codes: ['LT', 'LV'], counted: true }],
    ['one alone is', among({ supporting: 1 }), { codes: ['LT', 'LV'], counted: false }],
    ['nobody holds back', among({ 'holding-out': 'none' }), { codes: ['LT', 'LV'], counted: false }],
    ['two hold back', among({ 'holding-out': 2 }), { codes: ['LT', 'LV'], counted: true }],
    ['of two one is left', among({ supporting: 2, among: ['EE', 'LV'] }), { codes: ['LV'], counted: true }],
    ['of all members', { date: '2024-02-21', supporting: 5 }, { codes: ['DE', 'LT', 'LV', 'PL'], counted: true }],
    ['two are, and it may be either', among({ supporting: 2 }), undefined],
    ['a list says it by name', { date: '2024-02-21', supporting: 1, holdouts: ['LV', 'LT', 'PL', 'DE'] }, undefined],
    ['it is of those that are known', among({ supporting: 1, among: ['EE'] }), undefined],
    ['it cannot be true', among({ supporting: 'none' }), undefined],
  ])('%s', (_, claim, implied) => {
    expect(told(parts({}, claim)).implied).toEqual(implied);
  });
});

describe('over time a count within a group', () => {
  const members = {
    LV: { date: '2024-02-10', stance: 'support' },
    LT: { date: '2024-02-23', stance: 'oppose', why: 'w' },
  };

  test('is told on its day, held against those that the group had then', () => {
    const roster = rosterOf(parts(members, among({ supporting: 2 })));
    const [point] = timeline([roster]).points.filter(({ claims }) => claims.length > 0);
    expect(point?.claims).toEqual(snapshot(roster, time('2024-02-21')).claims);
    expect(point?.claims).toMatchObject([{ named: 2, unnamed: { min: 0, max: 0 }, implied: { codes: ['LT'] } }]);
  });

  test('is another one where it is of others', () => {
    const side = (rest: Plain) => snapshotOf(parts({}, among({ supporting: 1, ...rest })));
    expect(diff(side({}), side({ among: ['EE', 'LT', 'LV'] })).claims).toEqual({ added: [], removed: [] });
    const { added, removed } = diff(side({}), side({ among: ['EE', 'LT'] })).claims;
    expect([added, removed]).toMatchObject([
      [{ among: { codes: ['EE', 'LT'] } }],
      [{ among: { group: 'Baltic states' } }],
    ]);
  });

  test('of several rosters is told once', () => {
    const roster = (asOf: string) => rosterOf({ ...parts(members, among({ supporting: 2 })), 'as-of': asOf });
    const { points } = timeline([roster('2024-02-20'), roster('2024-02-28')]);
    expect(points.flatMap(({ claims }) => claims)).toHaveLength(1);
  });
});

describe('an abridged roster', () => {
  const abridged = (roster: Plain, date = '2024-03-01') => prune(rosterOf(roster), time(date)).roster;

  test('has the latest count of each group and of all members', () => {
    const whole = { date: '2024-02-20', by: 'an official', supporting: 2 };
    const earlier = among({ date: '2024-02-01', supporting: 1 });
    const moved = {
      positions: [
        { date: '2024-01-15', stance: 'support' },
        { date: '2024-02-22', stance: 'unclear' },
      ],
    };
    const roster = parts({ LV: moved }, earlier, whole, among({ supporting: 2 }));
    expect(abridged(roster).claims.map(({ date }) => date.text)).toEqual(['2024-02-20', '2024-02-21']);
  });

  test('names the group if that still has everybody whom the count is of, and keeps these', () => {
    const claim = among({ supporting: '2 of 3' });
    expect(abridged(parts({}, claim)).claims[0]?.among).toEqual({ codes: ['EE', 'LV', 'LT'], group: 'Baltic states' });
    const short = abridged(parts({ LT: { left: '2024-02-25' } }, claim));
    expect(short.claims[0]).toMatchObject({ among: { codes: ['EE', 'LT', 'LV'] } });
    expect(short.members.map(({ code }) => code)).toContain('LT');
    expect(readRoster(writeRoster(short))).toEqual(short);
    expect(snapshot(short, time('2024-03-01')).claims).toMatchObject([{ min: 2, max: 2, named: 1, agrees: true }]);
  });

  test('forgets whom nothing that stays is of', () => {
    const claim = among({ date: '2024-02-01', supporting: 1 });
    const left = {
      positions: [
        { date: '2024-01-15', stance: 'oppose', why: 'w' },
        { date: '2024-02-22', stance: 'unclear' },
      ],
    };
    const roster = parts({ LV: left, LT: { left: '2024-02-25' } }, claim, among({ supporting: 2 }));
    const codes = (short: ReturnType<typeof abridged>) => short.members.map(({ code }) => code);
    expect(codes(abridged(roster))).toContain('LT');
    expect(codes(prune(rosterOf(roster), time('2024-03-01'), { onRecord: true }).roster)).not.toContain('LT');
  });
});

test('it is written back as it was read', () => {
  const roster = rosterOf(parts({}, among({ supporting: 2 }), among({ 'holding-out': 'half', among: ['EE', 'DE'] })));
  expect(readRoster(writeRoster(roster))).toEqual(roster);
});

test.each<[what: string, claim: string, message: string, hint: string]>([
  [
    'with a list of holdouts',
    '{ date: 2024-02-21, supporting: 1, among: [NL], holdouts: [BE] }',
    '"among" is for counts, and a list of holdouts covers all members',
    'write the count within a group as a claim of its own, without "holdouts"',
  ],
  [
    'in a report about several',
    '{ date: 2024-02-21, of: [NL], stance: unclear, among: [NL] }',
    'a report about several members has no "among"',
    'delete it: "of" already names the members',
  ],
])('"among" %s is a mistake', (_, claim, message, hint) => {
  expect(onlyProblem(rosterText({ rest: `claims:\n  - ${claim}\n` }))).toMatchObject({
    code: 'conflicting-keys',
    message,
    hint,
  });
});

const text = (claims: string, groups = 'Baltic states: [EE, LV, LT]'): string => `title: A treaty
names: iso-3166
as-of: 2024-03-01
rule: consensus
groups: { ${groups} }
members:
  EE: { date: 2024-02-20, stance: support }
  LV:
  LT:
  PL:
claims:
${claims}
`;
const ofGroup = '  - { date: 2024-02-21, by: a diplomat, among: Baltic states, supporting: 2 }';

/** What is printed, as running text. */
const running = async (roster: string, ...args: readonly string[]): Promise<string> =>
  (await printing(roster)(...args)).replace(/\s+/g, ' ');

describe('a count within a group is told', () => {
  const sentence = '2 of the Baltic states in favour (a diplomat): 1 identified, 1 not';

  test.each([
    [['status', 'r.yaml'], `21 Feb ${sentence}`],
    [['status', 'r.yaml', '--format', 'markdown'], sentence],
    [['timeline', 'r.yaml'], `Reported: ${sentence}`],
    [['diff', 'r.yaml@2024-02-20', 'r.yaml'], sentence],
    [['timeline', 'r.yaml', '--format', 'csv'], 'supporting among EE LV LT: 2 (a diplomat)'],
  ])('%j says %j', async (args, expected) => {
    expect(await running(text(ofGroup), ...args)).toContain(expected);
  });

  test.each([
    ['supporting: two of three, among: Baltic states', 'two of the three Baltic states in favour: 1 identified, 1 not'],
    ['supporting: 2 out of 3, among: Baltic states', '2 of the 3 Baltic states in favour'],
    ['supporting: 2 of 3, among: [EE, LV, PL]', '2 of 3 (Estonia, Latvia and Poland) in favour'],
    ['supporting: 2 of 4, among: Baltic states', 'says 4 members, there were 3'],
    ['supporting: half, among: [EE, LV, PL, LT]', 'half of Estonia, Latvia, Lithuania and Poland in favour'],
    [
      'supporting: all, among: Baltic states',
      'all of the Baltic states in favour: 1 identified, so all of the others (Latvia and Lithuania)',
    ],
    ['holding-out: none, among: [EE, PL]', 'none of Estonia and Poland holding back: 0 identified, so not Poland'],
    ['supporting: 2, among: [EE, PL]', '2 of Estonia and Poland in favour: 1 identified, so Poland too'],
    [
      'supporting: none, among: Baltic states',
      'none of the Baltic states in favour: contradicts the roster: at least 1 of 3 were in favour',
    ],
  ])('%s as %j', async (said, expected) => {
    expect(await running(text(`  - { date: 2024-02-21, ${said} }`), 'status', 'r.yaml')).toContain(expected);
  });

  test('without "the" twice, and with control characters escaped', async () => {
    const claims = '  - { date: 2024-02-21, supporting: 1, among: "The \\e[31mBig" }';
    const printed = await running(text(claims, '"The \\e[31mBig": [EE, PL]'), 'status', 'r.yaml');
    expect(printed).toContain('1 of the \\u{1b}[31mBig in favour');
  });

  test('with the number of the others where they are many', async () => {
    const others = Array.from({ length: 6 }, (_, index) => `m${index}`).join(', ');
    const roster = `title: A treaty\nrule: consensus\nas-of: 2024-03-01\nmembers: { a: support, ${others
      .split(', ')
      .map((code) => `${code}: `)
      .join(', ')} }\nclaims: [{ date: 2024-02-21, supporting: all, among: [a, ${others}] }]\n`;
    expect(await running(roster, 'status', 'r.yaml')).toContain('1 identified, so all of the 6 others');
  });

  test('as data, with those it is of', async () => {
    const claims = `${ofGroup}\n  - { date: 2024-02-22, supporting: 1 }`;
    const status = JSON.parse(await printing(text(claims))('status', 'r.yaml', '--format', 'json'));
    expect(status.claims).toMatchObject([
      { about: 'supporting', among: ['EE', 'LV', 'LT'], group: 'Baltic states', named: 1, unnamed: { min: 1, max: 1 } },
      { about: 'supporting', among: null, group: null },
    ]);
  });

  test('after the latest count of all members, where there is no room for both', async () => {
    const within = ['2024-02-22', '2024-02-23', '2024-02-24'].map(
      (date) => `  - { date: ${date}, among: Baltic states, supporting: 1 to 3 }`,
    );
    const claims = ['  - { date: 2024-02-21, by: NOS, supporting: 1 to 4 }', ...within].join('\n');
    expect(await running(text(claims), 'status', 'r.yaml')).toContain('1 to 4 in favour (NOS)');
  });

  test('and is no mark in the chart, which is of all members', async () => {
    const chart = await printing(text(`${ofGroup}\n  - { date: 2024-02-28, holding-out: 1 }`))('timeline', 'r.yaml');
    expect(chart).not.toContain('reported,');
    expect(chart).not.toMatch(/[●○◆] reported/);
  });
});

test('a snapshot leaves out a count that would come out otherwise, though not without those that have left', () => {
  const claims = [{ date: '2024-01-24', 'holding-out': '2', among: ['A', 'B'] }];
  const members = { A: { positions: [{ stance: 'support' }] }, B: { left: '2024-01-30' }, C: {} };
  const rounds = [{ date: '2024-01-29' }];
  const { roster: short } = prune(rosterOf({ members, claims, rounds }), time('2024-01-31'));
  expect(short.claims).toEqual([]);
  expect(readRoster(writeRoster(short))).toEqual(short);
});
