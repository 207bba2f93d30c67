import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { fewestDemands } from '../../src/engine/coalitions/fewest-demands.ts';
import { demands } from '../../src/engine/demands.ts';
import { diff } from '../../src/engine/diff.ts';
import { memberHistory } from '../../src/engine/member-history.ts';
import { path } from '../../src/engine/path.ts';
import { prune } from '../../src/engine/prune.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { printing } from '../support/printed.ts';
import { type Plain, readRoster, rosterOf, said, snapshotOf, standingIn, time } from '../support/rosters.ts';
import { fixture, onlyProblem, rosterText } from '../support/texts.ts';

const history = [
  { date: '2024-01-10', status: 'promised', by: 'the premier', source: 'https://example.org/a' },
  { date: '2024-01-12', status: 'promised' },
  { date: '2024-01-20', status: 'met', by: 'the house' },
  { date: '2024-01-25', status: 'refused' },
];
const asking = (...wants: unknown[]): Plain => ({ stance: 'conditional', date: '2024-01-05', wants });
const parts = {
  demands: { visit: { text: 'a visit', history }, jets: 'forty jets' },
  members: { A: asking({ id: 'visit' }, 'money'), B: 'support' },
};
const on = (date: string, roster: Plain = parts, code = 'A') => standingIn(snapshotOf(roster, date), code);

describe('a demand that is met or dropped is no longer asked, and one that is promised or refused is', () => {
  test.each([
    ['2024-01-09', ['a visit', 'money'], undefined, undefined],
    ['2024-01-10', ['a visit', 'money'], 'promised', '2024-01-10'],
    ['2024-01-15', ['a visit', 'money'], 'promised', '2024-01-10'],
    ['2024-01-20', ['money'], 'met', '2024-01-20'],
    ['2024-01-25', ['a visit', 'money'], 'refused', '2024-01-25'],
  ])('on %s %j is wanted', (date, wants, status, since) => {
    const standing = on(date);
    expect(standing.wants).toEqual(wants);
    expect(standing.answered.map((one) => [one.id, one.text, one.status, one.since.text])).toEqual(
      status === undefined ? [] : [['visit', 'a visit', status, since]],
    );
  });

  test('a run of one status keeps its start, and what is not replaced', () => {
    expect(on('2024-01-15').answered).toMatchObject([{ by: 'the premier', sources: ['https://example.org/a'] }]);
    expect(on('2024-01-20').answered).toMatchObject([{ by: 'the house', sources: [] }]);
    expect(on('2024-01-25').answered[0]).not.toHaveProperty('by');
  });

  test('as of an instant, later ones are not known yet, and a bare day of it is', () => {
    const events = [
      { date: '2024-01-10T12:00:00Z', status: 'met' },
      { date: '2024-01-10', status: 'promised' },
      { date: '2024-02', status: 'refused', circa: true },
    ];
    const roster = { ...parts, demands: { visit: { text: 'a visit', history: events } } };
    const statusOn = (date: string) => on(date, roster).answered[0]?.status;
    expect(statusOn('2024-01-10T11:59:00Z')).toBe('promised');
    expect(statusOn('2024-01-10T12:00:00Z')).toBe('met');
    expect(statusOn('2024-02-28')).toBe('met');
    expect(on('2024-02-29', roster).answered).toMatchObject([{ status: 'refused', circa: true }]);
  });

  test('rounds and terms do not touch demands, and neither does what counts on record', () => {
    const terms = [{ left: '2024-01-15' }, { joined: '2024-01-18' }];
    const said = [asking({ id: 'visit' }), { ...asking({ id: 'visit' }), date: '2024-01-22' }];
    const members = { A: { terms, positions: said }, B: 'support' };
    const roster = rosterOf({ ...parts, members, rounds: [{ date: '2024-01-22' }] });
    for (const onRecord of [false, true]) {
      const taken = snapshot(roster, time('2024-01-23'), { onRecord });
      expect(standingIn(taken, 'A')).toMatchObject({ wants: [], answered: [{ status: 'met' }] });
      expect(taken.demands.map(({ id, members: codes }) => [id, codes])).toEqual([
        ['jets', []],
        ['visit', ['A']],
      ]);
    }
  });

  test('what a member only reportedly asks is not asked on record', () => {
    const members = { A: { ...asking({ id: 'visit' }), basis: 'reported' }, B: 'support' };
    const roster = rosterOf({ ...parts, members });
    const askers = (onRecord: boolean) =>
      snapshot(roster, time('2024-01-12'), { onRecord }).demands.map((demand) => demand.members);
    expect([askers(false), askers(true)]).toEqual([
      [[], ['A']],
      [[], []],
    ]);
    const told = timeline([roster], { onRecord: true }).points.flatMap((point) => point.demands);
    expect(told.map((change) => change.members)).toEqual([[], [], []]);
    const member = roster.members[0] as Member;
    expect(memberHistory(roster, member, snapshot(roster, time('2024-02-01'), { onRecord: true })).demands).toEqual([]);
  });

  test('a what-if takes no demand along to another stance, and keeps them with the same one', () => {
    const taken = snapshotOf(parts, '2024-01-22');
    expect(standingIn(assume(taken, new Map([['A', 'oppose']])), 'A').answered).toEqual([]);
    expect(standingIn(assume(taken, new Map([['A', 'conditional']])), 'A').answered).toHaveLength(1);
  });
});

