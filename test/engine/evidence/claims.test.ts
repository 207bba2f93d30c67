import { describe, expect, test } from 'vitest';
import type { CountStatement, ReconciledClaim } from '../../../src/model/snapshot.ts';
import { type Stance, stances } from '../../../src/model/stance.ts';
import { crowd, type Plain, said, snapshotOf, today } from '../../support/rosters.ts';

const day = '2024-02-01';

function counted(claim: ReconciledClaim | undefined): CountStatement {
  if (claim === undefined || claim.about === 'holdouts' || claim.about === 'stance')
    throw new Error('a statement that counts is expected');
  return claim;
}
const reconciled = (claim: Plain, members: Plain, asOf = today): CountStatement =>
  counted(snapshotOf({ members, claims: [{ date: day, ...claim }] }, asOf).claims[0]);

describe('a count and a member known by name', () => {
  const rows: Record<Stance, [supporting: string, holdingOut: string]> = {
    support: ['named', ''],
    'no-objection': ['', ''],
    abstain: ['', ''],
    oppose: ['', 'named'],
    recused: ['', ''],
    conditional: ['', 'named'],
    withheld: ['', 'named'],
    unclear: ['pool', 'pool'],
    undeclared: ['pool', 'pool'],
  };
  test.each(stances)('%s: it is counted, or may be among the unnamed, or neither', (stance) => {
    const members = { A: said(stance) };
    for (const [index, key] of ['supporting', 'holding-out'].entries()) {
      const { named, unnamed } = reconciled({ [key]: 'at least 0' }, members);
      const all = stance === 'recused' ? 0 : 1;
      const kind = rows[stance][index];
      expect([named, unnamed.max]).toEqual([kind === 'named' ? 1 : 0, Math.min(all, kind === 'pool' ? 1 : 0)]);
    }
  });
});

describe('the unnamed', () => {
  const members = crowd({ support: 4, oppose: 1, withheld: 1, abstain: 1, unclear: 2, undeclared: 3, recused: 2 });
  // Twelve members take part: four in support, two holding out, five that may be either, one that is neither.
  test.each([
    // claim, min, max, named, at least, at most, agrees
    [{ supporting: 6 }, 6, 6, 4, 2, 2, true],
    [{ supporting: 'at least 6' }, 6, 12, 4, 2, 5, true],
    [{ supporting: 'more than 6' }, 7, 12, 4, 3, 5, true],
    [{ supporting: 'at most 6' }, 0, 6, 4, 0, 2, true],
    [{ supporting: 'fewer than 6' }, 0, 5, 4, 0, 1, true],
    [{ supporting: 'about 6' }, 5, 7, 4, 1, 3, true],
    [{ supporting: 4 }, 4, 4, 4, 0, 0, true],
    [{ supporting: 3 }, 3, 3, 4, 0, -1, false],
    [{ supporting: 'at most 2' }, 0, 2, 4, 0, -2, false],
    [{ supporting: 9 }, 9, 9, 4, 5, 5, true],
    [{ supporting: 10 }, 10, 10, 4, 6, 5, false],
    [{ supporting: 'more than 8' }, 9, 12, 4, 5, 5, true],
    [{ supporting: 'more than 9' }, 10, 12, 4, 6, 5, false],
    [{ supporting: 'all' }, 12, 12, 4, 8, 5, false],
    [{ supporting: 'at least 40' }, 12, 12, 4, 36, 5, false],
    [{ supporting: 0 }, 0, 0, 4, 0, -4, false],
    [{ 'holding-out': 2 }, 2, 2, 2, 0, 0, true],
    [{ 'holding-out': 'about 5' }, 4, 6, 2, 2, 4, true],
    [{ 'holding-out': 'about 30' }, 12, 12, 2, 25, 5, false],
    [{ supporting: 'over 6' }, 7, 12, 4, 3, 5, true],
    [{ supporting: 'nearly 8' }, 7, 7, 4, 3, 3, true],
    [{ supporting: '5-7' }, 5, 7, 4, 1, 3, true],
    [{ supporting: 'two-thirds' }, 8, 8, 4, 4, 4, true],
    [{ supporting: '60%' }, 7, 8, 4, 3, 4, true],
    [{ supporting: 'all but 3' }, 9, 9, 4, 5, 5, true],
    [{ supporting: 'all but 20' }, 0, 0, 4, 0, -4, false],
    [{ supporting: '9 of 12' }, 9, 9, 4, 5, 5, true],
    [{ supporting: '9 of 14' }, 9, 9, 4, 5, 5, false],
    [{ 'holding-out': 'none' }, 0, 0, 2, 0, -2, false],
    [{ 'holding-out': 'at most 1' }, 0, 1, 2, 0, -1, false],
  ])('for %j', (claim, min, max, named, atLeast, atMost, agrees) => {
    const statement = reconciled(claim, members);
    expect(statement).toMatchObject({ min, max, named, unnamed: { min: atLeast, max: atMost }, agrees });
    expect(statement.text).toBe(`${Object.values(claim)[0]}`);
  });

  test.each([
    ['all', { A: 'support', B: 'unclear', C: 'recused' }, true],
    ['all', { A: 'support', B: 'abstain', C: 'recused' }, false],
  ])('%s are as many as take part', (supporting, some, agrees) => {
    expect(reconciled({ supporting }, some)).toMatchObject({ min: 2, max: 2, agrees });
  });

  test('are those of the claim’s own day, whatever has been said since', () => {
    const members = {
      A: { positions: [{ date: '2024-02-02', stance: 'support' }] },
      B: { positions: [{ date: day, stance: 'withheld' }] },
      C: { joined: '2024-02-02' },
      D: { left: '2024-02-02' },
      E: { joined: day },
      F: { left: day },
    };
    for (const asOf of [day, '2024-12-31']) {
      expect(reconciled({ supporting: 'at least 1' }, members, asOf)).toMatchObject({
        max: 4,
        named: 0,
        unnamed: { min: 1, max: 3 },
      });
    }
  });

  test('are held against what lists of that day and before have made of the names', () => {
    const claims = [
      { date: day, supporting: 2, 'holding-out': 1, holdouts: ['A'] },
      { date: '2024-02-02', supporting: 3 },
    ];
    const { claims: statements } = snapshotOf({ members: { A: 'undeclared', B: 'unclear', C: 'undeclared' }, claims });
    expect(statements).toMatchObject([
      { about: 'supporting', named: 2, unnamed: { min: 0, max: 0 }, agrees: true },
      { about: 'holding-out', named: 1, unnamed: { min: 0, max: 0 }, agrees: true },
      { about: 'holdouts', holdouts: ['A'], agrees: true },
      { about: 'supporting', named: 2, unnamed: { min: 1, max: 0 }, agrees: false },
    ]);
  });
});

