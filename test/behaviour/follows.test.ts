import { describe, expect, test } from 'vitest';
import { memberHistory } from '../../src/engine/member-history.ts';
import { prune } from '../../src/engine/prune.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import type { Member } from '../../src/model/roster.ts';
import { isPending, type Stance, stances } from '../../src/model/stance.ts';
import { writeRoster } from '../../src/roster/write/write-roster.ts';
import { printing } from '../support/printed.ts';
import {
  codesOf,
  type Plain,
  readRoster,
  rosterOf,
  said,
  snapshotOf,
  standingIn,
  tallyOf,
  time,
} from '../support/rosters.ts';
import { onlyProblem, rosterText } from '../support/texts.ts';

const withBe = (member: string): string => rosterText({ members: `{ BE: support, NL: ${member} }` });

describe('whom a member follows', () => {
  test.each(stances.filter((stance) => isPending(stance) && stance !== 'undeclared'))(
    'may stand beside %s',
    (stance) => {
      const { members } = rosterOf({ members: { A: said(stance, { follows: 'B' }), B: 'support' } });
      expect(members[0]?.positions[0]?.follows).toEqual(['B']);
    },
  );

  test('may be several, sorted', () => {
    const { members } = rosterOf({ members: { A: said('unclear', { follows: ['C', 'B'] }), B: {}, C: {} } });
    expect(members[0]?.positions[0]?.follows).toEqual(['B', 'C']);
  });

  test.each(stances.filter((stance) => !isPending(stance)))('is a mistake beside %s', (stance) => {
    for (const member of [
      `{ stance: ${stance}, follows: BE, why: w }`,
      `{ positions: [{ stance: ${stance}, follows: BE, why: w }] }`,
    ])
      expect(onlyProblem(withBe(member))).toMatchObject({
        code: 'not-pending',
        message: `"${stance}" is settled and has no "follows"`,
      });
  });

  test('is never the member itself, and always a member', () => {
    expect(onlyProblem(withBe('{ stance: unclear, follows: NL }'))).toMatchObject({
      code: 'follows-itself',
      message: '"NL" cannot follow itself',
    });
    expect(onlyProblem(withBe('{ stance: unclear, follows: BEE }'))).toMatchObject({
      code: 'unknown-member',
      hint: 'did you mean "BE"?',
    });
  });

  const positions = [
    { date: '2024-01-01', stance: 'unclear', follows: 'B' },
    { date: '2024-01-02', stance: 'unclear' },
    { date: '2024-01-03', stance: 'unclear', follows: ['B', 'C'] },
    { date: '2024-01-04', stance: 'withheld', why: 'w' },
    { date: '2024-01-05', stance: 'unclear' },
  ];
  test.each([
    ['2024-01-01', ['B']],
    ['2024-01-02', ['B']],
    ['2024-01-03', ['B', 'C']],
    ['2024-01-04', undefined],
    ['2024-01-05', undefined],
  ])('on %s is the latest that was given in the run: %j', (date, follows) => {
    const members = { A: { positions }, B: {}, C: {} };
    expect(standingIn(snapshotOf({ members }, date), 'A').follows).toEqual(follows);
    const history = prune(rosterOf({ members }), time(date)).roster;
    expect(standingIn(snapshot(history, time(date)), 'A').follows).toEqual(follows);
  });

  test('counts for nothing', () => {
    const answer = (follows: Plain) => {
      const { outcome, evaluation, counts, holdouts } = tallyOf({
        rule: 'simple-majority',
        members: { A: { stance: 'unclear', ...follows }, B: 'support', C: { stance: 'withheld', why: 'w' } },
      });
      return { outcome, evaluation, counts, holdouts: codesOf(holdouts) };
    };
    expect(answer({ follows: 'B' })).toEqual(answer({}));
  });

  test('stays in an abridged roster, with those whom it names', () => {
    const roster = rosterOf({ members: { A: { stance: 'unclear', follows: 'B' }, B: { left: '2024-01-01' } } });
    const short = prune(roster, time('2024-02-01')).roster;
    expect(codesOf(short.members)).toEqual(['A', 'B']);
    expect(readRoster(writeRoster(short))).toEqual(short);
  });
});