describe('what a position wants is a demand', () => {
  const met = { history: [{ date: '2024-01-10', status: 'met' }] };
  const answeredBy = (visit: Plain, ...wants: unknown[]) =>
    on('2024-02-01', { demands: { visit }, members: { A: asking(...wants), B: 'support' } });

  test.each([
    ['by its id', { text: 'a visit', ...met }, { id: 'visit' }, 'a visit'],
    ['by its id, in words of its own', { text: 'a visit', ...met }, { id: 'visit', text: 'a talk' }, 'a talk'],
    ['by its id, in the only words that there are', met, { id: 'visit', text: 'a talk' }, 'a talk'],
    ['in the same words', { text: 'a visit', ...met }, 'a visit', 'a visit'],
  ])('%s', (_, visit, want, text) => {
    expect(answeredBy(visit, want, 'money')).toMatchObject({ wants: ['money'], answered: [{ id: 'visit', text }] });
  });

  test('and not in other words, or with another id', () => {
    const text = { text: 'a visit', ...met };
    expect(answeredBy(text, 'a talk').answered).toEqual([]);
    expect(answeredBy(text, { id: 'talk', text: 'a visit' }).answered).toEqual([]);
  });

  test('the words of a demand give its id to those that use them', () => {
    const standing = on('2024-01-09', { ...parts, members: { A: asking('a visit', 'money'), B: 'support' } });
    expect(standing.wantIds).toEqual({ 'a visit': 'visit' });
    expect(on('2024-01-22').wantIds).toBeUndefined();
  });

  test('also of a report about several', () => {
    const claims = [{ date: '2024-01-06', of: ['A', 'C'], stance: 'conditional', wants: [{ id: 'visit' }] }];
    const members = { A: 'undeclared', B: 'support', C: { stance: 'oppose', why: 'w' } };
    const taken = snapshotOf({ ...parts, members, claims }, '2024-01-22');
    expect(standingIn(taken, 'A')).toMatchObject({ basis: 'reported', wants: [], answered: [{ text: 'a visit' }] });
    // The one that has stated another settled stance is not said to have asked.
    expect(taken.demands.find(({ id }) => id === 'visit')?.members).toEqual(['A']);
  });
});

describe('the fewest demands', () => {
  const fewest = (demanded: Plain, members: Plain, rest: Plain = {}) =>
    fewestDemands(snapshotOf({ demands: demanded, members: { ...members, Z: 'support' }, ...rest }));
  const of = (status: string, text = 'a visit') => ({ text, history: [{ date: '2024-01-10', status }] });

  test('do not have those that are met or dropped already', () => {
    for (const status of ['met', 'dropped'])
      expect(fewest({ visit: of(status) }, { A: asking({ id: 'visit' }, 'money') })).toEqual({
        size: 1,
        sets: [['money']],
        count: 1n,
        moves: ['A'],
        exact: true,
      });
  });

  test('have those that are promised', () => {
    expect(fewest({ visit: of('promised') }, { A: asking({ id: 'visit' }) })).toMatchObject({ sets: [['visit']] });
  });

  test('are not enough where a demand is refused', () => {
    expect(fewest({ visit: of('refused') }, { A: asking({ id: 'visit' }, 'money') })).toEqual({
      size: undefined,
      sets: [],
      count: 0n,
      moves: [],
      exact: true,
    });
  });

  test('are none where all that was asked is done, and name those that would move', () => {
    const members = { A: asking({ id: 'visit' }), B: asking({ id: 'visit' }), C: asking('money') };
    const half = { rule: { count: 'support', 'at-least': '3' } };
    expect(fewest({ visit: of('met') }, members, half)).toEqual({
      size: 0,
      sets: [[]],
      count: 1n,
      moves: ['A', 'B'],
      exact: true,
    });
    expect(fewest({ visit: of('met') }, members)).toEqual({
      size: 1,
      sets: [['money']],
      count: 1n,
      moves: ['A', 'B', 'C'],
      exact: true,
    });
    const parts = { all: [half.rule, { 'at-least': '1', among: ['C'] }] };
    expect(fewest({ visit: of('met') }, members, { rule: parts })).toMatchObject({ size: 1, sets: [['money']] });
  });

  test('leave out a member that never said what it wants', () => {
    expect(
      fewest({ visit: of('met') }, { A: asking({ id: 'visit' }), C: said('conditional', { wants: [] }) }),
    ).toMatchObject({ size: undefined, moves: [] });
  });
});

