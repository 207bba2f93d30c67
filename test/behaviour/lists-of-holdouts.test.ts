import { describe, expect, test } from 'vitest';
import type { Basis, Stance } from '../../src/model/stance.ts';
import { type Plain, said, snapshotOf, standingIn, today } from '../support/rosters.ts';

/** What is known of the member A after what it said and these claims. */
function known(member: unknown, claims: readonly Plain[], asOf = today) {
  return standingIn(snapshotOf({ members: { A: member, B: 'support', C: 'oppose' }, claims }, asOf), 'A');
}
const history = (...positions: readonly Plain[]): Plain => ({ positions });
const listed = (date: string, rest: Plain = {}): Plain => ({ date, holdouts: ['A', 'C'], ...rest });
const unlisted = (date: string, rest: Plain = {}): Plain => ({ date, holdouts: ['C'], ...rest });

describe('a complete list of holdouts', () => {
  type Row = [stance: Stance, basis: Basis | undefined, onTheList: [Stance, Basis], notOnIt: [Stance, Basis]];
  const support: [Stance, Basis] = ['support', 'claimed'];
  const withheld: [Stance, Basis] = ['withheld', 'claimed'];
  const kept = (stance: Stance, basis: Basis): [Stance, Basis] => [stance, basis];
  const rows: Row[] = [
    // A stated, settled stance is never overruled.
    ['support', 'stated', kept('support', 'stated'), kept('support', 'stated')],
    ['no-objection', 'stated', kept('no-objection', 'stated'), kept('no-objection', 'stated')],
    ['abstain', 'stated', kept('abstain', 'stated'), kept('abstain', 'stated')],
    ['oppose', 'stated', kept('oppose', 'stated'), kept('oppose', 'stated')],
    // A recused member is never moved.
    ['recused', 'stated', kept('recused', 'stated'), kept('recused', 'stated')],
    ['recused', 'reported', kept('recused', 'reported'), kept('recused', 'reported')],
    // Who is holding out already keeps its own stance; who is pending and not on the list has come round.
    ['conditional', 'stated', kept('conditional', 'stated'), support],
    ['withheld', 'stated', kept('withheld', 'stated'), support],
    ['unclear', 'stated', kept('unclear', 'stated'), support],
    ['conditional', 'reported', kept('conditional', 'reported'), support],
    ['withheld', 'reported', kept('withheld', 'reported'), support],
    ['unclear', 'reported', kept('unclear', 'reported'), support],
    // What others said of it, settled or not, gives way.
    ['oppose', 'reported', kept('oppose', 'reported'), support],
    ['abstain', 'reported', kept('abstain', 'reported'), support],
    ['support', 'reported', withheld, kept('support', 'reported')],
    ['no-objection', 'reported', withheld, support],
    ['undeclared', undefined, withheld, support],
  ];
  const before = (stance: Stance, basis: Basis | undefined): unknown =>
    basis === undefined ? stance : said(stance, { basis, date: '2024-01-01', why: 'its own reason', by: 'itself' });

  test.each(rows)('of a member %s (%s) makes %j when it is listed, %j when not', (stance, basis, on, off) => {
    for (const [claim, [expected, how]] of [
      [listed('2024-02-01', { by: 'a paper' }), on],
      [unlisted('2024-02-01', { by: 'a paper' }), off],
    ] as const) {
      const standing = known(before(stance, basis), [claim]);
      expect(standing).toMatchObject({ stance: expected, basis: how });
      const moved = how === 'claimed';
      expect(standing).toMatchObject({
        since: { day: moved ? '2024-02-01' : '2024-01-01' },
        by: moved ? 'a paper' : 'itself',
      });
      expect(standing.why).toBe(moved ? undefined : 'its own reason');
    }
  });

  test('says from whom and where it is known', () => {
    const claim = listed('2024-02', { circa: true, source: 'https://example.org/1' });
    const standing = known('undeclared', [claim]);
    expect(standing).toMatchObject({ circa: true, wants: [], sources: ['https://example.org/1'], days: 1 });
    expect(standing.since).toEqual({ text: '2024-02', day: '2024-02-29' });
    expect(standing).not.toHaveProperty('by');
  });

  test('counts from its own day on, a month from its last', () => {
    expect(known('undeclared', [listed('2024-02')], '2024-02-28').stance).toBe('undeclared');
    expect(known('undeclared', [listed('2024-02')], '2024-02-29').stance).toBe('withheld');
  });

  test('of nobody means that everybody pending has come round', () => {
    expect(known('undeclared', [{ date: '2024-02-01', holdouts: [] }])).toMatchObject({ stance: 'support' });
  });

  test('is not what a mere count is: that moves nobody', () => {
    const claims = [{ date: '2024-02-01', supporting: 'all', 'holding-out': 0 }];
    expect(known('undeclared', claims).stance).toBe('undeclared');
  });

  test('says nothing of those who were not in the roster on its day', () => {
    const late = { joined: '2024-02-10' };
    expect(known(late, [listed('2024-02-09')]).stance).toBe('undeclared');
    expect(known(late, [listed('2024-02-10')]).stance).toBe('withheld');
    expect(known(late, [unlisted('2024-02-09')]).stance).toBe('undeclared');
    const gone = { left: '2024-03-05' };
    expect(known(gone, [unlisted('2024-02-09')], '2024-03-04').stance).toBe('support');
  });

  test('is overtaken by the next one', () => {
    const claims = [unlisted('2024-02-01'), listed('2024-02-10'), unlisted('2024-02-20')];
    const stances = ['2024-01-31', '2024-02-01', '2024-02-10', '2024-02-20'].map(
      (asOf) => known('undeclared', claims, asOf).stance,
    );
    expect(stances).toEqual(['undeclared', 'support', 'withheld', 'support']);
  });

  test('that says the same as the one before continues the run', () => {
    const claims = [listed('2024-02-01', { by: 'a paper' }), listed('2024-02-10', { by: 'another paper' })];
    expect(known('undeclared', claims)).toMatchObject({ since: { day: '2024-02-01' }, by: 'a paper' });
    const yes = [unlisted('2024-02-01'), unlisted('2024-02-10')];
    expect(known('undeclared', yes)).toMatchObject({ since: { day: '2024-02-01' } });
  });

  test('brings back as withheld a member that another list had counted as won', () => {
    const claims = [unlisted('2024-02-01'), listed('2024-02-10')];
    expect(known(said('conditional', { date: '2024-01-01' }), claims)).toMatchObject({
      stance: 'withheld',
      basis: 'claimed',
      since: { day: '2024-02-10' },
    });
  });

  test('of one day beside another of that day: whom any of them lists is listed', () => {
    for (const claims of [
      [unlisted('2024-02-01', { by: 'z' }), listed('2024-02-01', { by: 'a' })],
      [unlisted('2024-02-01', { by: 'a' }), listed('2024-02-01', { by: 'z' })],
    ]) {
      expect(known('undeclared', claims)).toMatchObject({ stance: 'withheld', by: claims[1]?.by });
    }
    const both = [unlisted('2024-02-01', { by: 'z' }), unlisted('2024-02-01', { by: 'a' })];
    expect(known('undeclared', both)).toMatchObject({ stance: 'support', by: 'a' });
    expect(known('undeclared', both.toReversed())).toMatchObject({ stance: 'support', by: 'a' });
  });
});

