import { describe, expect, test } from 'vitest';
import { memberHistory } from '../../src/engine/member-history.ts';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Member } from '../../src/model/roster.ts';
import { placesOfStandings } from '../../src/roster/diagnose/places-of-standings.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { printing } from '../support/printed.ts';
import { type Plain, readRoster, rosterOf, snapshotOf, standingIn, tallyOf, time } from '../support/rosters.ts';
import { brief, fixture, rosterIn } from '../support/texts.ts';

const report = (rest: Plain = {}): Plain => ({
  date: '2024-02-21',
  by: 'a NATO official',
  of: ['A', 'B'],
  stance: 'unclear',
  why: 'They want a commitment.',
  ...rest,
});
const parts = (members: Plain, ...claims: readonly Plain[]): Plain => ({
  members: { A: {}, B: {}, C: {}, ...members },
  claims,
});
const standing = (roster: Plain, date: string, code = 'A') => standingIn(snapshotOf(roster, date), code);
const position = (rest: Plain): Plain => ({ positions: [rest] });

describe('a report about several in one entry', () => {
  test('is a reported position of each of them, and of nobody else', () => {
    const { members } = snapshotOf(parts({}, report()), '2024-02-21');
    expect(members.map(({ code, stance, basis, by, why }) => [code, stance, basis, by, why])).toEqual([
      ['A', 'unclear', 'reported', 'a NATO official', 'They want a commitment.'],
      ['B', 'unclear', 'reported', 'a NATO official', 'They want a commitment.'],
      ['C', 'undeclared', undefined, undefined, undefined],
    ]);
    expect(snapshotOf(parts({}, report()), '2024-02-20').members.map(({ stance }) => stance)).toEqual(
      Array(3).fill('undeclared'),
    );
  });

  test('may name a group, whose members it is about', () => {
    const grouped = { ...parts({}, report({ of: 'some' })), groups: { some: ['C', 'A'] } };
    expect(rosterOf(grouped).reports[0]?.of).toEqual({ codes: ['C', 'A'], group: 'some' });
    expect(snapshotOf(grouped).members.map(({ stance }) => stance)).toEqual(['unclear', 'undeclared', 'unclear']);
  });

  test('says in one entry that the Baltic states are unclear', () => {
    const baltic = {
      groups: { 'Baltic states': ['EE', 'LV', 'LT'] },
      members: { EE: {}, LT: {}, LV: { stance: 'support', date: '2024-02-14' }, NL: 'support' },
      claims: [report({ of: 'Baltic states' })],
    };
    expect(snapshotOf(baltic, '2024-02-22').members.map(({ code, stance }) => `${code} ${stance}`)).toEqual([
      'EE unclear',
      'LT unclear',
      'LV support',
      'NL support',
    ]);
    expect(standing(baltic, '2024-02-22', 'EE')).toMatchObject({ since: { day: '2024-02-21' }, basis: 'reported' });
  });

  test('is about those in the roster then', () => {
    const members = { A: { joined: '2024-02-22' }, B: { left: '2024-03-01' } };
    expect(standing(parts(members, report()), '2024-02-25')).toMatchObject({ stance: 'undeclared' });
    expect(standing(parts(members, report()), '2024-02-25', 'B')).toMatchObject({ stance: 'unclear' });
  });

  test('without an hour is about those that leave later on its day, until they do', () => {
    const roster = parts({ A: { left: '2024-02-21T15:00:00Z' } }, report());
    const instant = '2024-02-21T12:00:00Z';
    expect(standing(roster, instant)).toMatchObject({ stance: 'unclear', basis: 'reported' });
    const member = rosterOf(roster).members.find(({ code }) => code === 'A') as Member;
    const { reports } = memberHistory(rosterOf(roster), member, snapshotOf(roster, instant));
    expect(reports).toMatchObject([{ fate: 'counts' }]);
    expect(prune(rosterOf(roster), time(instant)).roster.members[0]?.positions).toMatchObject([{ stance: 'unclear' }]);
    expect(snapshotOf(roster, '2024-02-21').members.map(({ code }) => code)).toEqual(['B', 'C']);
  });

  test.each<[what: string, own: Plain, stance: string, since: string]>([
    ['a stated, settled one stands', { date: '2024-02-01', stance: 'support' }, 'support', '2024-02-01'],
    ['so does one that is recused', { date: '2024-02-01', stance: 'recused' }, 'recused', '2024-02-01'],
    ['a stated, pending one yields', { date: '2024-02-01', stance: 'withheld', why: 'w' }, 'unclear', '2024-02-21'],
    ['a reported one yields', { date: '2024-02-01', stance: 'support', basis: 'reported' }, 'unclear', '2024-02-21'],
    ['one of that day stands', { date: '2024-02-21', stance: 'support', basis: 'reported' }, 'support', '2024-02-21'],
    [
      'also if it has an hour',
      { date: '2024-02-21T20:00:00Z', stance: 'withheld', why: 'w' },
      'withheld',
      '2024-02-21',
    ],
    ['a later one stands', { date: '2024-02-22', stance: 'abstain' }, 'abstain', '2024-02-22'],
    ['the same one goes on', { date: '2024-02-01', stance: 'unclear' }, 'unclear', '2024-02-01'],
  ])('of what a member has said itself, %s', (_, own, stance, since) => {
    expect(standing(parts({ A: own }, report()), '2024-03-01')).toMatchObject({ stance, since: { day: since } });
  });

  test('leaves a run that is stated stated, and adds its reason', () => {
    const own = { date: '2024-02-01', stance: 'unclear', by: 'a minister' };
    expect(standing(parts({ A: own }, report()), '2024-03-01')).toMatchObject({
      basis: 'stated',
      by: 'a minister',
      why: 'They want a commitment.',
    });
  });

  test('of an hour yields to a word of the bare day, and not to one of another hour', () => {
    const hour = report({ date: '2024-02-21T10:00:00Z' });
    const said = (date: string): Plain => ({ A: { date, stance: 'withheld', why: 'w' } });
    expect(standing(parts(said('2024-02-21'), hour), '2024-02-21')).toMatchObject({ stance: 'withheld' });
    expect(standing(parts(said('2024-02-21T09:00:00Z'), hour), '2024-02-21')).toMatchObject({ stance: 'unclear' });
    expect(standing(parts(said('2024-02-21T11:00:00Z'), hour), '2024-02-21T10:30:00Z')).toMatchObject({
      stance: 'unclear',
    });
  });

  test('yields to the later one in the file of the same time, as if it had never been written', () => {
    const two = parts(
      { A: { date: '2024-02-01', stance: 'unclear' } },
      report({ stance: 'withheld' }),
      report({ why: 'Later.' }),
    );
    expect(standing(two, '2024-03-01')).toMatchObject({
      stance: 'unclear',
      since: { day: '2024-02-01' },
      why: 'Later.',
    });
  });

  test('is for a list of that time the member’s own word, and yields to a later list', () => {
    const list = (date: string): Plain => ({ date, by: 'NOS', holdouts: ['C'] });
    expect(standing(parts({}, report(), list('2024-02-21')), '2024-03-01')).toMatchObject({ stance: 'unclear' });
    expect(standing(parts({}, report(), list('2024-02-22')), '2024-03-01')).toMatchObject({
      stance: 'support',
      basis: 'claimed',
    });
    const vague = { ...list('2024-02-24'), circa: true };
    expect(standing(parts({}, report(), vague), '2024-03-01')).toMatchObject({ stance: 'unclear' });
  });

  test('counts nothing on record, and is not told there', () => {
    const taken = snapshotOf(parts({}, report()), '2024-03-01', { onRecord: true });
    expect(standingIn(taken, 'A').stance).toBe('undeclared');
    expect(taken.claims).toEqual([]);
  });

  test('moves the outcome as positions do', () => {
    const all = report({ of: ['A', 'B', 'C'], stance: 'support' });
    expect(tallyOf(parts({}, all), '2024-02-20').outcome).toBe('open');
    expect(tallyOf(parts({}, all), '2024-02-21').outcome).toBe('reached');
  });
});

