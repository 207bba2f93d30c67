import { describe, expect, test } from 'vitest';
import { type Preset, presets } from '../../src/model/rule.ts';
import { type Outcome, type Stance, stances } from '../../src/model/stance.ts';
import { codesOf, crowd, leavesOf, type Plain, said, tallyOf } from '../support/rosters.ts';

/** Rosters in which everything hangs on the member X, of which a table says what its stance makes of them. */
interface Case {
  readonly rule: unknown;
  readonly others: Plain;
  readonly groups?: Plain;
  /** Under each stance in the order of the table's head: reached, open or blocked. */
  readonly outcome: string;
  /** `h` where X is a holdout. */
  readonly holdout: string;
  /** For each criterion that counts, `1` where X is in what it counts. */
  readonly counts: readonly string[];
  /** `1` where X is in the base of the first criterion. */
  readonly base: string;
}

const head: readonly Stance[] = stances;
//   support · no-objection · abstain · oppose · recused · conditional · withheld · unclear · undeclared
const table: Record<Preset, Case> = {
  consensus: {
    rule: 'consensus',
    others: crowd({ support: 1, 'no-objection': 1, abstain: 1, recused: 1 }),
    outcome: 'R R R B R O O O O',
    holdout: '. . . h . h h h h',
    counts: ['1 1 1 . . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  unanimity: {
    rule: 'unanimity',
    others: crowd({ support: 2, recused: 1 }),
    outcome: 'R B B B R O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'no-objections': {
    rule: 'no-objections',
    others: crowd({ abstain: 1, withheld: 1, undeclared: 1, recused: 1 }),
    outcome: 'R R R B R R R R R',
    holdout: '. . . h . . . . .',
    counts: ['. . . 1 . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  silence: {
    rule: { silence: '2024-02-28T12:00:00Z' },
    others: crowd({ abstain: 1, withheld: 1, undeclared: 1, recused: 1 }),
    outcome: 'R R R B R R R R R',
    // What has closed has no holdouts.
    holdout: '. . . . . . . . .',
    counts: ['. . . 1 . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'simple-majority': {
    rule: 'simple-majority',
    others: crowd({ support: 2, oppose: 2 }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'two-thirds': {
    rule: 'two-thirds',
    others: crowd({ support: 5, oppose: 3 }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'majority-of-votes': {
    rule: 'majority-of-votes',
    others: crowd({ support: 1, oppose: 1, abstain: 1, 'no-objection': 1 }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .'],
    base: '1 . . 1 . . . . .',
  },
  'two-thirds-of-votes': {
    rule: 'two-thirds-of-votes',
    others: crowd({ support: 3, oppose: 2, abstain: 1, 'no-objection': 1 }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .'],
    base: '1 . . 1 . . . . .',
  },
  'eu-qualified-majority': {
    rule: 'eu-qualified-majority',
    others: crowd({ support: 5, oppose: 4 }, { weights: { population: 9 } }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .', '1 . . . . . . . .', '. 1 1 1 . 1 1 1 1'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'eu-reinforced-qualified-majority': {
    rule: 'eu-reinforced-qualified-majority',
    others: crowd({ support: 7, oppose: 3 }, { weights: { population: 9 } }),
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .', '1 . . . . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
  'un-security-council': {
    rule: 'un-security-council',
    others: crowd({ support: 8, abstain: 2, oppose: 2 }),
    groups: { permanent: ['X', 'abstain-1', 'support-1'] },
    outcome: 'R B B B B O O O O',
    holdout: '. h h h . h h h h',
    counts: ['1 . . . . . . . .', '. . . 1 . . . . .'],
    base: '1 1 1 1 . 1 1 1 1',
  },
};

const letters: Record<string, Outcome> = { R: 'reached', O: 'open', B: 'blocked' };
const at = (row: string, stance: Stance): string => row.split(' ')[head.indexOf(stance)] ?? '';

const cases = presets.flatMap((preset) => head.map((stance) => ({ preset, stance, ...table[preset] })));

function answer({ rule, others, groups }: Case, stance: Stance) {
  const members = { ...others, X: said(stance, { weights: { population: 30 } }) };
  return tallyOf({ rule, members, ...(groups && { groups }) });
}

describe.each(cases)('under $preset, a member whose stance is $stance', ({ stance, ...row }) => {
  const result = answer(row, stance);

  test('leads to the outcome of the table', () => {
    expect(result.outcome).toBe(letters[at(row.outcome, stance)]);
  });

  test('is a holdout where the table says so', () => {
    expect(codesOf(result.holdouts).includes('X')).toBe(at(row.holdout, stance) === 'h');
  });

  test('counts for what the table says', () => {
    const without = leavesOf(answer(row, 'recused').evaluation);
    const leaves = leavesOf(result.evaluation);
    expect(leaves).toHaveLength(row.counts.length);
    for (const [index, column] of row.counts.entries()) {
      expect(leaves[index]?.have !== without[index]?.have).toBe(at(column, stance) === '1');
    }
    expect(leaves[0]?.base !== without[0]?.base).toBe(at(row.base, stance) === '1');
  });
});

test('consensus minus one goes by all members but those', () => {
  const members = { A: 'support', B: 'no-objection', YU: 'oppose' };
  expect(tallyOf({ rule: 'consensus', members }).outcome).toBe('blocked');
  expect(tallyOf({ rule: { consensus: { except: ['YU'] } }, members })).toMatchObject({
    outcome: 'reached',
    holdouts: [],
  });
});

test('a silence is open until its end, and broken by the first no', () => {
  const rule = { silence: '2024-03-01T12:00:00Z' };
  const answers = (members: Plain) =>
    ['2024-02-29', '2024-03-01T11:59:59Z', '2024-03-01T12:00:00Z', '2024-03-01'].map(
      (asOf) => tallyOf({ rule, members }, asOf).outcome,
    );
  expect(answers({ A: 'undeclared', B: 'withheld' })).toEqual(['open', 'open', 'reached', 'reached']);
  expect(answers({ A: 'undeclared', B: 'oppose' })).toEqual(['blocked', 'blocked', 'blocked', 'blocked']);
});
