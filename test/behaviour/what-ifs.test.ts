import { describe, expect, test } from 'vitest';
import { assume } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Stance } from '../../src/model/stance.ts';
import { snapshotOf, standingIn } from '../support/rosters.ts';

const members = { A: 'support', B: { stance: 'oppose', why: 'too dear' }, C: 'undeclared' };

describe('a what-if', () => {
  const before = snapshotOf({ members: { ...members, D: { stance: 'oppose' } }, rule: 'no-objections' });
  const suppose = (moves: Record<string, Stance>) => assume(before, new Map(Object.entries(moves)));

  test('moves these members and no others, and says so', () => {
    const after = suppose({ B: 'support', C: 'abstain' });
    expect(after.assumed).toEqual({ B: 'support', C: 'abstain' });
    expect(after.members.map(({ stance, assumed }) => [stance, assumed])).toEqual([
      ['support', false],
      ['support', true],
      ['abstain', true],
      ['oppose', false],
    ]);
    expect(standingIn(after, 'A')).toBe(standingIn(before, 'A'));
  });

  test('leaves the snapshot before it as it was', () => {
    const copy = structuredClone(before);
    suppose({ A: 'oppose', B: 'support' });
    expect(before).toEqual(copy);
  });

  test('takes no reason, basis or start along to another stance', () => {
    expect(standingIn(suppose({ B: 'withheld' }), 'B')).toEqual({
      code: 'B',
      name: 'B',
      weights: {},
      stance: 'withheld',
      circa: false,
      wants: [],
      answered: [],
      sources: [],
      denied: [],
      assumed: true,
    });
  });

  test('of the stance that a member has anyway keeps what is known of it', () => {
    expect(standingIn(suppose({ B: 'oppose' }), 'B')).toEqual({ ...standingIn(before, 'B'), assumed: true });
  });

  test('of nobody in the roster changes nothing', () => {
    expect(suppose({ X: 'support' })).toEqual(before);
    expect(suppose({})).toEqual(before);
  });

  test('may follow another', () => {
    const twice = assume(suppose({ B: 'abstain', C: 'oppose' }), new Map<string, Stance>([['B', 'support']]));
    expect(twice.assumed).toEqual({ B: 'support', C: 'oppose' });
  });

  test('may let a recused member take part, or a member recuse itself', () => {
    const counts = (moves: Record<string, Stance>) => tally(suppose(moves)).counts;
    expect(counts({ A: 'recused' })).toMatchObject({ recused: 1, support: 0, members: 4 });
  });

  test('gives a reason where one is asked for, and leaves claims as they were', () => {
    const rule = { count: 'oppose', 'at-most': 0, 'with-why': true };
    const claims = [{ date: '2024-02-01', supporting: 1 }];
    const asked = snapshotOf({ rule, members: { A: 'support', B: 'oppose' }, claims });
    const answers = (code: string) => {
      const after = assume(asked, new Map<string, Stance>([[code, 'oppose']]));
      expect(after.claims).toEqual(asked.claims);
      return tally(after).outcome;
    };
    expect([tally(asked).outcome, answers('A'), answers('B')]).toEqual(['reached', 'blocked', 'blocked']);
  });
});