describe('a denied report about several', () => {
  const denied = report({ denied: { date: '2024-02-23', by: 'B' } });

  test('stands until it is denied, and is told of each', () => {
    expect(standing(parts({}, denied), '2024-02-22')).toMatchObject({ stance: 'unclear', denied: [] });
    expect(standing(parts({}, denied), '2024-02-23')).toMatchObject({
      stance: 'undeclared',
      denied: [{ stance: 'unclear' }],
    });
    expect(standing(parts({}, denied), '2024-02-23', 'C').denied).toEqual([]);
  });

  test('gives way to an earlier one in the file of the same time', () => {
    const two = parts({}, report({ stance: 'support' }), denied);
    expect(standing(two, '2024-02-22')).toMatchObject({ stance: 'unclear' });
    expect(standing(two, '2024-02-23')).toMatchObject({ stance: 'support' });
  });

  test('that a word of its own time has overruled stands once that is denied', () => {
    const own = { date: '2024-02-21', stance: 'support', basis: 'reported', denied: '2024-02-23' };
    const roster = parts({ A: own }, report());
    expect(standing(roster, '2024-02-22')).toMatchObject({ stance: 'support' });
    expect(standing(roster, '2024-02-23')).toMatchObject({ stance: 'unclear', since: { day: '2024-02-21' } });
    const moves = timeline([rosterOf(roster)]).points.flatMap(({ date, moved }) =>
      moved.filter(({ member }) => member === 'A').map(({ to }) => `${date.day} ${to}`),
    );
    expect(moves).toEqual(['2024-02-21 support', '2024-02-23 unclear']);
  });
});

