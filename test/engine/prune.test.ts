import { describe, expect, test } from 'vitest';
import { prune } from '../../src/engine/prune.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { PrunedRoster } from '../../src/model/pruned-roster.ts';
import type { Stance } from '../../src/model/stance.ts';
import { codesOf, type Plain, rosterOf, said, snapshotOf, standingIn, time } from '../support/rosters.ts';

const day = '2024-03-01';
const abridged = (parts: Plain, asOf = day, options = {}): PrunedRoster => prune(rosterOf(parts), time(asOf), options);

/** The positions that are left of a member, each with its date and stance. */
const left = ({ roster }: PrunedRoster, code = 'A'): string[] =>
  roster.members
    .filter((member) => member.code === code)
    .flatMap(({ positions }) => positions.map(({ date, stance }) => `${date?.text ?? 'undated'} ${stance}`));

const dated = (date: string, stance: Stance, rest: Plain = {}): Plain => said(stance, { date, ...rest });
const list = (date: string, ...holdouts: string[]): Plain => ({ date, by: 'a newspaper', holdouts });

describe('a member keeps', () => {
  test.each<[what: string, positions: Plain[], claims: Plain[], kept: string[]]>([
    ['nothing of nothing', [], [], []],
    ['its latest word', [dated('2024-01-01', 'oppose'), dated('2024-01-05', 'support')], [], ['2024-01-05 support']],
    ['nothing that is later than the date', [dated('2024-04-01', 'support')], [], []],
    [
      'the date on which it began to say so',
      [dated('2024-01-01', 'oppose', { why: 'no' }), dated('2024-01-05', 'oppose')],
      [],
      ['2024-01-01 oppose'],
    ],
    ['no date where it began without one', [said('oppose'), dated('2024-01-05', 'oppose')], [], ['undated oppose']],
    [
      'its own word where a list has moved it since',
      [dated('2024-01-01', 'unclear'), dated('2024-01-02', 'withheld')],
      [list('2024-01-03')],
      ['2024-01-02 withheld'],
    ],
    [
      'an earlier no of which a list would make a yes',
      [dated('2024-01-01', 'oppose'), dated('2024-01-05', 'support')],
      [list('2024-01-03')],
      ['2024-01-01 oppose', '2024-01-05 support'],
    ],
    [
      'its last word on record beside what is reported since',
      [dated('2024-01-01', 'oppose'), dated('2024-01-05', 'support', { basis: 'reported' })],
      [],
      ['2024-01-01 oppose', '2024-01-05 support'],
    ],
    [
      'what was on record and is then reported again, as one',
      [dated('2024-01-01', 'support'), dated('2024-01-05', 'support', { basis: 'reported' })],
      [],
      ['2024-01-01 support'],
    ],
    [
      'what was reported and is then on record, as one',
      [dated('2024-01-01', 'support', { basis: 'reported' }), dated('2024-01-05', 'support')],
      [],
      ['2024-01-01 support'],
    ],
    [
      'the date of its own word where a list had counted it before',
      [dated('2024-01-05', 'support')],
      [list('2024-01-03')],
      ['2024-01-05 support'],
    ],
    [
      'the word that contradicts the latest list still',
      [dated('2024-01-01', 'oppose'), dated('2024-01-05', 'abstain')],
      [list('2024-01-03')],
      ['2024-01-01 oppose', '2024-01-05 abstain'],
    ],
    [
      'the word with which it began to hold out once, though it is also among its latest',
      [said('unclear'), dated('2024-01-03', 'withheld', { basis: 'reported' })],
      [list('2024-01-01'), list('2024-01-03', 'A')],
      ['undated unclear', '2024-01-03 withheld'],
    ],
    [
      'two runs of a stance as one where nothing that stays stands between them',
      [
        dated('2024-01-03', 'oppose', { basis: 'reported' }),
        dated('2024-01-05', 'unclear'),
        dated('2024-01-06', 'oppose'),
        dated('2024-01-08', 'conditional', { basis: 'reported' }),
      ],
      [],
      ['2024-01-03 oppose', '2024-01-08 conditional'],
    ],
    [
      'what is on record of the day beside what was reported at an hour of it',
      [said('conditional'), dated(day, 'unclear'), dated(`${day}T08:00Z`, 'support', { basis: 'reported' })],
      [],
      ['2024-03-01 unclear', '2024-03-01T08:00Z support'],
    ],
  ])('%s', (_, positions, claims, kept) => {
    expect(left(abridged({ members: { A: { positions } }, claims }))).toEqual(kept);
  });

  test('the latest of what it gave within a run, and who said it', () => {
    const positions = [
      dated('2024-01-01', 'oppose', { why: 'no', circa: true, by: 'a minister' }),
      dated('2024-01-05', 'oppose', { quote: 'Never.', note: 'in passing' }),
    ];
    const { roster, remarks } = abridged({ members: { A: { positions } } });
    expect(roster.members[0]?.positions).toEqual([
      {
        date: time('2024-01-01'),
        circa: true,
        stance: 'oppose',
        basis: 'stated',
        by: 'a minister',
        why: 'no',
        wants: [],
        sources: [],
        quote: 'Never.',
        note: 'in passing',
      },
    ]);
    expect(remarks.get('A')).toEqual([{ kind: 'restated', date: time('2024-01-05') }]);
  });
});

