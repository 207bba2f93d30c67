import { describe, expect, test } from 'vitest';
import { decisiveMoves } from '../../../src/engine/decisions/decisive-moves.ts';
import { inOrderOfList, memberCounts, memberDecision } from '../../../src/engine/decisions/member-decision.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { MemberDecision } from '../../../src/model/decisions/member.ts';
import { type Plain, rosterOf, time } from '../../support/rosters.ts';

function inDecision(parts: Plain, code: string, asOf = '2024-03-01'): MemberDecision {
  const roster = rosterOf(parts);
  return memberDecision('r.yaml', roster, code, snapshot(roster, time(asOf)));
}

const history = (...positions: readonly Plain[]): Plain => ({ positions });

describe('a move is decisive', () => {
  const movesOf = (parts: Plain, code: string, asOf = '2024-03-01', onRecord = false): string[] => {
    const roster = rosterOf(parts);
    const moves = decisiveMoves(roster, code, snapshot(roster, time(asOf), { onRecord }));
    return moves.map(({ date, from, to }) => `${date.text} ${from} > ${to}`);
  };
  const last = { stance: 'support', date: '2024-02-02' };
  const members = {
    A: { stance: 'support', date: '2024-02-01' },
    B: history({ stance: 'oppose', date: '2024-01-01' }, last),
  };

  test('when the outcome right after would be another without it, and not when others are still missing', () => {
    expect(movesOf({ members }, 'B')).toEqual(['2024-01-01 undeclared > oppose', '2024-02-02 oppose > support']);
    expect(movesOf({ members }, 'A')).toEqual([]);
    expect(movesOf({ members: { ...members, C: 'oppose' } }, 'B')).toEqual([]);
  });

  test('only once its date has come', () => {
    expect(movesOf({ members }, 'B', '2024-02-01')).toEqual(['2024-01-01 undeclared > oppose']);
    expect(movesOf({ members }, 'B', '2023-12-31')).toEqual([]);
  });

  test('of several on one day each that would have been enough to keep it from happening', () => {
    const together = { A: { ...last }, B: history({ stance: 'unclear', date: '2024-01-01' }, last) };
    expect(movesOf({ members: together }, 'A')).toEqual(['2024-02-02 undeclared > support']);
    expect(movesOf({ members: together }, 'B')).toEqual(['2024-02-02 unclear > support']);
    expect(movesOf({ rule: { count: 'support', 'at-least': 1 }, members: together }, 'B')).toEqual([]);
  });

  test('also if it was undone on the same day, seen from an hour in between', () => {
    const back = history(
      { stance: 'unclear', date: '2024-02-01' },
      { stance: 'support', date: '2024-02-02T08:00:00Z' },
      { stance: 'unclear', date: '2024-02-02T16:00:00Z' },
    );
    expect(movesOf({ members: { A: 'support', B: back } }, 'B', '2024-02-02')).toEqual([]);
    expect(movesOf({ members: { A: 'support', B: back } }, 'B', '2024-02-02T12:00:00Z')).toEqual([
      '2024-02-02 unclear > support',
    ]);
    expect(movesOf({ members: { A: 'support', B: back } }, 'B', '2024-02-02T07:00:00Z')).toEqual([]);
  });

  test('on record by statements alone', () => {
    const reported = { A: 'support', B: { ...last, basis: 'reported' } };
    expect(movesOf({ members: reported }, 'B')).toEqual(['2024-02-02 undeclared > support']);
    expect(movesOf({ members: reported }, 'B', '2024-03-01', true)).toEqual([]);
  });

  test('also when the day closed on it, and never after the closing', () => {
    const rule = { count: 'support', 'at-least': 'all', closes: '2024-02-02T12:00:00Z' };
    const at = (hour: string): Plain => ({ A: 'support', B: { stance: 'support', date: `2024-02-02T${hour}:00:00Z` } });
    expect(movesOf({ rule, members: at('08') }, 'B')).toEqual(['2024-02-02 undeclared > support']);
    expect(movesOf({ rule, members: at('16') }, 'B')).toEqual([]);
  });
});

describe('a member in a decision', () => {
  test('has its standing, and whether it holds out', () => {
    const members = { A: 'support', B: { stance: 'oppose', date: '2024-02-01' } };
    expect(inDecision({ members }, 'B')).toMatchObject({
      decision: { file: 'r.yaml', state: 'blocked' },
      standing: { stance: 'oppose', since: { text: '2024-02-01' } },
      holdsOut: true,
      decisiveMoves: [{ from: 'undeclared', to: 'oppose' }],
    });
    expect(inDecision({ members }, 'A')).toMatchObject({ standing: { stance: 'support' }, holdsOut: false });
  });

  test.each([
    ['no roster has it', 'Z', {}],
    ['it had not joined', 'B', { joined: '2024-03-02' }],
    ['it had left', 'B', { left: '2024-02-20' }],
  ])('has none, and no decisive move, where %s', (_, code, term) => {
    const members = { A: 'support', B: { ...term, positions: [{ stance: 'oppose' }] } };
    expect(inDecision({ members }, code)).toEqual({
      decision: expect.objectContaining({ file: 'r.yaml' }),
      holdsOut: false,
      decisiveMoves: [],
    });
  });
});

describe('several decisions', () => {
  const support = inDecision({ title: 'reached', members: { A: 'support' } }, 'A');
  const holding = inDecision({ title: 'open', members: { A: 'unclear' } }, 'A');
  const recused = inDecision({ title: 'without it', members: { A: 'recused', B: 'support' } }, 'A');
  const moved = inDecision({ title: 'moved', members: { A: { stance: 'support', date: '2024-01-02' } } }, 'A');
  const elsewhere = inDecision({ title: 'elsewhere', members: { B: 'unclear' } }, 'A');
  const all = [elsewhere, support, recused, moved, holding];

  test('are counted among those in which it was a member', () => {
    expect(memberCounts(all)).toEqual({ decisions: 5, member: 4, supported: 2, heldOut: 1, recused: 1, moved: 1 });
    expect(memberCounts([])).toEqual({ decisions: 0, member: 0, supported: 0, heldOut: 0, recused: 0, moved: 0 });
  });

  test('are ordered as a list is, and those of others come last', () => {
    expect(inOrderOfList(all).map(({ decision }) => decision.title)).toEqual([
      'open',
      'reached',
      'without it',
      'moved',
      'elsewhere',
    ]);
  });
});
