import { describe, expect, test } from 'vitest';
import { tally } from '../../../src/engine/tally.ts';
import { verdictText } from '../../../src/render/words/verdict.ts';
import { crowd, type Plain, snapshotOf } from '../../support/rosters.ts';

/** How far a rule is with these members, in one sentence. */
const headline = (rule: unknown, members: Plain, rest: Plain = {}): string => {
  const snapshot = snapshotOf({ rule, members, ...rest });
  return verdictText({ snapshot, tally: tally(snapshot) });
};

const council = (support: number, oppose: number, undeclared: number): Plain =>
  Object.fromEntries(
    [
      ...Array<string>(support).fill('support'),
      ...Array<string>(oppose).fill('oppose'),
      ...Array<string>(undeclared).fill('undeclared'),
    ].map((stance, index) => [
      `m${String(index).padStart(2, '0')}`,
      { ...(stance !== 'undeclared' && { stance }), weights: { population: '4' } },
    ]),
  );

describe('a rule of several parts names its parts, and what each lacks', () => {
  test.each([
    [
      'open, and no blocking minority can be avoided',
      council(12, 6, 9),
      '12 of 15 members and 44.44 of 65% of the population: 3 members and 20.56 points to go',
    ],
    [
      'open both ways',
      council(0, 0, 27),
      '0 of 15 members and 0 of 65% of the population: 15 members and 65 points to go; or 27 not in support, 24 too many',
    ],
    [
      'reached by members and population',
      council(18, 9, 0),
      '18 members (15 needed) and 66.67% of the population (65% needed)',
    ],
    [
      'one part is there',
      council(16, 6, 5),
      '16 members (15 needed) and 59.26 of 65% of the population: 5.74 points to go',
    ],
    [
      'blocked',
      council(2, 20, 5),
      '2 of 15 members and 7.41 of 65% of the population: 13 members and 57.59 points short; or 25 not in support, 22 too many; the pending members would not be enough',
    ],
  ])('the Council of the EU, %s', (_, members, text) => {
    expect(headline('eu-qualified-majority', members)).toBe(text);
  });

  test('fewer than four not in favour', () => {
    const members = { ...council(23, 0, 0), big: { stance: 'oppose', weights: { population: '100' } } };
    expect(headline('eu-qualified-majority', members)).toBe('1 not in support, 3 allowed');
    expect(headline('eu-reinforced-qualified-majority', members)).toBe(
      '23 members (18 needed) and 47.92 of 65% of the population: 17.08 points short; blocked by big',
    );
  });

  const permanent = { groups: { permanent: ['US', 'GB'] } };
  const states = (us: string, gb: string, support: number): Plain => ({
    US: { stance: us, name: 'United States' },
    GB: { stance: gb, name: 'United Kingdom' },
    ...crowd({ support }),
  });

  test.each([
    [states('oppose', 'abstain', 13), '13 in favour, 9 needed; vetoed by the United States'],
    [states('oppose', 'oppose', 13), '13 in favour, 9 needed; vetoed by the United Kingdom and the United States'],
    [states('oppose', 'abstain', 8), '8 of 9 in favour: 1 short; vetoed by the United States'],
    [states('unclear', 'support', 5), '6 of 9 in favour: 3 short; no veto; the pending members would not be enough'],
    [states('unclear', 'support', 7), '8 of 9 in favour: 1 to go; no veto'],
    [states('abstain', 'support', 9), '10 in favour, 9 needed; no veto'],
  ])('the Security Council: %o', (members, text) => {
    expect(headline('un-security-council', members, permanent)).toBe(text);
  });

  const abc = { a: 'support', b: 'support', c: 'oppose', d: 'unclear', e: 'abstain' };
  const group = { groups: { founders: ['a', 'd'] } };

  test.each<[string, unknown, string]>([
    [
      'a veto with a reason',
      { all: [{ 'at-least': 2 }, { count: 'oppose', 'at-most': 0, 'with-why': true }] },
      '2 of 2 in favour; no veto',
    ],
    ['a no', { all: [{ 'at-least': 2 }, { count: 'oppose', 'at-most': 0 }] }, '2 of 2 in favour; opposed by c'],
    [
      'two floors',
      { all: [{ 'at-least': 3 }, { among: 'founders', 'at-least': 'all' }] },
      '2 of 3 in favour and 1 of 2 in favour among founders: 1 and 1 to go',
    ],
    [
      'members by code',
      { all: [{ 'at-least': 2 }, { among: ['a', 'd'], 'more-than': '1/2' }] },
      '2 of 2 in favour and 1 of 2 in favour among a, d: 1 to go',
    ],
    [
      'consent',
      { all: [{ count: ['support', 'abstain'], 'at-least': 4 }, { 'at-least': 2 }] },
      '3 of 4 consenting and 2 of 2 in favour: 1 to go',
    ],
    [
      'a quorum, by its label',
      {
        all: [
          { count: ['support', 'oppose', 'abstain'], 'at-least': '1/2', label: 'half are there' },
          { 'at-least': 2 },
        ],
      },
      '4 (half are there, 3 needed) and 2 of 2 in favour',
    ],
    [
      'alternatives of which one is left',
      { all: [{ 'at-least': 2 }, { any: [{ 'at-least': 4 }, { among: 'founders', 'at-least': 2 }] }] },
      '2 of 2 in favour and 1 of 2 in favour among founders: 1 to go',
    ],
    [
      'one inside another',
      {
        any: [
          { all: [{ 'at-least': 3 }, { any: [{ 'at-least': 3 }, { among: 'founders', 'at-least': 2 }] }] },
          { count: { except: ['support'] }, 'at-most': 2 },
        ],
      },
      '2 of 3 in favour: 1 to go; either (2 of 3 in favour: 1 to go) or (1 of 2 in favour among founders: 1 to go); or 3 not in support, 1 too many',
    ],
    ['alternatives, one reached', { any: [{ 'at-least': 5 }, { 'at-least': 2 }] }, '2 of 2 in favour'],
    [
      'time',
      { all: [{ 'at-least': 2 }, { 'at-least': 1, 'not-before': '2024-04-01' }] },
      '2 of 2 in favour and 2 in favour (1 needed), not before 1 Apr 2024',
    ],
  ])('%s', (_, rule, text) => {
    expect(headline(rule, { ...abc }, group)).toBe(text);
  });
});