test('a member is not made to say what a list of holdouts said of it', () => {
  const claims = [{ date: '2024-01-03', by: 'a newspaper', holdouts: [], source: 'https://example.org/' }];
  const parts = { members: { A: { positions: [dated('2024-01-05', 'support')] } }, claims };
  const { roster } = abridged(parts);
  expect(roster.members[0]?.positions).toMatchObject([{ stance: 'support', sources: [] }]);
  expect(roster.members[0]?.positions[0]?.by).toBeUndefined();
  expect(standingIn(snapshot(roster, time(day)), 'A')).toEqual(standingIn(snapshotOf(parts, day), 'A'));
});

test('a member keeps no position twice, whatever came between two runs of holding out', () => {
  const positions = [said('unclear'), dated('2024-01-06', 'oppose', { basis: 'reported' })];
  const claims = [list('2024-01-01', 'B'), list('2024-01-06', 'C')];
  const parts = { members: { A: { positions }, B: { positions: [] }, C: { positions: [] } }, claims };
  const short = abridged(parts, '2024-01-06');
  expect(left(short)).toEqual(['undated unclear', '2024-01-06 oppose']);
  expect(standingIn(snapshot(short.roster, time('2024-01-06')), 'A')).toEqual(
    standingIn(snapshotOf(parts, '2024-01-06'), 'A'),
  );
});

describe('claims', () => {
  const members = { A: [dated('2024-01-01', 'support')], B: [], C: [] };
  const people = Object.fromEntries(Object.entries(members).map(([code, positions]) => [code, { positions }]));

  test('that list holdouts stay while somebody stands where they put it, and the latest does anyhow', () => {
    const claims = [list('2024-01-02', 'B', 'C'), list('2024-01-03', 'B', 'C'), list('2024-01-04', 'B')];
    const { roster, leftOut, remarks } = abridged({ members: people, claims });
    expect(roster.claims.map(({ date }) => date.text)).toEqual(['2024-01-02', '2024-01-04']);
    expect(leftOut).toEqual({ positions: 0, claims: 1 });
    expect(remarks.get('B')).toEqual([
      { kind: 'claimed', stance: 'withheld', date: time('2024-01-02'), by: 'a newspaper' },
    ]);
  });

  test('all stay where a list that moves nobody now keeps two others apart', () => {
    // B was on the first list, then on none, then on one again: since the third, not since the first.
    const claims = [list('2024-01-02', 'B', 'C'), list('2024-01-03', 'C'), list('2024-01-04', 'B', 'C')];
    const { roster } = abridged({ members: people, claims });
    expect(roster.claims).toHaveLength(3);
    expect(standingIn(snapshot(roster, time(day)), 'B').since?.text).toBe('2024-01-04');
  });

  test('without an author are claims all the same', () => {
    const { remarks } = abridged({ members: people, claims: [{ date: '2024-01-02', holdouts: [] }] });
    expect(remarks.get('B')).toEqual([{ kind: 'claimed', stance: 'support', date: time('2024-01-02') }]);
  });

  test('that count stay where they come to the same, and so does the latest', () => {
    const moved = { positions: [dated('2024-01-01', 'oppose'), dated('2024-01-04', 'support')] };
    const claims = [
      { date: '2024-01-02', supporting: 'at least 1', 'holding-out': 1 },
      { date: '2024-01-03', 'holding-out': 'at most 2' },
      { date: '2024-01-05', supporting: 2 },
    ];
    const { roster } = abridged({ members: { ...people, D: moved }, claims });
    expect(
      roster.claims.map(({ date, supporting, holdingOut }) => [date.text, supporting?.text, holdingOut?.text]),
    ).toEqual([
      ['2024-01-03', undefined, 'at most 2'],
      ['2024-01-05', '2', undefined],
    ]);
  });

  test('no longer true or false are left out', () => {
    const moved = { positions: [dated('2024-01-01', 'oppose'), dated('2024-01-04', 'support')] };
    const all = { A: moved, B: { positions: [dated('2024-01-01', 'support')] } };
    // One held back and is known by name; without its name nobody could be meant.
    const { roster } = abridged({ members: all, claims: [{ date: '2024-01-02', supporting: 1, 'holding-out': 1 }] });
    expect(roster.claims.map(({ holdingOut }) => holdingOut?.text)).toEqual(['1']);
    const { roster: other } = abridged({ members: all, claims: [{ date: '2024-01-02', supporting: 2 }] });
    expect(other.claims).toEqual([]);
  });

  test('keep their lists and lose their counts where these come to something else', () => {
    const moved = { positions: [dated('2024-01-01', 'oppose'), dated('2024-01-04', 'support')] };
    const claims = [
      { date: '2024-01-02', holdouts: ['D'], supporting: 3, 'holding-out': 1 },
      { date: '2024-01-05', holdouts: [], supporting: 4, 'holding-out': 0 },
    ];
    const { roster } = abridged({ members: { ...people, D: moved }, claims });
    expect(roster.claims).toMatchObject([{ holdouts: ['D'], supporting: { text: '3' } }, { holdouts: [] }]);
  });
});