describe('a statement of a report', () => {
  const statement = (roster: Plain, date = '2024-03-01') => snapshotOf(roster, date).claims[0];

  test('says whom it is about, and agrees unless one of them had stated another settled stance', () => {
    expect(statement(parts({}, report()))).toEqual({
      date: time('2024-02-21'),
      circa: false,
      by: 'a NATO official',
      about: 'stance',
      of: ['A', 'B'],
      stance: 'unclear',
      why: 'They want a commitment.',
      wants: [],
      agrees: true,
      sources: [],
    });
    const own = (stance: string, date = '2024-02-01'): Plain => ({ A: { date, stance, why: 'w' } });
    expect(statement(parts(own('oppose'), report()))?.agrees).toBe(false);
    expect(statement(parts(own('oppose', '2024-02-22'), report()))?.agrees).toBe(true);
    expect(statement(parts(own('withheld'), report()))?.agrees).toBe(true);
    expect(statement(parts(own('support'), report({ stance: 'support' })))?.agrees).toBe(true);
    expect(
      statement(parts({ A: { joined: '2024-02-22', ...(own('oppose', '2024-02-23').A as Plain) } }, report()))?.agrees,
    ).toBe(true);
  });

  test('stands among claims in the order of time', () => {
    const claims = [
      report({ date: '2024-02-25', by: 'Z' }),
      { date: '2024-02-25', by: 'A', supporting: 1 },
      report(),
      { date: '2024-02-24', holdouts: [] },
    ];
    expect(snapshotOf(parts({}, ...claims)).claims.map(({ date, about }) => [date.text, about])).toEqual([
      ['2024-02-21', 'stance'],
      ['2024-02-24', 'holdouts'],
      ['2024-02-25', 'supporting'],
      ['2024-02-25', 'stance'],
    ]);
  });
});

describe('a timeline', () => {
  test('has a report among the claims of its day, and moves those that it reaches', () => {
    const [point] = timeline([rosterOf(parts({ B: { stance: 'oppose', why: 'w' } }, report()))]).points;
    expect(point).toMatchObject({
      date: { day: '2024-02-21' },
      moved: [{ member: 'A', to: 'unclear' }],
      claims: [{ about: 'stance', agrees: false }],
    });
    expect(point?.moved).toHaveLength(1);
  });

  test('of several rosters has a report once', () => {
    const roster = rosterOf(parts({}, report({ date: '2024-03-02' })));
    const { points } = timeline([
      { ...roster, asOf: time('2024-03-01') },
      { ...roster, asOf: time('2024-03-05') },
    ]);
    expect(points.flatMap(({ claims }) => claims)).toHaveLength(1);
  });
});

