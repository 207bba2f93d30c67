import { describe, expect, test } from 'vitest';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { printing } from '../support/printed.ts';
import { type Plain, readRoster, rosterOf, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';
import { brief, fixture, rosterIn } from '../support/texts.ts';

const withheld = { date: '2024-02-22', stance: 'withheld', by: 'the president', why: 'A visit comes first.' };
const report = {
  date: '2024-03-12',
  stance: 'support',
  basis: 'reported',
  by: 'two diplomats',
  denied: { date: '2024-03-14', by: 'the foreign minister' },
};
const of = (...positions: readonly Plain[]): Plain => ({ members: { HU: { positions }, NL: 'support' } });
const standing = (parts: Plain, date: string) => standingIn(snapshotOf(parts, date), 'HU');

describe('a report that is denied two days later', () => {
  const parts = of(withheld, report);

  test.each([
    ['2024-03-11', 'withheld', '2024-02-22', 'open', 0],
    ['2024-03-12', 'support', '2024-03-12', 'reached', 0],
    ['2024-03-13', 'support', '2024-03-12', 'reached', 0],
    ['2024-03-14', 'withheld', '2024-02-22', 'open', 1],
    ['2024-04-01', 'withheld', '2024-02-22', 'open', 1],
  ])(
    'on %s is %s since %s: the position before it stands, and the denial is told',
    (date, stance, since, outcome, denied) => {
      const known = standing(parts, date);
      expect(known).toMatchObject({ stance, since: { day: since } });
      expect(known.denied).toHaveLength(denied);
      expect(tallyOf(parts, date).outcome).toBe(outcome);
    },
  );

  test('is told with who reported it, who denied it, and when', () => {
    expect(standing(parts, '2024-03-14').denied).toEqual([
      {
        stance: 'support',
        date: time('2024-03-12'),
        circa: false,
        by: 'two diplomats',
        sources: [],
        denied: { date: time('2024-03-14'), by: 'the foreign minister', sources: [] },
      },
    ]);
  });

  test('is no word of the member: what it said last is what it said before', () => {
    expect(standing(parts, '2024-03-14')).toMatchObject({
      by: 'the president',
      why: 'A visit comes first.',
      basis: 'stated',
    });
    expect(standing(parts, '2024-03-14').holdingOutFrom).toMatchObject({ since: { day: '2024-02-22' } });
  });

  test('leaves nothing where nothing was known before', () => {
    expect(standing(of(report), '2024-03-14')).toMatchObject({ stance: 'undeclared', denied: [{ stance: 'support' }] });
    expect(standing(of(report), '2024-03-14')).not.toHaveProperty('since');
  });

  test('does not count on record, and is not told there', () => {
    const taken = snapshotOf(parts, '2024-03-14', { onRecord: true });
    expect(standingIn(taken, 'HU')).toMatchObject({ stance: 'withheld', denied: [] });
  });
});

test('a denied report no longer joins the run that it was part of', () => {
  const again = { ...report, stance: 'withheld', why: 'The visit was cancelled.' };
  const parts = of({ date: '2024-03-01', stance: 'unclear' }, again, {
    date: '2024-03-13',
    stance: 'withheld',
    why: 'New.',
  });
  expect(standing(parts, '2024-03-13').since?.day).toBe('2024-03-12');
  expect(standing(parts, '2024-03-14').since?.day).toBe('2024-03-13');
});

test('a denial of an earlier hour of the day is known as of a later one', () => {
  const hour = { ...report, date: '2024-03-12T08:00:00Z', denied: { date: '2024-03-12T12:00:00Z' } };
  const parts = of(withheld, hour);
  expect(standing(parts, '2024-03-12T09:00:00Z')).toMatchObject({ stance: 'support', denied: [] });
  expect(standing(parts, '2024-03-12T12:00:00Z')).toMatchObject({
    stance: 'withheld',
    denied: [{ stance: 'support' }],
  });
  expect(standing(parts, '2024-03-12')).toMatchObject({ stance: 'withheld' });
});

test('a report of a month may be denied within it, and is never known otherwise', () => {
  const parts = of(withheld, { ...report, date: '2024-03', denied: '2024-03-15' });
  expect(standing(parts, '2024-03-20')).toMatchObject({ stance: 'withheld', denied: [] });
  expect(standing(parts, '2024-03-31')).toMatchObject({ stance: 'withheld', denied: [{ stance: 'support' }] });
  const { points } = timeline([rosterOf(parts)]);
  expect(points.map(({ date, moved, denied }) => [date.day, moved.length, denied.length])).toEqual([
    ['2024-02-22', 1, 0],
    ['2024-03-31', 0, 1],
  ]);
});

describe('a list of holdouts', () => {
  const lists = (date: string, holdouts: readonly string[]): Plain => ({
    claims: [{ date, by: 'NOS', holdouts, circa: true }],
  });

  test('that a denied report kept away reaches the member from the denial on', () => {
    const near = {
      ...of({ ...withheld, date: '2024-01-10' }, { ...report, stance: 'withheld', why: 'w' }),
      ...lists('2024-03-10', []),
    };
    expect(standing(near, '2024-03-13')).toMatchObject({ stance: 'withheld', since: { day: '2024-01-10' } });
    expect(standing(near, '2024-03-14')).toMatchObject({ stance: 'support', basis: 'claimed' });
    const moves = timeline([rosterOf(near)]).points.map(({ date, moved }) => [date.day, moved.map(({ to }) => to)]);
    expect(moves.at(-1)).toEqual(['2024-03-14', ['support']]);
  });

  test('is in no conflict with a run that only a denied report holds', () => {
    const recused = { ...of({ ...report, stance: 'recused' }), ...lists('2024-03-12', ['HU']) };
    const exact = { ...recused, claims: [{ date: '2024-03-13', holdouts: ['HU'] }] };
    expect(snapshotOf(exact, '2024-03-13').conflicts).toHaveLength(1);
    expect(snapshotOf(exact, '2024-03-14').conflicts).toEqual([]);
    expect(standing(exact, '2024-03-14')).toMatchObject({ stance: 'withheld', basis: 'claimed' });
  });
});

describe('a timeline', () => {
  test('has the moves as they were known, and the denial on its day', () => {
    const { points } = timeline([rosterOf(of(withheld, report))]);
    expect(points.map(({ date, moved, restated }) => [date.day, moved.map(({ to }) => to), restated.length])).toEqual([
      ['2024-02-22', ['withheld'], 0],
      ['2024-03-12', ['support'], 0],
      ['2024-03-14', ['withheld'], 0],
    ]);
    expect(points.at(-1)?.denied).toMatchObject([
      { member: 'HU', stance: 'support', denied: { by: 'the foreign minister' } },
    ]);
  });

  test('tells a denial that moves nobody, and does not take it for a restatement', () => {
    const parts = of(withheld, { ...report, stance: 'withheld', why: 'other words' });
    const [, , denial, ...more] = timeline([rosterOf(parts)]).points;
    expect(denial).toMatchObject({ date: { day: '2024-03-14' }, moved: [], restated: [], denied: [{ member: 'HU' }] });
    expect(more).toEqual([]);
  });

  test('counts the reason of a denied report no longer', () => {
    const rule = { count: 'oppose', 'at-most': 0, 'with-why': true };
    const parts = { ...of({ date: '2024-02-01', stance: 'oppose' }, { ...report, stance: 'oppose', why: 'w' }), rule };
    const outcomes = timeline([rosterOf(parts)]).points.map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['reached', 'blocked', 'reached']);
  });

  test('tells no denial on record, and none of a member that has left', () => {
    const parts = of(withheld, report);
    expect(timeline([rosterOf(parts)], { onRecord: true }).points.flatMap(({ denied }) => denied)).toEqual([]);
    const left = { members: { HU: { left: '2024-03-13', positions: [withheld, report] }, NL: 'support' } };
    expect(timeline([rosterOf(left)]).points.flatMap(({ denied }) => denied)).toEqual([]);
  });

  test('of several rosters tells a denial once', () => {
    const roster = rosterOf(of(withheld, report));
    const { points } = timeline([
      { ...roster, asOf: time('2024-03-13') },
      { ...roster, asOf: time('2024-03-15') },
    ]);
    expect(points.map(({ date, denied }) => [date.day, denied.length])).toEqual([
      ['2024-03-13', 0],
      ['2024-03-14', 1],
      ['2024-03-15', 0],
    ]);
  });
});

