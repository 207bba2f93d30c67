import { expect, test } from 'vitest';
import { memberSetsLines } from '../../../src/render/coalitions/member-lines.ts';
import { type Plain, rosterOf } from '../../support/rosters.ts';
import { frozen, namingOf, statusViewOf } from '../../support/status-view.ts';

const natureOn = (date: string) => statusViewOf(frozen('nature-restoration-2024.yaml'), date);
const councilView = statusViewOf(frozen('eu-council.yaml'), '2025-06-01');
const viewOf = (parts: Plain) => statusViewOf(rosterOf(parts), '2024-03-01');
const reported = { stance: 'support', basis: 'reported' };
const two = { count: 'support', 'at-least': 2 };

test.each([
  [
    'needed, and one who could block',
    natureOn('2024-06-16'),
    'BG',
    ['Needed for the easiest way', 'On 20 of the 138 shortest paths', 'Could still block it alone'],
  ],
  ['one of two', natureOn('2024-06-16'), 'LV', ['On some of the easiest ways', 'On 15 of the 138 shortest paths']],
  ['one who has turned already', natureOn('2024-06-16'), 'DE', ['On none of the 138 shortest paths']],
  [
    'one whose turning would undo it',
    natureOn('2024-06-17'),
    'DE',
    ['Could undo it alone', '2 others could make up for it if it turned: Italy, Poland'],
  ],
  ['one who is not needed', natureOn('2024-06-17'), 'MT', []],
  [
    'the largest of the Council',
    councilView,
    'DE',
    [
      'On some of the easiest ways',
      'On 3,931,509 of the 4,237,391 shortest paths',
      'In 448 of the 514 sets of 4 that could still block it',
    ],
  ],
  [
    'one of whom others tell',
    viewOf({ rule: 'consensus', members: { A: reported, B: 'support' } }),
    'A',
    ['Could undo it alone', 'Nobody could make up for it if it turned', 'The outcome rests on what others say of it'],
  ],
  [
    'two of whom others tell',
    viewOf({ rule: two, members: { A: reported, B: reported, C: reported } }),
    'A',
    ['In 2 of the 3 sets of 2 that could undo it', 'The outcome rests on what others say of it and of 1 more'],
  ],
  [
    'one who could be replaced',
    viewOf({ rule: two, members: { A: 'support', B: 'support', C: '' } }),
    'A',
    ['Could undo it alone', 'One other could make up for it if it turned: C'],
  ],
] as const)('what sets of members say of %s', (_, view, code, expected) => {
  expect(memberSetsLines(code, view.coalitions, view.tally.outcome, namingOf(view))).toEqual(expected);
});

test('no number is made up where counting was given up', () => {
  const { coalitions, tally } = councilView;
  const toBlock = coalitions.toBlock && { ...coalitions.toBlock, count: undefined, holding: undefined };
  expect(
    memberSetsLines(
      'DE',
      { ...coalitions, easiest: undefined, leverage: undefined, toBlock },
      tally.outcome,
      namingOf(councilView),
    ),
  ).toEqual(['In some sets of 4 that could still block it']);
});
