import { describe, expect, test } from 'vitest';
import { type Plain, said, snapshotOf, today } from '../support/rosters.ts';

const list = (holdouts: readonly string[], date = '2024-02-01', by = 'a paper'): Plain => ({ date, by, holdouts });

function conflicts(members: Plain, claims: readonly Plain[], asOf = today): string[] {
  return snapshotOf({ members: { ...members, Z: 'support' }, claims }, asOf).conflicts.map(
    ({ kind, member, date, by }) => `${member} ${kind} ${date.text} ${by}`,
  );
}
const before = (stance: Parameters<typeof said>[0], rest: Plain = {}) => said(stance, { date: '2024-01-01', ...rest });
const onTheList = 'A listed-though-supporting 2024-02-01 a paper';
const notOnIt = 'A unlisted-though-not-supporting 2024-02-01 a paper';

describe('a list and a member that stated', () => {
  test.each([
    ['support', [onTheList], []],
    ['no-objection', [], [notOnIt]],
    ['abstain', [], [notOnIt]],
    ['oppose', [], [notOnIt]],
    ['conditional', [], []],
    ['withheld', [], []],
    ['unclear', [], []],
  ] as const)('%s are in conflict where it is listed: %j; where not: %j', (stance, listed, unlisted) => {
    expect(conflicts({ A: before(stance) }, [list(['A'])])).toEqual(listed);
    expect(conflicts({ A: before(stance) }, [list([])])).toEqual(unlisted);
    const reported = before(stance, { basis: 'reported' });
    expect(conflicts({ A: reported }, [list(['A'])])).toEqual([]);
    expect(conflicts({ A: reported }, [list([])])).toEqual([]);
    expect(conflicts({ A: 'undeclared' }, [list(['A'])])).toEqual([]);
  });

  test.each(['stated', 'reported'])(
    'recused, %s, are in conflict where it is listed, and in none where not',
    (basis) => {
      expect(conflicts({ A: before('recused', { basis }) }, [list(['A'])])).toEqual([
        'A listed-though-recused 2024-02-01 a paper',
      ]);
      expect(conflicts({ A: before('recused', { basis }) }, [list([])])).toEqual([]);
    },
  );
});