describe('followers in a what-if', () => {
  const follows = (code: string | readonly string[], rest: Plain = {}): Plain => ({
    stance: 'unclear',
    follows: code,
    ...rest,
  });
  const moved = (members: Plain, moves: Readonly<Record<string, Stance>>): unknown => {
    const { assumed } = assume(snapshotOf({ members }), new Map(Object.entries(moves)), { withFollowers: true });
    return assumed;
  };

  test.each<[what: string, members: Plain, moves: Readonly<Record<string, Stance>>, assumed: Plain]>([
    ['go along', { A: follows('B'), B: {} }, { B: 'support' }, { A: 'support', B: 'support' }],
    ['go along with a no', { A: follows('B'), B: {} }, { B: 'oppose' }, { A: 'oppose', B: 'oppose' }],
    [
      'are followed in turn',
      { A: follows('B'), B: follows('C'), C: {} },
      { C: 'support' },
      { A: 'support', B: 'support', C: 'support' },
    ],
    ['wait for all', { A: follows(['B', 'C']), B: {}, C: {} }, { B: 'support' }, { B: 'support' }],
    [
      'wait for all to be of one mind',
      { A: follows(['B', 'C']), B: {}, C: {} },
      { B: 'support', C: 'abstain' },
      { B: 'support', C: 'abstain' },
    ],
    [
      'go where all go',
      { A: follows(['B', 'C']), B: {}, C: {} },
      { B: 'support', C: 'support' },
      { A: 'support', B: 'support', C: 'support' },
    ],
    [
      'go where one goes and another follows',
      { A: follows(['B', 'C']), B: {}, C: follows('B') },
      { B: 'support' },
      { A: 'support', B: 'support', C: 'support' },
    ],
    [
      'stay where they are assumed',
      { A: follows('B'), B: {} },
      { A: 'oppose', B: 'support' },
      { A: 'oppose', B: 'support' },
    ],
    ['stay where nobody is assumed to move', { A: follows('B'), B: 'support' }, {}, {}],
    [
      'go round in circles once',
      { A: follows('B'), B: follows('A'), C: {} },
      { A: 'support' },
      { A: 'support', B: 'support' },
    ],
    [
      'in a circle do not move by themselves',
      { A: follows('B'), B: follows('A'), C: {} },
      { C: 'support' },
      { C: 'support' },
    ],
    ['do not follow who is no member', { A: follows('B'), B: { left: '2024-01-01' } }, { B: 'support' }, {}],
  ])('%s', (_, members, moves, assumed) => {
    expect(moved(members, moves)).toEqual(assumed);
  });

  test('move only when asked to', () => {
    const before = snapshotOf({ members: { A: follows('B'), B: {} } });
    expect(assume(before, new Map([['B', 'support']])).assumed).toEqual({ B: 'support' });
  });

  test('say whom they followed', () => {
    const before = snapshotOf({ members: { A: follows('B'), B: {} } });
    const after = assume(before, new Map([['B', 'support']]), { withFollowers: true });
    expect(standingIn(after, 'A')).toMatchObject({ stance: 'support', assumed: true, followed: ['B'] });
    expect(standingIn(after, 'B')).not.toHaveProperty('followed');
  });
});

const text = `title: A treaty
as-of: 2024-06-30
names: iso-3166
rule: consensus
members:
  NL: support
  NO:
    positions:
      - { date: 2024-06-01, stance: unclear }
      - { date: 2024-06-12, stance: unclear, follows: [DK, SE], by: Espen Barth Eide }
  DK: { stance: withheld, date: 2024-06-02, follows: SE, why: The neighbours first. }
  SE: { stance: withheld, date: 2024-06-03, why: Parliament comes first. }
  IS: { left: 2020-01-01 }
`;

const printed = printing(text);
const running = async (...args: readonly string[]): Promise<string> => (await printed(...args)).replace(/\s+/g, ' ');
const data = async (...args: readonly string[]) => JSON.parse(await printed(...args, '--format', 'json'));