describe('an abridged roster', () => {
  test.each(['2024-02-22', '2024-02-23', '2024-03-15'])('of %s has what was reported as positions of each', (date) => {
    const whole = rosterOf(
      parts(
        {
          A: position({ date: '2024-02-23', stance: 'support', basis: 'reported', denied: '2024-03-10' }),
          B: { date: '2024-02-01', stance: 'support' },
        },
        report(),
        report({ date: '2024-02-23', stance: 'withheld', denied: { date: '2024-03-10', by: 'A' } }),
        report({ date: '2024-02-23', stance: 'unclear', why: 'Both.' }),
      ),
    );
    const { roster } = prune(whole, time(date));
    expect(readRoster(writeRoster(roster))).toEqual(roster);
    expect(snapshot(roster, time(date)).members).toEqual(snapshot(whole, time(date)).members);
  });
});

test('reports are written back as they were read', () => {
  const roster = rosterIn(fixture('ok', 'reports.yaml'));
  expect(roster.reports.map(({ of }) => of.group)).toEqual(['Baltic states', undefined]);
  expect(readRoster(writeRoster(roster))).toEqual(roster);
  const ordered = rosterOf(
    parts(
      {},
      report({ note: 'n', quote: 'q', circa: true }),
      { date: '2024-02-20', supporting: 1 },
      report({ of: ['C'] }),
    ),
  );
  expect(readRoster(writeRoster(ordered))).toEqual(ordered);
});

test('advice on positions is given on reports, too', () => {
  const text = `title: T\nrule: consensus\nsources: { s: { title: S } }\nmembers: { A: { joined: 2024-03-01 }, B: }\nclaims:\n  - { date: 2024-02-21, of: [A, B], stance: withheld }\n  - { date: 2024-02-22, of: [B], stance: unclear, source: s, denied: 2026-02-01 }\n`;
  expect(brief(text, { today: '2026-01-01' })).toEqual([
    ['not-a-member-then', 'A'],
    ['reason-missing', 'withheld'],
    ['source-missing', 'withheld'],
    ['future-date', '2026-02-01'],
  ]);
});

describe('the history of a member', () => {
  const history = (date: string, onRecord = false) => {
    const roster = rosterIn(fixture('ok', 'reports.yaml'));
    const member = (code: string) => roster.members.find((one) => one.code === code) as Member;
    return (code: string) => memberHistory(roster, member(code), snapshot(roster, time(date), { onRecord }));
  };

  test('has the reports about it, each with what became of it', () => {
    const fates = (code: string, date = '2024-03-01') =>
      history(date)(code).reports.map(({ date: { day }, fate }) => `${day} ${fate}`);
    expect(fates('EE')).toEqual(['2024-02-21 overruled']);
    expect(fates('LV')).toEqual(['2024-02-21 counts']);
    expect(fates('LT')).toEqual(['2024-02-21 counts', '2024-02-25 denied']);
    expect(fates('LT', '2024-02-25')).toEqual(['2024-02-21 counts', '2024-02-25 counts']);
    expect(fates('PL', '2024-02-21')).toEqual([]);
  });

  test('leaves them out on record, and says how many', () => {
    const { reports, leftOut } = history('2024-03-01', true)('LT');
    expect([reports, leftOut.reports]).toEqual([[], 2]);
  });

  test('says that one counts although a list of holdouts came before it', () => {
    const list = { date: '2024-02-01', holdouts: ['A'] };
    const roster = rosterOf(parts({}, list, report()));
    const { reports } = memberHistory(roster, roster.members[0] as Member, snapshot(roster, time('2024-03-01')));
    expect(reports.map(({ stance, fate }) => [stance, fate])).toEqual([['unclear', 'counts']]);
  });

  test('says that of two of one time the later stands', () => {
    const roster = rosterOf(parts({}, report({ stance: 'withheld' }), report()));
    const { reports } = memberHistory(roster, roster.members[0] as Member, snapshot(roster, time('2024-03-01')));
    expect(reports.map(({ stance, fate }) => [stance, fate])).toEqual([
      ['withheld', 'overruled'],
      ['unclear', 'counts'],
    ]);
  });
});