test('the demands ahead are those that are still asked, each with what was promised or refused', () => {
  const ahead = (date: string) => {
    const taken = snapshotOf(parts, date);
    return demands(tally(taken), path(taken)).map(({ id, text, status }) => [id ?? text, status]);
  };
  expect(ahead('2024-01-09')).toEqual([
    ['visit', undefined],
    ['money', undefined],
  ]);
  expect(ahead('2024-01-15')).toEqual([
    ['visit', 'promised'],
    ['money', undefined],
  ]);
  expect(ahead('2024-01-22')).toEqual([['money', undefined]]);
  expect(ahead('2024-01-25')).toContainEqual(['visit', 'refused']);
});

describe('two snapshots differ', () => {
  const between = (a: string, b: string, [before, after]: readonly [Plain, Plain] = [parts, parts]) =>
    diff(snapshotOf(before, a), snapshotOf(after, b));

  test('by what has become of a demand in between, and not by its being no longer asked', () => {
    const found = between('2024-01-09', '2024-01-22');
    expect(found).toMatchObject({
      changed: true,
      demands: [{ id: 'visit', text: 'a visit', members: ['A'], after: { status: 'met' } }],
      reasons: [],
    });
    expect(found.demands[0]).not.toHaveProperty('before');
    expect(between('2024-01-15', '2024-01-22').demands).toMatchObject([
      { before: { status: 'promised' }, after: { status: 'met', since: { text: '2024-01-20' } } },
    ]);
    expect(between('2024-01-10', '2024-01-12')).toMatchObject({ changed: false, demands: [] });
  });

  test('by other demands of the member as before', () => {
    const more = { ...parts, members: { A: asking({ id: 'visit' }, 'money', 'land'), B: 'support' } };
    expect(between('2024-01-09', '2024-01-22', [parts, more]).reasons).toMatchObject([{ code: 'A' }]);
    const fewer = { ...parts, members: { A: asking('money'), B: 'support' } };
    expect(between('2024-01-09', '2024-01-22', [parts, fewer]).reasons).toMatchObject([{ code: 'A' }]);
    expect(between('2024-01-22', '2024-01-25').reasons).toEqual([]);
  });

  test('by a demand that the other roster does not have only if something has become of it', () => {
    const { demands: _, ...without } = parts;
    const wanting = { ...without, members: { A: asking({ id: 'visit', text: 'a visit' }, 'money'), B: 'support' } };
    expect(between('2024-01-09', '2024-01-09', [wanting, parts]).demands).toEqual([]);
    expect(between('2024-01-22', '2024-01-22', [wanting, parts]).demands).toMatchObject([{ id: 'visit' }]);
    const gone = between('2024-01-22', '2024-01-22', [parts, wanting]).demands;
    expect(gone).toMatchObject([{ id: 'visit', members: ['A'], before: { status: 'met' } }]);
    expect(gone[0]).not.toHaveProperty('after');
  });
});

