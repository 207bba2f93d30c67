import { describe, expect, test } from 'vitest';
import type { MemberView } from '../../../src/model/view.ts';
import { memberSections } from '../../../src/render/coalitions/member.ts';
import { type Plain, rosterOf, said } from '../../support/rosters.ts';
import { frozen, memberViewOf } from '../../support/views.ts';

const council = frozen('eu-council.yaml');
const nature = frozen('nature-restoration-2024.yaml');
const nato = frozen('nato-2024.yaml');
const of = (code: string, parts: Plain) => memberViewOf(rosterOf(parts), code, '2024-03-01');
const atLeast = (number: number | string, rest: Plain = {}) => ({ count: 'support', 'at-least': number, ...rest });
const reported = { stance: 'support', basis: 'reported' };
const wanting = (...wants: unknown[]) => said('conditional', { wants });

/** The sections that say something, with their headings. */
const told = (view: MemberView): string[] =>
  memberSections(view).flatMap(([label, lines]) => lines.map((line) => `${label}: ${line}`));

test.each<readonly [string, MemberView, readonly string[]]>([
  [
    'in every easiest way, and could block alone',
    memberViewOf(nature, 'BG', '2024-06-16'),
    ['Path: In both easiest ways', 'Path: In 20 of the 138 smallest sets', 'Block: Could still block alone'],
  ],
  [
    'in one of the easiest ways',
    memberViewOf(nature, 'LV', '2024-06-16'),
    ['Path: In 1 of the 2 easiest ways', 'Path: In 15 of the 138 smallest sets'],
  ],
  [
    'has settled, and would have to turn on most of the shortest ways',
    memberViewOf(nature, 'IT', '2024-06-16'),
    ['Path: In neither of the 2 easiest ways', 'Path: In 91 of the 138 smallest sets'],
  ],
  ['is in support', memberViewOf(nature, 'DE', '2024-06-16'), []],
  [
    'is pivotal, and others would make up for it',
    memberViewOf(nature, 'DE', '2024-06-17'),
    ['Pivotal: If it turned, Italy and Poland would make up for it'],
  ],
  [
    'is pivotal, and others would make up for it in several ways',
    memberViewOf(nature, 'FR', '2024-06-17'),
    ['Pivotal: If it turned, 2 others would make up for it, in 6 ways'],
  ],
  ['is not pivotal', memberViewOf(nature, 'MT', '2024-06-17'), []],
  [
    'is the largest of the Council',
    memberViewOf(council, 'DE', '2025-06-01'),
    [
      'Path: In 3,931,509 of the 4,237,391 smallest sets',
      'Block: In 448 of the 514 groups of 4 that could still block',
    ],
  ],
  [
    'is one of many that all must come',
    memberViewOf(nato, 'HU', '2024-02-21'),
    ['Block: Could still block alone, as any of the 29 undecided could'],
  ],
  [
    'is the only one left',
    of('B', { rule: 'consensus', members: { A: 'support', B: 'unclear' } }),
    ['Block: Could still block alone'],
  ],
  [
    'is in the only way',
    of('A', { rule: atLeast('all', { among: ['A', 'B'] }), members: { A: '', B: 'oppose', C: '' } }),
    [],
  ],
  [
    'has settled, where the smallest set is another one than the easiest way',
    of('A', {
      rule: { count: 'support', by: 'size', 'at-least': 4 },
      members: {
        A: { stance: 'oppose', weights: { size: 4 } },
        B: { weights: { size: 2 } },
        C: { weights: { size: 2 } },
      },
    }),
    ['Path: Not in the easiest way', 'Path: In the smallest set'],
  ],
  [
    'is in all of three sets',
    of('A', { rule: { all: [atLeast(2), atLeast('all', { among: ['A'] })] }, members: { A: '', B: '', C: '', D: '' } }),
    ['Path: In all 3 smallest sets', 'Block: Could still block alone'],
  ],
  [
    'could block with another, in the only way',
    of('A', { rule: atLeast(1), members: { A: '', B: '' } }),
    ['Path: In 1 of the 2 smallest sets', 'Block: In the only group of 2 that could still block'],
  ],
  [
    'could block with any of the others',
    of('A', {
      rule: { any: [atLeast('all', { among: ['A', 'B'] }), atLeast('all', { among: ['A', 'C'] })] },
      members: { A: '', B: '', C: '' },
    }),
    ['Path: In both smallest sets', 'Block: Could still block alone'],
  ],
  [
    'is in all groups that could block',
    of('A', {
      rule: { any: [atLeast('all', { among: ['A'] }), atLeast('all', { among: ['B', 'C'] })] },
      members: { A: '', B: '', C: '' },
    }),
    ['Path: In the smallest set', 'Block: In both groups of 2 that could still block'],
  ],
  [
    'could block only where it has company',
    of('A', {
      rule: { any: [atLeast('all', { among: ['A', 'B'] }), atLeast('all', { among: ['A', 'C'] })] },
      members: { A: 'support', B: '', C: '' },
    }),
    [],
  ],
  [
    'could undo it with one of two others',
    of('A', { rule: atLeast(2), members: { A: 'support', B: 'support', C: 'support' } }),
    ['Pivotal: In 2 of the 3 groups of 2 that could overturn this together'],
  ],
  [
    'could undo it, and nobody could make up for it',
    of('A', {
      rule: { all: [atLeast(1, { among: ['A'] }), atLeast(2)] },
      members: { A: 'support', B: 'support', C: '' },
    }),
    ['Pivotal: If it turned, nobody could make up for it'],
  ],
  ['could undo it, as all others could', of('A', { rule: 'consensus', members: { A: 'support', B: 'support' } }), []],
  [
    'is in support by a report on which all rests',
    of('A', { rule: 'consensus', members: { A: reported, B: 'support' } }),
    ['Rests on: Without the reports on it this would not be reached'],
  ],
  [
    'is in support by a report, as another is on whom it rests too',
    of('A', { rule: atLeast(2), members: { A: reported, B: reported, C: reported } }),
    [
      'Pivotal: In 2 of the 3 groups of 2 that could overturn this together',
      'Rests on: Without the reports on it and one other this would not be reached',
    ],
  ],
  [
    'is in support by a report, as two others are on whom it rests too',
    of('A', { rule: atLeast(1), members: { A: reported, B: reported, C: reported } }),
    [
      'Pivotal: In the only group of 3 that could overturn this together',
      'Rests on: Without the reports on it and 2 others this would not be reached',
    ],
  ],
  [
    'asks for more than another does',
    of('A', {
      rule: atLeast(2),
      members: { A: wanting('time', { id: 'road', text: 'a road' }), B: wanting('money'), C: 'support' },
    }),
    ['Path: In 1 of the 2 smallest sets', 'Block: In the only group of 2 that could still block'],
  ],
  [
    'asks for one of the fewest demands',
    of('A', {
      rule: 'consensus',
      members: { A: wanting('time', { id: 'road', text: 'a road' }), B: 'support' },
    }),
    ['Block: Could still block alone', 'Demands: Among the fewest demands that would be enough: a road; time'],
  ],
])('what is told of a member that %s', (_, view, expected) => {
  expect(told(view)).toEqual(expected);
});

describe('where the search or the count was given up', () => {
  const view = of('A', { rule: atLeast(2), members: { A: '', B: '', C: '' } });
  const { path, coalitions } = view;

  test('no number is made up', () => {
    const toBlock = coalitions.toBlock && { ...coalitions.toBlock, count: undefined, holding: undefined };
    const counted = path && { ...path, count: undefined, holding: undefined };
    const easiest = counted && { ...counted, settled: 0 };
    const linesWith = (necessary: readonly string[]): string[] =>
      told({
        ...view,
        path: counted && { ...counted, necessary },
        coalitions: { ...coalitions, easiest, toBlock },
      });
    expect(linesWith(['A'])).toEqual(['Path: In every smallest set', 'Block: In a group of 2 that could still block']);
    expect(linesWith([])).toEqual(['Block: In a group of 2 that could still block']);
  });

  test('nothing is told of what may not be the smallest', () => {
    const cut = path && { ...path, exact: false };
    expect(told({ ...view, path: cut, coalitions: { ...coalitions, toBlock: undefined } })).toEqual([]);
  });
});