describe('claims', () => {
  test('are known from their day on, the latest last, and then by who made them', () => {
    const claims = [
      { date: '2024-02-10', by: 'b', supporting: 1, source: 'https://example.org/2' },
      { date: '2024-02', supporting: 2 },
      { date: '2024-02-10', by: 'b', supporting: 3, source: 'https://example.org/1' },
      { date: '2024-02-10', by: 'a', supporting: 4, circa: true },
      { date: '2024-01-01', by: 'z', supporting: 5 },
      { date: '2024-02-10', supporting: 6 },
    ];
    const texts = (asOf: string, file = claims) =>
      snapshotOf({ members: { A: 'support' }, claims: file }, asOf).claims.map((claim) => counted(claim).text);
    expect(texts('2024-02-29')).toEqual(['5', '6', '4', '3', '1', '2']);
    expect(texts('2024-02-29', claims.toReversed())).toEqual(['5', '6', '4', '3', '1', '2']);
    expect(texts('2024-02-28')).toEqual(['5', '6', '4', '3', '1']);
    expect(texts('2024-02-09')).toEqual(['5']);
  });

  test('keep who made them, when, how sure the day is, and their sources', () => {
    const claim = { date: '2024-02', circa: true, by: 'a paper', sources: ['https://example.org/1'], supporting: 1 };
    expect(reconciled(claim, { A: 'support' })).toMatchObject({
      date: { text: '2024-02', day: '2024-02-29' },
      circa: true,
      by: 'a paper',
      sources: ['https://example.org/1'],
    });
    expect(reconciled({ supporting: 1 }, { A: 'support' })).not.toHaveProperty('by');
  });

  test('on record, are left out, and so are conflicts', () => {
    const members = { A: { stance: 'support', basis: 'reported' }, B: 'support' };
    const claims = [
      { date: day, supporting: 2 },
      { date: day, holdouts: ['B'] },
    ];
    expect(snapshotOf({ members, claims }, today, { onRecord: true })).toMatchObject({ claims: [], conflicts: [] });
  });
});
