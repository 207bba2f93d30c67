import { describe, expect, test } from 'vitest';
import type { Coalitions, MemberSets } from '../../../src/model/path.ts';
import { defectionLines, evidenceLines, toBlockLines } from '../../../src/render/coalitions/standing-lines.ts';
import { crowd, type Plain, rosterOf } from '../../support/rosters.ts';
import { frozen, namingOf, statusViewOf } from '../../support/status-view.ts';

const viewOf = (parts: Plain) => statusViewOf(rosterOf(parts), '2024-03-01');
const atLeast = (number: number) => ({ count: 'support', 'at-least': number });

describe('who could block it', () => {
  test.each<readonly [string, Plain, readonly string[]]>([
    [
      'one of some',
      {
        rule: { all: [atLeast(2), { count: 'oppose', among: ['A'], 'at-most': 0 }] },
        members: { A: '', B: '', C: '', D: '' },
      },
      ['Could still block alone: A'],
    ],
    [
      'any one',
      { rule: 'consensus', members: { A: '', B: '', C: 'support' } },
      ['Could still block alone: any of the 2 undecided'],
    ],
    ['the only one', { rule: 'consensus', members: { A: '', C: 'support' } }, ['Could still block alone: A']],
    [
      'any two',
      { rule: atLeast(2), members: { A: '', B: '', C: '' } },
      ['Could still block together: 2 of the 3 undecided, in 3 ways: any 2 of A, B, C'],
    ],
    [
      'all of them',
      { rule: atLeast(1), members: { A: '', B: '' } },
      ['Could still block together: 2 of the 2 undecided: A, B'],
    ],
    [
      'nobody',
      { rule: { count: 'oppose', 'at-most': 2, 'not-before': '2030-01-01' }, members: { A: '', B: '' } },
      ['The undecided could not block it'],
    ],
    ['it is blocked', { rule: 'consensus', members: { A: 'oppose' } }, []],
  ])('while it is open: %s', (_, parts, expected) => {
    const view = viewOf(parts);
    expect(toBlockLines(view, namingOf(view))).toEqual(expected);
  });

  test.each<readonly [string, Plain, readonly string[]]>([
    ['one', { rule: atLeast(2), members: { A: 'support', B: 'support', C: '' } }, ['Could undo it alone: A, B']],
    [
      'two',
      { rule: atLeast(2), members: crowd({ support: 3 }) },
      ['Could undo it together: 2 members, in 3 ways: any 2 of support-1, support-2, support-3'],
    ],
    ['nobody', { rule: { count: 'support', 'at-least': 0 }, members: { A: 'support' } }, ['Nobody could undo it']],
  ])('when it is reached: %s', (_, parts, expected) => {
    const view = viewOf(parts);
    expect(toBlockLines(view, namingOf(view))).toEqual(expected);
  });

  test('are four of the Council, in more ways than it would help to tell', () => {
    const view = statusViewOf(frozen('eu-council.yaml'), '2025-06-01');
    expect(toBlockLines(view, namingOf(view))).toEqual([
      'Could still block together: 4 of the 27 undecided, in 514 ways',
    ]);
  });

  test('is told with care where the search was given up', () => {
    const view = viewOf({ rule: atLeast(2), members: { A: '', B: '', C: '' } });
    const toBlock = { ...view.coalitions.toBlock, exact: false } as MemberSets;
    const coalitions: Coalitions = { ...view.coalitions, toBlock };
    expect(toBlockLines({ ...view, coalitions }, namingOf(view))).toEqual([
      '2 members together could still block it; perhaps fewer: the search was given up',
    ]);
    const nothing: Coalitions = { ...coalitions, toBlock: { ...toBlock, size: undefined } };
    expect(toBlockLines({ ...view, coalitions: nothing }, namingOf(view))).toEqual([]);
  });
});

describe('who would make up for a defection', () => {
  test.each<readonly [string, Plain, readonly string[]]>([
    [
      'nobody',
      { rule: 'consensus', members: { A: 'support', B: 'support' } },
      ['Nobody could make up for one that turns'],
    ],
    [
      'any one',
      { rule: atLeast(2), members: { A: 'support', B: 'support', C: '' } },
      ['Others to make up for one that turns: 1 for any of them'],
    ],
    [
      'as many as have the same weight',
      {
        rule: { count: 'support', by: 'size', 'at-least': 5 },
        members: {
          A: { stance: 'support', weights: { size: 4 } },
          B: { stance: 'support', weights: { size: 1 } },
          C: { weights: { size: 1 } },
          D: { weights: { size: 1 } },
        },
      },
      ['Others to make up for one that turns: 1 for B; nobody could for A'],
    ],
    ['nobody turns who matters', { rule: atLeast(1), members: { A: 'support', B: 'support' } }, []],
  ])('%s', (_, parts, expected) => {
    const view = viewOf(parts);
    expect(defectionLines(view, namingOf(view))).toEqual(expected);
  });

  test('is told for all that voted for nature restoration', () => {
    const view = statusViewOf(frozen('nature-restoration-2024.yaml'), '2024-06-17');
    expect(defectionLines(view, namingOf(view))).toEqual([
      'Others to make up for one that turns: 1 for Austria, Bulgaria, Czechia, Denmark, Greece, Ireland, Portugal, Romania and 2 more; 2 for France and Germany',
    ]);
  });

  test('is not told where the search was given up', () => {
    const view = viewOf({ rule: atLeast(2), members: { A: 'support', B: 'support', C: '' } });
    const defection = view.coalitions.defection.map((one) => ({ ...one, exact: false }));
    expect(defectionLines({ ...view, coalitions: { ...view.coalitions, defection } }, namingOf(view))).toEqual([]);
  });
});

describe('on whose word it rests', () => {
  const reported = { stance: 'support', basis: 'reported' };

  test.each<readonly [string, Plain, readonly string[]]>([
    ['one', { rule: 'consensus', members: { A: reported, B: 'support' } }, ['Rests on what others say of A']],
    [
      'each of two',
      { rule: 'consensus', members: { A: reported, B: reported } },
      ['Rests on what others say of each of A, B'],
    ],
    [
      'two together',
      { rule: atLeast(2), members: { A: reported, B: reported, C: 'support' } },
      ['Rests on what others say of 2 members together: A, B'],
    ],
    [
      'any two of three',
      { rule: atLeast(2), members: { A: reported, B: reported, C: reported } },
      ['Rests on what others say of 2 members together, in 3 ways: any 2 of A, B, C'],
    ],
    ['nobody', { rule: atLeast(1), members: { A: reported, B: 'support' } }, []],
    ['it is open', { rule: atLeast(2), members: { A: reported, B: '' } }, []],
  ])('%s', (_, parts, expected) => {
    const view = viewOf(parts);
    expect(evidenceLines(view, namingOf(view))).toEqual(expected);
  });
});