describe('an abridged roster', () => {
  test.each(['2024-03-13', '2024-03-14', '2024-05-01'])(
    'of %s gives the same answer, also written and read back',
    (date) => {
      const whole = rosterOf(of(withheld, report, { date: '2024-04-01', stance: 'withheld', why: 'Still no visit.' }));
      const { roster } = prune(whole, time(date));
      expect(readRoster(writeRoster(roster))).toEqual(roster);
      expect(snapshot(roster, time(date)).members).toEqual(snapshot(whole, time(date)).members);
    },
  );

  test('keeps a denied taking back of the time of a report on several in the history', () => {
    const date = '2024-03-12';
    const takingBack = { date, stance: 'undeclared', basis: 'reported', denied: { date } };
    const claims = [{ date, of: ['HU', 'NL'], stance: 'support' }];
    const { roster } = prune(rosterOf({ members: { HU: { positions: [takingBack] }, NL: {} }, claims }), time(date));
    expect(readRoster(writeRoster(roster))).toEqual(roster);
    expect(standingIn(snapshot(roster, time(date)), 'HU')).toMatchObject({
      stance: 'support',
      denied: [{ stance: 'undeclared' }],
    });
  });

  test('knows nothing of a denial to come', () => {
    const { roster } = prune(rosterOf(of(withheld, report)), time('2024-03-13'));
    expect(writeRoster(roster)).not.toContain('denied');
  });
});