describe('a conflict', () => {
  const yes = { date: '2024-01-01', stance: 'support' };

  test('is there from the list’s day on', () => {
    const at = (asOf: string) => conflicts({ A: before('support') }, [list(['A'])], asOf);
    expect([at('2024-01-31'), at('2024-02-01'), at('2025-01-01')]).toEqual([[], [onTheList], [onTheList]]);
  });

  test('is one too where the own word is of the same day, and wins', () => {
    expect(conflicts({ A: said('support', { date: '2024-02-01' }) }, [list(['A'])])).toEqual([onTheList]);
  });

  test('is none where the own word came later', () => {
    expect(conflicts({ A: said('support', { date: '2024-02-02' }) }, [list(['A'])])).toEqual([]);
  });

  test.each([
    ['oppose', 'stated'],
    ['oppose', 'reported'],
    ['unclear', 'stated'],
  ])('is settled by a later word that does not contradict the list: %s, %s', (stance, basis) => {
    const positions = [yes, { date: '2024-02-10', stance, basis }];
    expect(conflicts({ A: { positions } }, [list(['A'])], '2024-02-09')).toEqual([onTheList]);
    expect(conflicts({ A: { positions } }, [list(['A'])], '2024-02-10')).toEqual([]);
  });

  test.each(['stated', 'reported'])('stays when the same is said again, %s', (basis) => {
    const positions = [yes, { date: '2024-02-10', stance: 'support', basis }];
    expect(conflicts({ A: { positions } }, [list(['A'])])).toEqual([onTheList]);
  });

  test('is there where a report of what was stated came before the list', () => {
    const positions = [yes, { date: '2024-01-10', stance: 'support', basis: 'reported' }];
    expect(conflicts({ A: { positions } }, [list(['A'])])).toEqual([onTheList]);
  });

  test('ends for good with another stance, one that contradicts the list too, or one that is taken back later', () => {
    const no = [before('oppose'), { date: '2024-02-10', stance: 'abstain' }];
    expect(conflicts({ A: { positions: no } }, [list([])])).toEqual([]);
    const back = [yes, { date: '2024-02-10', stance: 'unclear' }, { date: '2024-02-12', stance: 'support' }];
    expect(conflicts({ A: { positions: back } }, [list(['A'])])).toEqual([]);
  });

  test('is told once where the same list was entered twice, and for each of two', () => {
    const twice = [list(['A']), { ...list(['A']), source: 'https://example.org/1' }];
    expect(conflicts({ A: before('support') }, twice)).toEqual([onTheList]);
    const two = [list(['A']), list(['A'], '2024-02-01', 'an agency')];
    expect(conflicts({ A: before('support') }, two)).toHaveLength(2);
  });

  test('is none where another list of the same time names whom one leaves out', () => {
    const two = [list([]), list(['A'], '2024-02-01', 'an agency')];
    expect(conflicts({ A: before('oppose') }, two)).toEqual([]);
    expect(conflicts({ A: before('support') }, two)).toEqual(['A listed-though-supporting 2024-02-01 an agency']);
  });

  test('is none with a vague list near the own word', () => {
    expect(conflicts({ A: said('support', { date: '2024-01-28' }) }, [{ ...list(['A']), circa: true }])).toEqual([]);
    expect(conflicts({ A: said('support', { date: '2024-01-20' }) }, [{ ...list(['A']), circa: true }])).toEqual([
      onTheList,
    ]);
  });

  test('is read against the latest list alone', () => {
    const claims = [list(['A'], '2024-02-01'), list([], '2024-02-10')];
    expect(conflicts({ A: before('support') }, claims, '2024-02-09')).toEqual([onTheList]);
    expect(conflicts({ A: before('support') }, claims, '2024-02-10')).toEqual([]);
    expect(conflicts({ A: before('support') }, [list(['A']), { date: '2024-02-10', supporting: 9 }])).toEqual([
      onTheList,
    ]);
  });

  test('names each claim of the latest day, in the order of members', () => {
    const claims = [list(['C', 'A'], '2024-02-01', 'b'), list(['A', 'Z'], '2024-02-01', 'a')];
    expect(conflicts({ C: before('support'), A: before('support') }, claims)).toEqual([
      'A listed-though-supporting 2024-02-01 a',
      'A listed-though-supporting 2024-02-01 b',
      'C listed-though-supporting 2024-02-01 b',
      'Z listed-though-supporting 2024-02-01 a',
    ]);
  });

  test('needs no author', () => {
    const claims = [{ date: '2024-02-01', holdouts: ['A'] }];
    const [conflict] = snapshotOf({ members: { A: before('support') }, claims }).conflicts;
    expect(conflict).not.toHaveProperty('by');
  });

  test('is none for a member that was not in the roster on the list’s day, or is not any more', () => {
    const late = { joined: '2024-02-10', positions: [{ stance: 'oppose' }] };
    expect(conflicts({ A: late }, [list([])])).toEqual([]);
    const gone = { left: '2024-02-10', positions: [{ stance: 'oppose' }] };
    expect(conflicts({ A: gone }, [list([])], '2024-02-09')).toEqual([notOnIt]);
    expect(conflicts({ A: gone }, [list([])], '2024-02-10')).toEqual([]);
  });
});

describe('the statement of a list', () => {
  const agrees = (members: Plain, claim: Plain) =>
    snapshotOf({ members: { ...members, Z: 'support' }, claims: [claim] }).claims;

  test('agrees unless it contradicts what somebody stated', () => {
    expect(agrees({ A: before('support') }, list(['A']))).toMatchObject([{ about: 'holdouts', agrees: false }]);
    expect(agrees({ A: before('oppose') }, list([]))).toMatchObject([{ agrees: false, holdouts: [] }]);
    expect(agrees({ A: before('oppose'), B: before('unclear') }, list(['A']))).toMatchObject([{ agrees: true }]);
  });

  test('is judged by what had been said on its day', () => {
    const positions = [before('unclear'), { date: '2024-02-10', stance: 'support' }];
    expect(agrees({ A: { positions } }, list(['A']))).toMatchObject([{ agrees: true }]);
    const back = [before('support'), { date: '2024-02-10', stance: 'oppose' }];
    expect(agrees({ A: { positions: back } }, list(['A']))).toMatchObject([{ agrees: false }]);
  });
});