describe('whom a member follows is printed', () => {
  test.each([
    [['status', 'r.yaml'], 'Norway unclear, follows DK and SE'],
    [['status', 'r.yaml', '--format', 'markdown'], '| unclear, follows DK and SE |'],
    [['status', 'r.yaml', '--format', 'csv'], ',DK; SE,no,'],
    [['check', 'r.yaml'], 'Denmark withheld, follows SE'],
    [['check', 'r.yaml', '--format', 'github'], 'unclear%2C follows DK and SE'],
    [['check', 'r.yaml', '--format', 'junit'], 'unclear, follows DK and SE'],
    [['member', 'NO', 'r.yaml'], 'UNCLEAR since 1 Jun (29 days), stated, follows DK and SE, holding out'],
    [['member', 'NO', 'r.yaml'], 'Follows Denmark (withheld) Sweden (withheld)'],
    [['member', 'NO', 'r.yaml'], '12 Jun unclear, follows DK and SE'],
    [['member', 'SE', 'r.yaml'], 'Followers Denmark (withheld) Norway (unclear), with Denmark'],
    [['member', 'SE', 'r.yaml', '--format', 'markdown'], '- Norway (unclear), with Denmark'],
    [['member', 'NO', 'r.yaml', '--format', 'markdown'], '**unclear, follows DK and SE**, Espen Barth Eide'],
    [['member', 'NO', 'r.yaml', '--format', 'csv'], ',DK; SE,'],
    [['timeline', 'r.yaml'], 'Norway: still unclear, follows DK and SE (Espen Barth Eide)'],
    [['diff', 'r.yaml@2024-06-11', 'r.yaml@2024-06-12'], 'is follows DK and SE · no reason given'],
    [['diff', 'r.yaml@2024-06-01', 'r.yaml@2024-06-02'], 'undeclared → withheld, follows SE'],
    [['snapshot', 'r.yaml'], 'follows: [DK, SE]'],
    [['snapshot', 'r.yaml'], 'follows: SE'],
  ])('%j says %j', async (args, expected) => {
    expect(await running(...args)).toContain(expected);
  });

  test('as data, an empty list where there is nobody', async () => {
    const { members, followed } = await data('status', 'r.yaml');
    expect(members.map(({ follows }: { follows: unknown }) => follows)).toEqual([['SE'], [], ['DK', 'SE'], []]);
    expect(followed).toEqual([]);
    const { standing, positions, followers } = await data('member', 'NO', 'r.yaml');
    expect([standing.follows, followers]).toEqual([['DK', 'SE'], []]);
    expect(positions.map(({ follows }: { follows: unknown }) => follows)).toEqual([[], ['DK', 'SE']]);
    expect((await data('member', 'SE', 'r.yaml')).followers).toEqual(['DK', 'NO']);
    const { points } = await data('timeline', 'r.yaml');
    expect(points.at(-1).restated).toMatchObject([{ member: 'NO', follows: ['DK', 'SE'] }]);
    const { reasons } = await data('diff', 'r.yaml@2024-06-11', 'r.yaml@2024-06-12');
    expect(reasons).toMatchObject([{ member: 'NO', before: { follows: [] }, after: { follows: ['DK', 'SE'] } }]);
  });

  test('who is no member then is told by its code', async () => {
    const left = printing(text.replace('follows: SE', 'follows: IS'));
    expect(await left('member', 'DK', 'r.yaml')).toContain('IS (not a member then)');
  });
});