describe('what else stays', () => {
  const nobody = { A: 'support', B: { joined: '2024-06-01' }, C: { left: '2024-02-01', stance: 'oppose' } };

  test('only those in the roster, with the day on which they leave', () => {
    const { roster } = abridged({ members: { ...nobody, D: { joined: '2024-01-01', left: '2024-05-01' } } });
    expect(roster.members).toMatchObject([
      { code: 'A' },
      { code: 'D', terms: [{ joined: { text: '2024-01-01' }, left: { text: '2024-05-01' } }] },
    ]);
  });

  test.each<[what: string, parts: Plain]>([
    ['a rule', { rule: { all: ['consensus', { 'at-least': 1, among: ['B', 'A'] }] } }],
    ['a rule that leaves them out', { rule: { consensus: { except: ['B'] } } }],
    ['a list of holdouts', { claims: [list('2024-02-15', 'B')] }],
    ['a candidate', { candidates: { 'Ann Other': { member: 'B' } } }],
  ])('those whom %s names, without what they said', (_, parts) => {
    const { roster, remarks } = abridged({ members: nobody, ...parts });
    expect(codesOf(roster.members)).toEqual(['A', 'B']);
    expect(remarks.get('B')).toEqual([{ kind: 'absent' }]);
    expect(codesOf(snapshot(roster, time(day)).members)).toEqual(['A']);
  });

  test('one that has left and contradicts a list, so that the list is still contradicted', () => {
    const parts = { members: nobody, claims: [list('2024-01-02')] };
    const { roster } = abridged(parts);
    expect(codesOf(roster.members)).toEqual(['A', 'C']);
    expect(snapshot(roster, time(day)).claims).toEqual(snapshotOf(parts, day).claims);
    expect(snapshotOf(parts, day).claims).toMatchObject([{ agrees: false }]);
  });

  test('everybody where nobody is in the roster yet', () => {
    const { roster } = abridged({ members: { A: { joined: '2024-06-01', stance: 'support', date: '2024-06-01' } } });
    expect(roster.members).toMatchObject([{ code: 'A', positions: [] }]);
  });

  test('groups of those who are in the roster, in the rule, too', () => {
    const rule = { any: [{ count: 'oppose', 'at-most': 0, among: 'g' }, 'unanimity'] };
    const { roster } = abridged({ members: nobody, groups: { g: ['A', 'B'], none: ['B'] }, rule });
    expect(roster.groups).toEqual({ g: ['A'], none: [] });
    expect(roster.rule.criterion).toMatchObject({ of: [{ among: { only: ['A'] }, group: 'g' }, {}] });
  });

  test('candidates with their latest word, deadlines, what is ahead, and the decision', () => {
    const { roster } = abridged({
      members: nobody,
      candidates: {
        X: {
          history: [
            { date: '2024-01-01', status: 'interested' },
            { date: '2024-02-01', status: 'declared' },
          ],
        },
        Y: { history: [{ date: '2024-06-01', status: 'interested' }] },
        Z: { proposed: 'true' },
      },
      milestones: [
        { date: '2024-01-01', name: 'past' },
        { date: '2024-01-02', name: 'missed', deadline: 'true' },
        { date: '2024-06-01', name: 'ahead' },
      ],
      decision: { date: '2024-02-01', outcome: 'adopted' },
    });
    expect(roster.candidates).toMatchObject([
      { name: 'X', history: [{ status: 'declared' }] },
      { name: 'Z', history: [] },
    ]);
    expect(roster.milestones.map(({ name }) => name)).toEqual(['missed', 'ahead']);
    expect(roster.decision).toMatchObject({ outcome: 'adopted' });
    const later = abridged({ members: nobody, decision: { date: '2024-04-01', outcome: 'adopted' } });
    expect(later.roster.decision).toBeUndefined();
  });

  test('sources that something still names', () => {
    const { roster } = abridged({
      members: {
        A: {
          positions: [
            dated('2024-01-01', 'oppose', { source: 'old' }),
            dated('2024-01-02', 'support', { source: 'new' }),
          ],
        },
      },
      sources: { old: { title: 'o' }, new: { title: 'n' }, never: {} },
    });
    expect(Object.keys(roster.sources)).toEqual(['new']);
  });

  test('what it expects of itself on that very date, unless something is assumed or left out', () => {
    const expect_ = [
      { 'as-of': day, outcome: 'reached' },
      { 'as-of': day, holdouts: ['C'] },
      { 'as-of': '2024-03-02', outcome: 'open' },
    ];
    const parts = { members: nobody, expect: expect_ };
    expect(abridged(parts).roster.expect).toMatchObject([{ outcome: 'reached' }]);
    expect(abridged(parts, day, { onRecord: true }).roster.expect).toEqual([]);
    expect(abridged(parts, day, { assume: new Map([['A', 'oppose']]) }).roster.expect).toEqual([]);
  });

  test('the title, the body, the note; the date is the last day of a month', () => {
    const { roster } = abridged({ members: nobody, body: 'b', note: 'n' }, '2024-02');
    expect(roster).toMatchObject({ title: 'A decision', body: 'b', note: 'n', asOf: { text: '2024-02-29' } });
  });

  test('a note of a member, and not a second one', () => {
    const { roster } = abridged({
      members: {
        A: { note: 'of the member', positions: [said('support', { note: 'of the position' })] },
        B: { positions: [said('support', { note: 'of the position' })] },
        C: {
          note: 'of the member',
          positions: [dated('2024-01-01', 'oppose'), dated('2024-01-02', 'support', { basis: 'reported' })],
        },
      },
    });
    expect(roster.members.map(({ note }) => note)).toEqual(['of the member', 'of the position', 'of the member']);
  });
});