test('the denial may be written as its date alone', () => {
  const short = of(withheld, { ...report, denied: '2024-03-14' });
  const long = of(withheld, { ...report, denied: { date: '2024-03-14' } });
  expect(rosterOf(short)).toEqual(rosterOf(long));
});

test('a denial to come is advice', () => {
  const text = fixture('ok', 'denied.yaml');
  expect(brief(text, { today: '2024-03-13' })).toEqual([
    ['future-date', '2024-03-14'],
    ['future-date', '2024-03'],
  ]);
  expect(brief(text, { today: '2024-03-01' }).map(([, under]) => under)).toContain('2024-03-05');
});

describe('what is printed of a denial', () => {
  const printed = printing(fixture('ok', 'denied.yaml'));

  test.each([
    [
      ['status', 'r.yaml'],
      'Denied     14 Mar  HU: reported as support on 12 Mar (two diplomats), denied by the foreign minister',
    ],
    [
      ['status', 'r.yaml', '--format', 'markdown'],
      '- 14 Mar: HU: reported as support on 12 Mar (two diplomats), denied by the foreign minister',
    ],
    [['status', 'r.yaml', '--format', 'csv'], '"support 2024-03-12, denied 2024-03-14 by the foreign minister"'],
    [['member', 'HU', 'r.yaml'], 'denied on 14 Mar by the foreign minister'],
    [['member', 'HU', 'r.yaml', '--format', 'markdown'], '  - denied on 14 Mar by the foreign minister'],
    [['member', 'HU', 'r.yaml', '--format', 'csv'], ',2024-03-14,the foreign minister,'],
    [['timeline', 'r.yaml'], 'TR: reported as unclear in Mar, denied'],
    [['timeline', 'r.yaml', '--format', 'markdown'], 'HU: reported as support on 12 Mar (two diplomats), denied by'],
    [['timeline', 'r.yaml', '--format', 'csv'], 'HU: support 2024-03-12'],
    [['diff', 'r.yaml@2024-03-13', 'r.yaml@2024-03-14'], 'Denied     14 Mar  HU: reported as support on 12 Mar'],
    [
      ['diff', 'r.yaml@2024-03-13', 'r.yaml@2024-03-14', '--format', 'markdown'],
      '14 Mar: HU: reported as support on 12 Mar',
    ],
    [
      ['diff', 'r.yaml@2024-03-13', 'r.yaml@2024-03-14', '--format', 'csv'],
      'denied,HU,HU,support,,,,2024-03-14,the foreign minister',
    ],
    [['snapshot', 'r.yaml'], 'denied: { date: 2024-03-14, by: the foreign minister }'],
  ])('%j says %j', async (args, said) => {
    expect(await printed(...args)).toContain(said);
  });

  const json = async (...args: readonly string[]) => JSON.parse(await printed(...args, '--format', 'json'));
  const denied = {
    stance: 'support',
    date: '2024-03-12',
    by: 'two diplomats',
    deniedOn: '2024-03-14',
    deniedBy: 'the foreign minister',
  };

  test('data has it under its names', async () => {
    const { members, holdouts } = await json('status', 'r.yaml');
    expect(members.map((member: Plain) => member.denied)).toEqual([[denied], [], []]);
    expect(holdouts).toMatchObject([
      { member: 'HU', denied: [denied] },
      { member: 'TR', denied: [] },
    ]);
    const { standing: now, positions } = await json('member', 'HU', 'r.yaml');
    expect(now.denied).toEqual([denied]);
    expect(positions.map((position: Plain) => position.denied)).toEqual([
      null,
      { date: '2024-03-14', by: 'the foreign minister', sources: [] },
    ]);
    const { points } = await json('timeline', 'r.yaml');
    expect(points.flatMap((point: { denied: unknown[] }) => point.denied)).toMatchObject([
      { member: 'HU', name: 'HU', ...denied },
      { member: 'TR', deniedOn: '2024-03-05', deniedBy: null },
    ]);
    const { denied: told, changed } = await json('diff', 'r.yaml@2024-03-13', 'r.yaml@2024-03-14');
    expect([told, changed]).toEqual([[{ member: 'HU', name: 'HU', ...denied }], true]);
  });

  test('nothing is said of a denial before it comes', async () => {
    for (const args of [['status'], ['member', 'HU'], ['snapshot'], ['status', '--format', 'json']])
      expect(await printed(...args, 'r.yaml@2024-03-13')).not.toMatch(/denied (?:on|by)|2024-03-14|14 Mar/);
  });
});

test('of many denials status tells the latest three', async () => {
  const member = (day: number): Plain => ({ ...report, denied: { date: `2024-03-${12 + day}` } });
  const members = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`M${day}`, member(day)]));
  const printed = printing(writeRoster(rosterOf({ 'as-of': '2024-04-01', members })));
  const brief = await printed('status', 'r.yaml');
  expect(brief).toContain('2 earlier (--all)');
  expect(brief).not.toContain('M2: reported');
  expect(await printed('status', 'r.yaml', '--all')).toContain('M1: reported as support');
});

test('the annotation of a member points at the position that stands', async () => {
  const text = fixture('ok', 'denied.yaml');
  expect(rosterIn(text).members).toHaveLength(3);
  const { placesOfStandings } = await import('../../src/roster/diagnose/places-of-standings.ts');
  for (const [date, under] of [
    ['2024-03-13', 'support'],
    ['2024-03-14', 'withheld'],
  ] as const) {
    const taken = snapshot(rosterIn(text), time(date));
    const span = placesOfStandings(text, taken.members, taken).get('HU');
    expect(text.slice(span?.start, span?.end)).toBe(under);
  }
});