test('the annotation of a member points at the report that gave it its standing', () => {
  const text = fixture('ok', 'reports.yaml');
  const under = (date: string, code: string): string => {
    const taken = snapshot(rosterIn(text), time(date));
    const span = placesOfStandings(text, taken.members, taken).get(code);
    return text.slice(span?.start, (span?.end ?? 0) + 1);
  };
  expect(under('2024-03-01', 'LV')).toBe('unclear,');
  expect(under('2024-02-25', 'PL')).toBe('conditional,');
  expect(under('2024-03-01', 'EE')).toBe('support,');
  expect(under('2024-03-01', 'PL')).toBe('PL:');
  const named =
    'title: T\nrule: consensus\nmembers:\n  A: { name: Ann }\nclaims:\n  - { date: 2024-02-21, of: [A], stance: unclear }\n';
  const taken = snapshot(rosterIn(named), time('2024-03-01'));
  const span = placesOfStandings(named, taken.members, taken).get('A');
  expect(named.slice(span?.start, span?.end)).toBe('unclear');
});

describe('what is printed of a report', () => {
  const printed = printing(fixture('ok', 'reports.yaml'));
  const all = 'Baltic states unclear (a NATO official): They want a commitment.';
  const denied = 'LT and PL conditional (an aide), later denied by the embassies';

  test.each([
    [['status', 'r.yaml'], all],
    [['status', 'r.yaml'], denied],
    [['status', 'r.yaml'], 'LT and PL: reported as conditional on 25 Feb (an aide), denied by the embassies'],
    [['status', 'r.yaml', '--format', 'markdown'], `- 21 Feb: ${all}`],
    [['timeline', 'r.yaml'], `Reported: ${all}`],
    [['timeline', 'r.yaml', '--format', 'csv'], 'unclear: EE LV LT (a NATO official)'],
    [['diff', 'r.yaml@2024-02-20', 'r.yaml'], all],
    [['member', 'LT', 'r.yaml'], 'Baltic states unclear (a NATO official): counted as its position'],
    [['member', 'LT', 'r.yaml'], 'LT and PL conditional (an aide): denied on 26 Feb by the embassies'],
    [['member', 'EE', 'r.yaml'], 'Baltic states unclear (a NATO official): no change, its own word stands'],
    [['member', 'LT', 'r.yaml', '--format', 'markdown'], '- 21 Feb: Baltic states unclear'],
    [['member', 'LT', 'r.yaml', '--on-record'], '2 reports about several'],
  ])('%j says %j', async (args, said) => {
    expect((await printed(...args)).replace(/\n +/g, ' ')).toContain(said);
  });

  test('data has it among the claims, with those it is about', async () => {
    const { claims } = JSON.parse(await printed('status', 'r.yaml', '--format', 'json'));
    expect(claims).toEqual([
      {
        date: '2024-02-21',
        by: 'a NATO official',
        about: 'stance',
        of: ['EE', 'LV', 'LT'],
        group: 'Baltic states',
        stance: 'unclear',
        why: 'They want a commitment.',
        wants: [],
        deniedOn: null,
        deniedBy: null,
        agrees: false,
        sources: [],
      },
      expect.objectContaining({
        of: ['LT', 'PL'],
        group: null,
        wants: ['a post'],
        deniedOn: '2024-02-26',
        deniedBy: 'the embassies',
      }),
    ]);
    const { reports, leftOut } = JSON.parse(await printed('member', 'LT', 'r.yaml', '--format', 'json'));
    expect(reports).toMatchObject([
      {
        date: '2024-02-21',
        of: ['EE', 'LV', 'LT'],
        group: 'Baltic states',
        stance: 'unclear',
        fate: 'counts',
        denied: null,
      },
      {
        of: ['LT', 'PL'],
        group: null,
        fate: 'denied',
        denied: { date: '2024-02-26', by: 'the embassies', sources: [] },
      },
    ]);
    expect(leftOut).toEqual({ positions: 0, lists: 0, reports: 0 });
  });

  test('nothing is said of its denial before that comes', async () => {
    for (const args of [['status'], ['member', 'LT'], ['status', '--format', 'json']])
      expect(await printed(...args, 'r.yaml@2024-02-25')).not.toMatch(/denied (?:on|by)|2024-02-26|26 Feb/);
  });
});