describe('--with-followers', () => {
  const whatIf = ['--assume', 'SE=support', '--with-followers'] as const;

  test.each([
    [['check', 'r.yaml', ...whatIf], 'REACHED A treaty (30 Jun 2024, assuming SE = support, followed by DK and NO)'],
    [['status', 'r.yaml', ...whatIf], 'What if: assuming SE = support, followed by DK and NO.'],
    [['status', 'r.yaml', '--all', ...whatIf], 'Denmark support (following SE)'],
    [['status', 'r.yaml', ...whatIf, '--format', 'csv'], 'DK,Denmark,support,no,no,yes,'],
    [['status', 'r.yaml', '--all', ...whatIf, '--format', 'markdown'], 'followed by DK and NO'],
    [['member', 'NO', 'r.yaml', ...whatIf], 'SUPPORT following DK and SE'],
    [['diff', 'r.yaml@2024-06-12', 'r.yaml', ...whatIf], 'Denmark withheld, follows SE → support following SE'],
    [['diff', 'r.yaml@2024-06-12', 'r.yaml', ...whatIf, '--format', 'markdown'], 'support (following SE)'],
    [
      ['snapshot', 'r.yaml', ...whatIf],
      'DK = support (following SE), NO = support (following DK and SE), SE = support.',
    ],
    [['check', 'r.yaml', '--assume', 'SE=support'], 'OPEN A treaty (30 Jun 2024, assuming SE = support)'],
    [['check', 'r.yaml', '--assume', 'DK=support', '--with-followers'], 'assuming DK = support) consensus'],
  ])('%j says %j', async (args, expected) => {
    expect(await running(...args)).toContain(expected);
  });

  test('as data', async () => {
    const status = await data('status', 'r.yaml', ...whatIf);
    expect(status).toMatchObject({
      outcome: 'reached',
      assumed: { DK: 'support', NO: 'support', SE: 'support' },
      followed: ['DK', 'NO'],
      onRecordOutcome: 'reached',
    });
    const { moved, followed } = await data('diff', 'r.yaml@2024-06-12', 'r.yaml', ...whatIf);
    expect(followed).toEqual(['DK', 'NO']);
    expect(moved).toMatchObject([{ followed: ['SE'] }, { followed: ['DK', 'SE'] }, { member: 'SE', followed: [] }]);
    const member = await data('member', 'NO', 'r.yaml', ...whatIf);
    expect(member).toMatchObject({ followed: ['DK', 'NO'], standing: { followed: ['DK', 'SE'], follows: [] } });
  });

  test('is refused where nothing is assumed', async () => {
    expect(await printed('check', 'r.yaml', '--with-followers')).toContain(
      '--with-followers goes with a what-if: add --assume CODE=STANCE',
    );
  });

  test('of more than a few says who follows once', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `M${index + 10}`);
    const roster = `title: T\nas-of: 2024-06-30\nrule: consensus\nmembers: { ${many.map((code) => `${code}: `).join(', ')}, Z: { stance: unclear, follows: M10 } }\n`;
    const check = await printing(roster)(
      'check',
      'r.yaml',
      '--with-followers',
      ...many.flatMap((code) => ['--assume', `${code}=support`]),
    );
    expect(check.replace(/\s+/g, ' ')).toContain('and 4 more = support, followed by Z)');
  });
});

describe('record --follows', () => {
  const record = (...args: readonly string[]) =>
    printed('record', 'NL', ...args, 'r.yaml', '--date', '2024-06-20', '--dry-run');

  test.each([
    [['--follows', 'sweden'], 'stance: unclear, follows: SE }'],
    [['--follows', 'SE,DK'], 'stance: unclear, follows: [DK, SE] }'],
    [['--follows', 'SE', '--follows', 'denmark', '--follows', 'dk'], 'stance: unclear, follows: [DK, SE] }'],
  ])('%j writes it behind the stance', async (options, expected) => {
    expect(await record('unclear', ...options)).toContain(expected);
  });

  test.each([
    ['support', 'SE', '--follows: "support" is settled and follows nobody; leave it out'],
    ['unclear', 'SE,', '--follows: write codes or names; as in TR,HU'],
    ['unclear', ' ', '--follows: the value is empty'],
    ['unclear', 'sweeden', '--follows: "sweeden" is not a member of this roster; did you mean'],
    ['unclear', 'netherlands', '--follows: "NL" cannot follow itself'],
  ])('of %s to %j is refused', async (stance, follows, message) => {
    expect(await record(stance, '--follows', follows)).toContain(message);
  });

  test('is no part of a claim', async () => {
    expect(await printed('record', 'r.yaml', '--claim', '2', '--follows', 'SE')).toContain(
      '--follows goes with a position',
    );
  });
});

test('the history of a member has those that follow it, wherever they are', () => {
  const roster = rosterOf({
    members: { A: { stance: 'unclear', follows: ['B', 'C'] }, B: {}, C: { left: '2024-01-01' } },
  });
  const of = (index: number) =>
    memberHistory(roster, roster.members[index] as Member, snapshot(roster, time('2024-03-01'))).followers;
  expect([of(0), of(1), of(2)].map(codesOf)).toEqual([[], ['A'], ['A']]);
});

test('a snapshot keeps whom a denied report says that a member follows, and can be read back', () => {
  const denied = { date: '2024-01-24', stance: 'conditional', basis: 'reported', follows: ['A'], denied: '2024-01-30' };
  const roster = rosterOf({ members: { A: { left: '2024-01-29' }, B: { positions: [denied] }, C: {} } });
  const { roster: short } = prune(roster, time('2024-01-31'));
  expect(short.members.map(({ code }) => code)).toEqual(['A', 'B', 'C']);
  expect(readRoster(writeRoster(short))).toEqual(short);
});