describe('on record', () => {
  test('only what members stated themselves stays, and no list moves anybody', () => {
    const positions = [dated('2024-01-01', 'oppose'), dated('2024-01-05', 'support', { basis: 'reported' })];
    const parts = { members: { A: { positions }, B: {} }, claims: [list('2024-01-03')] };
    const result = abridged(parts, day, { onRecord: true });
    expect(left(result)).toEqual(['2024-01-01 oppose']);
    expect(result.roster.claims).toEqual([]);
    expect(result.leftOut).toEqual({ positions: 1, claims: 1 });
    expect(result.remarks.get('A')).toEqual([]);
    expect(standingIn(snapshot(result.roster, time(day)), 'B').stance).toBe('undeclared');
  });
});

describe('a what-if', () => {
  const parts = {
    members: {
      A: { positions: [dated('2024-01-01', 'conditional', { wants: [{ id: 'post', text: 'a post' }] })] },
      B: dated('2024-01-01', 'oppose'),
      C: dated('2024-01-01', 'support'),
      D: { joined: '2024-06-01' },
    },
    claims: [list('2024-03-01', 'A')],
  };
  const assuming = (code: string, stance: Stance): PrunedRoster =>
    abridged(parts, day, { assume: new Map([[code, stance]]) });

  test.each<[string, Stance, string[], Stance]>([
    ['A', 'support', ['2024-03-01 support'], 'conditional'],
    ['A', 'undeclared', [], 'conditional'],
    ['A', 'conditional', ['2024-03-01 conditional'], 'conditional'],
    ['B', 'conditional', ['2024-03-01 conditional'], 'oppose'],
    ['C', 'support', ['2024-01-01 support'], 'support'],
  ])('that puts %s in %s is what it said on the date', (code, stance, kept, from) => {
    const result = assuming(code, stance);
    expect(left(result, code)).toEqual(kept);
    expect(result.remarks.get(code)).toEqual([{ kind: 'assumed', from }]);
  });

  test('keeps what the member asks for', () => {
    expect(assuming('A', 'conditional').roster.members[0]?.positions).toMatchObject([
      { wants: ['a post'], wantIds: { 'a post': 'post' } },
    ]);
    expect(assuming('B', 'conditional').roster.members[1]?.positions).toMatchObject([{ wants: [] }]);
  });

  test('gives a reason where the rule asks for one', () => {
    const rule = { all: [{ count: 'oppose', 'at-most': 0, 'with-why': 'true' }] };
    const result = abridged({ ...parts, rule }, day, { assume: new Map([['B', 'oppose']]) });
    expect(tally(snapshotOf({ ...parts, rule }, day)).outcome).toBe('reached');
    expect(tally(snapshot(result.roster, time(day))).outcome).toBe('blocked');
  });

  test('about somebody who is not in the roster does nothing', () => {
    expect(codesOf(assuming('D', 'support').roster.members)).toEqual(['A', 'B', 'C']);
  });
});