describe("a member's own word and a list", () => {
  const yes = { date: '2024-02-01', stance: 'support' };
  const no = { date: '2024-02-01', stance: 'oppose' };
  const perhaps = { date: '2024-02-01', stance: 'unclear' };

  test('on the same day the own word wins', () => {
    expect(known(yes, [listed('2024-02-01')])).toMatchObject({ stance: 'support', basis: 'stated' });
    expect(known(no, [unlisted('2024-02-01')])).toMatchObject({ stance: 'oppose', basis: 'stated' });
    expect(known(perhaps, [unlisted('2024-02-01')])).toMatchObject({ stance: 'unclear' });
    expect(known({ ...yes, basis: 'reported' }, [listed('2024-02-01')])).toMatchObject({ basis: 'reported' });
  });

  test('a later word of its own replaces what others counted', () => {
    expect(known(no, [unlisted('2024-01-20')])).toMatchObject({ stance: 'oppose', since: { day: '2024-02-01' } });
    expect(known(perhaps, [unlisted('2024-01-20')])).toMatchObject({ stance: 'unclear' });
  });

  test('what it says for itself after a list had it continues the run', () => {
    const standing = known({ ...yes, by: 'a minister', why: 'convinced' }, [unlisted('2024-01-20', { circa: true })]);
    expect(standing).toMatchObject({
      basis: 'stated',
      since: { day: '2024-01-20' },
      circa: true,
      by: 'a minister',
      why: 'convinced',
    });
  });

  test('a report of what it thinks is overruled where its own later word is not', () => {
    const member = history({ ...yes, date: '2024-01-01' }, { ...no, date: '2024-01-10', basis: 'reported' });
    expect(known(member, [unlisted('2024-02-01')])).toMatchObject({ stance: 'support', basis: 'claimed' });
    const again = history({ ...no, date: '2024-01-01', basis: 'reported' }, { ...no, date: '2024-01-10' });
    expect(known(again, [unlisted('2024-02-01')])).toMatchObject({ stance: 'oppose', basis: 'stated' });
  });

  test('an undated word came before every list', () => {
    expect(known('oppose', [unlisted('2024-02-01')]).stance).toBe('oppose');
    expect(known('unclear', [unlisted('2024-02-01')])).toMatchObject({ stance: 'support', basis: 'claimed' });
  });

  test('as the own word wins the day, a list of that day does not break the run that the word continues', () => {
    const member = history(
      { date: '2024-01-01', stance: 'conditional', wants: ['a post'], why: 'too few posts' },
      { date: '2024-02-01', stance: 'conditional', wants: ['a post'] },
    );
    const alone = known(member, []);
    expect(alone).toMatchObject({ since: { day: '2024-01-01' }, why: 'too few posts' });
    expect(known(member, [unlisted('2024-02-01')])).toEqual(alone);
  });

  test('as the own word wins the day, a list of that day does not lend it its doubtful date', () => {
    const member = said('support', { date: '2024-02-01' });
    expect(known(member, [unlisted('2024-02-01', { circa: true, by: 'a paper' })])).toEqual(known(member, []));
  });
});

test('a word of its own that continues what was counted is not said by those who counted', () => {
  const standing = standingIn(
    snapshotOf({
      members: { A: { positions: [{ date: '2024-02-10', stance: 'withheld', why: 'a quarrel' }] }, B: 'support' },
      claims: [{ date: '2024-02-01', by: 'a newspaper', holdouts: ['A'], source: 'https://example.org/count' }],
    }),
    'A',
  );
  expect(standing).toMatchObject({ stance: 'withheld', basis: 'stated', why: 'a quarrel', sources: [] });
  expect(standing.since?.text).toBe('2024-02-01');
  expect(standing.by).toBeUndefined();
});