describe('a timeline', () => {
  test('has a row for each change, and none for the same status once more', () => {
    const { points } = timeline([rosterOf(parts)]);
    const told = points.flatMap((point) => point.demands);
    expect(points.map(({ date }) => date.day)).toEqual(['2024-01-05', '2024-01-10', '2024-01-20', '2024-01-25']);
    expect(told).toMatchObject([
      { id: 'visit', text: 'a visit', members: ['A'], to: 'promised', by: 'the premier' },
      { from: 'promised', to: 'met', by: 'the house' },
      { from: 'met', to: 'refused', sources: [] },
    ]);
    expect(told[0]).not.toHaveProperty('from');
  });

  test('names those that had asked by then', () => {
    const members = {
      A: asking({ id: 'visit' }),
      B: {
        positions: [
          { date: '2024-01-15', ...said('unclear') },
          { ...asking('a visit'), date: '2024-01-22' },
        ],
      },
      C: { positions: [{ ...asking('a visit'), basis: 'reported', denied: '2024-01-18' }] },
    };
    const told = timeline([rosterOf({ ...parts, members })]).points.flatMap((point) => point.demands);
    expect(told.map((change) => change.members)).toEqual([['A', 'C'], ['A'], ['A', 'B']]);
  });

  test('of several rosters tells each change once, and what is still asked', () => {
    const [first, second] = [
      { ...parts, 'as-of': '2024-01-08' },
      { ...parts, 'as-of': '2024-01-21', members: { A: { ...asking({ id: 'visit' }, 'land') }, B: 'support' } },
    ];
    const { points } = timeline([rosterOf(first), rosterOf(second)]);
    expect(points.map((point) => [point.date.day, point.demands.map(({ to }) => to)])).toEqual([
      ['2024-01-08', []],
      ['2024-01-10', ['promised']],
      ['2024-01-20', ['met']],
      ['2024-01-21', []],
      ['2024-01-25', ['refused']],
    ]);
    expect(points.flatMap(({ restated }) => restated)).toMatchObject([{ member: 'A', wants: ['land'] }]);
  });
});

test('a member tells the story of each demand that it has made', () => {
  const positions = [asking({ id: 'visit' }), { ...asking({ id: 'visit', text: 'a talk' }), date: '2024-01-15' }];
  const roster = rosterOf({ ...parts, members: { A: { positions }, B: { ...asking('forty jets'), date: undefined } } });
  const storyOf = (index: number, date: string) =>
    memberHistory(roster, roster.members[index] as Member, snapshot(roster, time(date))).demands;
  expect(storyOf(0, '2024-01-22')).toMatchObject([
    { id: 'visit', text: 'a talk', asked: { text: '2024-01-05' }, answer: { status: 'met' } },
  ]);
  expect(storyOf(0, '2024-01-22')[0]?.history.map(({ status }) => status)).toEqual(['promised', 'promised', 'met']);
  expect(storyOf(0, '2024-01-04')).toEqual([]);
  const [jets] = storyOf(1, '2024-01-22');
  expect(jets).toMatchObject({ id: 'jets', text: 'forty jets', history: [] });
  for (const key of ['asked', 'answer']) expect(jets).not.toHaveProperty(key);
  const listing = { date: '2024-01-10', by: 'a newspaper', holdouts: ['A'] };
  const listed = rosterOf({ ...parts, members: { A: { positions }, B: {} }, claims: [listing] });
  const [story] = memberHistory(listed, listed.members[0] as Member, snapshot(listed, time('2024-01-22'))).demands;
  expect(story).toMatchObject({ id: 'visit', answer: { status: 'met' } });
});

describe('an abridged roster', () => {
  const whole = readRoster(fixture('ok', 'demands.yaml'));

  test('has the demands that somebody asks for, each with its latest status', () => {
    const { roster } = prune(whole, time('2024-03-20'));
    expect(
      roster.demands.map(({ id, history: events }) => [id, events.map(({ date, status }) => [date.text, status])]),
    ).toEqual([
      ['apology', [['2024-03-01T10:00:00Z', 'dropped']]],
      ['arms', []],
      ['visit', [['2024-02-23', 'met']]],
    ]);
    expect(prune(whole, time('2024-01-20')).roster.demands.map(({ id }) => id)).toEqual(['arms', 'jets']);
  });

  test('is read back as it was written', () => {
    expect(readRoster(writeRoster(whole))).toEqual(whole);
    const { roster } = prune(whole, time('2024-03-20'));
    expect(readRoster(writeRoster(roster))).toEqual(roster);
    expect(writeRoster(whole)).toContain('  arms: an end to embargoes\n');
  });
});

test('entries that cannot be right are told', () => {
  const withDemands = (written: string): string => rosterText({ rest: `demands: ${written}\n` });
  expect(onlyProblem(withDemands('{ a: { text: a, history: [{ date: 2024-01-01, status: given }] } }'))).toMatchObject({
    code: 'unknown-value',
    message: '"given" is not a demand\'s status; expected one of "promised", "met", "dropped" or "refused"',
  });
  expect(onlyProblem(withDemands('{ a: { text: a, status: met } }'))).toMatchObject({
    code: 'unknown-key',
    hint: 'did you mean "history"?',
  });
  const twice = '[{ date: 2024-01-01T10:00:00Z, status: met }, { date: 2024-01-01T12:00:00+02:00, status: met }]';
  expect(onlyProblem(withDemands(`{ a: { text: a, history: ${twice} } }`))).toMatchObject({
    code: 'same-date',
    message: 'a second entry that takes effect on 2024-01-01T12:00:00+02:00',
  });
});

describe('what is printed', () => {
  const printed = printing(`title: A treaty
as-of: 2024-03-31
rule: consensus
demands:
  visit: { text: a visit, history: [{ date: 2024-02-23, status: met, by: the premier }] }
  jets:
    history:
      - { date: 2024-03-03, circa: true, status: promised, by: the president }
      - { date: 2024-03-20, status: refused, by: the senate, quote: No jets., note: by two votes }
  idle: { text: an idle wish, history: [{ date: 2024-03-21, status: dropped }] }
members:
  HU: { name: Hungary, date: 2024-02-01, stance: conditional, wants: [{ id: visit }] }
  TR: { name: Türkiye, date: 2024-01-15, stance: conditional, wants: [{ id: jets, text: F-16s }, a summit] }
  US: { name: United States, date: 2024-01-16, stance: conditional, wants: [{ id: jets, text: jets }] }
  SE: support
`);

  test.each([
    [['status', 'r.yaml'], 'wants: a visit (met 23 Feb by the premier)'],
    [['status', 'r.yaml'], 'wants: F-16s (refused 20 Mar by the senate); a summit'],
    [['status', 'r.yaml'], 'Meeting both would not be enough: 1 of them is refused'],
    [['status', 'r.yaml'], 'Hungary asks for nothing more\n'],
    [['status', 'r.yaml@2024-03-10'], 'F-16s (promised about 3 Mar by the president)'],
    [['status', 'r.yaml', '--format', 'markdown'], '| a visit (met 23 Feb by the premier) |'],
    [['status', 'r.yaml', '--format', 'csv'], ',a visit: met 2024-02-23 by the premier,'],
    [['status', 'r.yaml', '--format', 'csv'], ',jets: refused 2024-03-20 by the senate,'],
    [['check', 'r.yaml'], 'Hungary        conditional  wants: a visit (met 23 Feb by the premier)'],
    [['check', 'r.yaml', '--format', 'github'], 'wants: a visit (met 23 Feb by the premier)'],
    [['check', 'r.yaml', '--format', 'junit'], 'wants: a visit (met 23 Feb by the premier)'],
    [['diff', 'r.yaml@2024-02-10', 'r.yaml'], "23 Feb  Hungary's demand met by the premier: a visit\n"],
    [
      ['diff', 'r.yaml@2024-03-10', 'r.yaml'],
      'Demand of Türkiye and the United States refused by the senate: jets (was',
    ],
    [['diff', 'r.yaml@2024-03-10', 'r.yaml'], 'Demand dropped: an idle wish\n'],
    [['diff', 'r.yaml', 'r.yaml@2024-02-10'], "Hungary's demand asked again: a visit (was met 23 Feb by the premier)"],
    [['diff', 'r.yaml@2024-02-10', 'r.yaml', '--format', 'markdown'], "Hungary's demand met by the premier: a visit"],
    [
      ['diff', 'r.yaml@2024-02-10', 'r.yaml', '--format', 'csv'],
      'demand,HU,,asked,met,,,2024-02-23,the premier,,,a visit,,,,\r\n',
    ],
    [['diff', 'r.yaml', 'r.yaml@2024-02-10', '--format', 'csv'], 'demand,TR; US,,refused,asked,,,,,,,jets,,,,\r\n'],
    [['timeline', 'r.yaml'], "Hungary's demand met by the premier: a visit"],
    [['timeline', 'r.yaml', '--format', 'markdown'], 'promised by the president, about then: jets'],
    [['timeline', 'r.yaml', '--format', 'csv'], ',jets: promised -> refused'],
    [['member', 'TR', 'r.yaml'], 'F-16s: asked 15 Jan, promised about 3 Mar by the president, refused 20'],
    [
      ['member', 'TR', 'r.yaml', '--format', 'markdown'],
      '- F-16s: asked 15 Jan, promised about 3 Mar by the president',
    ],
    [
      ['member', 'TR', 'r.yaml', '--format', 'csv'],
      'TR,Türkiye,2024-03-20,no,,,the senate,,F-16s,No jets.,by two votes,,,,,,,refused\r\n',
    ],
  ])('%j says %j', async (args, text) => {
    expect(await printed(...args)).toContain(text);
  });

  test.each([
    [['member', 'TR', 'r.yaml'], 'demand', 'refused'],
    [['diff', 'r.yaml', 'r.yaml@2024-02-10'], 'from', 'refused'],
  ])('every row of %j as CSV has all columns', async (words, column, value) => {
    const [head = [], ...rows] = parse(await printed(...words, '--format', 'csv'));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length));
    expect(rows.map((row) => row[head.indexOf(column)])).toContain(value);
  });

  test('status as data has what is still asked, and what has become of the rest', async () => {
    const { members, demands: ahead } = JSON.parse(await printed('status', 'r.yaml', '--format', 'json'));
    expect(members[0]).toMatchObject({
      wants: [],
      answered: [{ id: 'visit', text: 'a visit', status: 'met', since: '2024-02-23' }],
    });
    expect(members[2]).toMatchObject({
      wants: ['F-16s', 'a summit'],
      answered: [{ id: 'jets', text: 'F-16s', status: 'refused', since: '2024-03-20' }],
    });
    expect(ahead).toContainEqual(expect.objectContaining({ id: 'jets', status: 'refused', members: ['TR', 'US'] }));
    expect(ahead).toContainEqual(expect.objectContaining({ text: 'a summit', status: 'asked' }));
  });

  test('the others as data, too', async () => {
    const found = JSON.parse(await printed('diff', 'r.yaml@2024-02-10', 'r.yaml', '--format', 'json'));
    const asked = { status: 'asked', since: null, circa: false, by: null, sources: [] };
    expect(found.demands).toContainEqual({
      id: 'jets',
      text: null,
      members: ['TR', 'US'],
      before: asked,
      after: { status: 'refused', since: '2024-03-20', circa: false, by: 'the senate', sources: [] },
    });
    const { points } = JSON.parse(await printed('timeline', 'r.yaml', '--format', 'json'));
    const told = points.flatMap(({ demands: ofDay }: { demands: unknown[] }) => ofDay);
    const jets = { id: 'jets', text: null, members: ['TR', 'US'], sources: [] };
    expect(told[1]).toEqual({
      ...jets,
      from: 'asked',
      to: 'promised',
      date: '2024-03-03',
      circa: true,
      by: 'the president',
    });
    expect(told[3]).toMatchObject({ id: 'idle', members: [], by: null });
    const member = JSON.parse(await printed('member', 'TR', 'r.yaml', '--format', 'json'));
    expect(member.standing.answered).toMatchObject([{ id: 'jets', status: 'refused' }]);
    expect(member.demands).toMatchObject([
      {
        id: 'jets',
        text: 'F-16s',
        asked: '2024-01-15',
        status: 'refused',
        since: '2024-03-20',
        history: [
          { status: 'promised', circa: true, by: 'the president' },
          { quote: 'No jets.', note: 'by two votes' },
        ],
      },
    ]);
  });
});

test('where everything is met, the support of those that asked would be enough', async () => {
  const text = (second: string): string => `title: A treaty
as-of: 2024-03-31
rule: { count: support, at-least: 1 }
demands: { visit: { text: a visit, history: [{ date: 2024-02, status: met }] } }
members:
  HU: { stance: conditional, date: 2024-01, wants: [a visit] }
  SK: ${second}
`;
  expect(await printing(text('undeclared'))('status', 'r.yaml')).toContain(
    'HU asks for nothing more, and its support would be enough',
  );
  const both = printing(text('{ stance: conditional, date: 2024-02, wants: [{ id: visit }] }'));
  expect(await both('status', 'r.yaml')).toContain('HU and SK ask for nothing more, and their support would be enough');
});
