import { describe, expect, test } from 'vitest';
import { demands } from '../../../src/engine/demands.ts';
import { path } from '../../../src/engine/path.ts';
import { pivotal } from '../../../src/engine/pivotal.ts';
import { tally } from '../../../src/engine/tally.ts';
import type { Path } from '../../../src/model/path.ts';
import { demandLines, marginLines, type Naming, pathLines, pivotalLine } from '../../../src/render/words/path.ts';
import { enumeration } from '../../../src/text/suggest.ts';

import { crowd, type Plain, snapshotOf } from '../../support/rosters.ts';

const naming: Naming = { nameOf: (code) => code, year: '2024', all: false };

function linesOf(parts: Plain, asked = naming): string[] {
  const snapshot = snapshotOf(parts);
  const found = path(snapshot);
  return found === undefined ? [] : pathLines(found, tally(snapshot).holdouts, asked);
}
const atLeast = (number: number | string, rest: Plain = {}) => ({ count: 'support', 'at-least': number, ...rest });
const unclear = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, 'unclear']));
const letters = [...'ABCDEFGHIJKL'];

describe('the sentence about the path', () => {
  test.each([
    ['one member', { rule: atLeast(1, { among: ['TR'] }), members: unclear('TR', 'A') }, []],
    [
      'two',
      { rule: { all: [atLeast(2), atLeast('all', { among: ['A', 'B'] })] }, members: unclear('A', 'B', 'C') },
      ['Shortest path: A and B'],
    ],
    ['everybody that holds out, as the headline says', { rule: 'unanimity', members: unclear(...letters) }, []],
    [
      'any one',
      { rule: atLeast(1), members: unclear('AT', 'BE', 'FI', 'HU') },
      ['Shortest path: any one of AT, BE, FI or HU'],
    ],
    ['any two', { rule: atLeast(2), members: unclear('A', 'B', 'C') }, ['Shortest path: any 2 of A, B and C']],
    [
      'any one of many',
      { rule: atLeast(1), members: unclear(...letters) },
      ['Shortest path: any one of A, B, C, D, E, F, G, H or 4 more'],
    ],
    [
      'some, and any one of others',
      { rule: { all: [atLeast(2), atLeast('all', { among: ['A'] })] }, members: unclear('A', 'B', 'C') },
      ['Shortest path: A, and any one of B or C'],
    ],
    [
      'a few sets',
      {
        rule: { any: [atLeast('all', { among: ['A', 'B'] }), atLeast('all', { among: ['C', 'D'] })] },
        members: unclear('A', 'B', 'C', 'D'),
      },
      ['Shortest path: A and B; or C and D'],
    ],
    [
      'many sets',
      { rule: { all: [atLeast(3), atLeast(2, { among: ['A', 'B', 'C', 'D'] })] }, members: unclear(...letters) },
      ['Shortest path: 3 members, in 52 ways; one is A, B and C'],
    ],
    [
      'many sets that all need somebody',
      {
        rule: { all: [atLeast(4), atLeast(2, { among: ['A', 'B', 'C', 'D'] }), atLeast(1, { among: ['L'] })] },
        members: unclear(...letters),
      },
      ['Shortest path: 4 members, in 46 ways; one is A, B, C and L', 'Every path needs L'],
    ],
    [
      'time alone',
      { rule: { silence: '2024-03-10T09:00:00Z' }, members: unclear('A') },
      ['Only time is missing, until 10 Mar, 09:00 UTC'],
    ],
    ['time as well', { rule: { silence: '2025-03-10' }, members: { A: 'oppose' } }, ['Not before 10 Mar 2025']],
    ['too few', { rule: atLeast(2), members: unclear('A') }, ["No path: not even everybody's support would be enough"]],
    [
      'nobody left',
      { rule: atLeast(2), members: crowd({ recused: 2 }) },
      ['No path: nobody is left who could still move'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(linesOf(parts)).toEqual(expected);
  });

  test('says even that everybody is needed when asked', () => {
    const asked = { ...naming, all: true };
    expect(linesOf({ rule: 'unanimity', members: { A: 'support', TR: 'oppose' } }, asked)).toEqual([
      'Shortest path: TR',
    ]);
    expect(linesOf({ rule: 'unanimity', members: unclear(...letters) }, asked)).toEqual([
      'Shortest path: all 12 that hold out',
    ]);
  });

  test('names everybody when asked', () => {
    const parts = { rule: atLeast(1), members: unclear(...letters) };
    expect(linesOf(parts, { ...naming, all: true })).toEqual([
      'Shortest path: any one of A, B, C, D, E, F, G, H, I, J, K or L',
    ]);
  });

  const given: Path = {
    size: 3,
    sets: [['A', 'B', 'C']],
    count: undefined,
    exact: true,
    necessary: ['A'],
    possible: letters,
    complete: true,
    holding: undefined,
    waitUntil: undefined,
    reason: undefined,
  };

  test('says that there are more ways than could be counted', () => {
    expect(pathLines(given, [], naming)).toEqual([
      'Shortest path: 3 members, in more ways than could be counted; one is A, B and C',
      'Every path needs A',
    ]);
  });

  test('claims no more than what the search has shown', () => {
    expect(pathLines({ ...given, exact: false }, [], naming)).toEqual([
      'A path of 3 members, perhaps not the shortest: the search was stopped',
    ]);
  });
});

describe('the sentences about demands', () => {
  const wanting = (...wants: string[]): Plain => ({ stance: 'conditional', wants });

  test.each([
    ['none', { A: 'oppose' }, []],
    ['one', { A: wanting('time') }, ["A's only demand: time"]],
    ['of one member', { A: wanting('time', 'money') }, ['A: 2 (all must be settled)']],
    [
      'of several',
      { A: wanting('time'), B: wanting('time'), C: wanting('money', 'time') },
      ['A: 1; B: 1; C: 2 (all must be settled)', 'Asked for by A, B and C, and all that 2 of them ask for: time'],
    ],
    [
      'that satisfy one',
      { A: wanting('time'), Bs: wanting('money') },
      ['A: 1; Bs: 1 (all must be settled)', "Bs' only demand: money"],
    ],
    [
      'that satisfy nobody alone',
      { A: wanting('time', 'x'), B: wanting('time', 'y') },
      ['A: 2; B: 2 (all must be settled)', 'Asked for by A and B: time'],
    ],
    [
      'of many',
      Object.fromEntries(letters.map((code) => [code, wanting('ti\u001bme')])),
      ['1 demand of 12 members (all must be settled)', 'The only demand of 12 members: ti\\u{1b}me'],
    ],
  ])('%s', (_, members, expected) => {
    const snapshot = snapshotOf({ members });
    const found = path(snapshot);
    expect(demandLines(demands(tally(snapshot), found), found, naming)).toEqual(expected);
  });

  test('say which of them are on a path', () => {
    const demand = { text: 'time', members: ['A'], satisfies: 0 };
    const lines = (...onPath: readonly boolean[]): string[] =>
      demandLines(
        onPath.map((one) => ({ ...demand, onPath: one })),
        undefined,
        naming,
      );
    expect(lines(false)).toEqual(['A: 1 (none on a shortest path)']);
    expect(lines(true, false)).toEqual(['A: 2 (1 on a shortest path)']);
    expect(lines(true)).toEqual(['A: 1']);
  });
});

describe('the sentences about who could undo it', () => {
  const size = (by: string, bound: Plain) => ({ count: 'support', by, ...bound });
  const weighing = (...weights: number[]) =>
    Object.fromEntries(weights.map((own, index) => [letters[index], { stance: 'support', weights: { size: own } }]));

  test.each([
    [
      'nobody',
      { rule: atLeast(1), members: crowd({ support: 2 }) },
      'No single member could overturn this',
      ['1 to spare'],
    ],
    ['one', { rule: atLeast(1), members: { A: 'support' } }, 'A alone could overturn this', ['nobody to spare']],
    [
      'each',
      { rule: 'unanimity', members: { A: 'support', B: 'support' } },
      'A or B alone could overturn this',
      ['nobody to spare'],
    ],
    [
      'everybody',
      { rule: 'unanimity', members: crowd({ support: 12 }) },
      'Any one of 12 members could overturn this',
      ['nobody to spare'],
    ],
    [
      'the heaviest',
      { rule: size('size', { 'at-least': 6 }), members: weighing(5, 3, 2) },
      'A alone could overturn this',
      ['4 size: losing the largest supporter would sink it'],
    ],
    [
      'nobody among many weights',
      { rule: size('size', { 'at-least': '50%' }), members: weighing(3, 3, 3, 3) },
      'No single member could overturn this',
      ['50 points: it would survive losing any 2 supporters'],
    ],
    [
      'one of several criteria',
      { rule: { any: [size('size', { 'at-least': 4, label: 'size' }), atLeast(9)] }, members: weighing(3, 1) },
      'A or B alone could overturn this',
      ['size: nothing to spare: losing the largest supporter would sink it'],
    ],
  ])('%s', (_, parts, line, rooms) => {
    const snapshot = snapshotOf(parts);
    const found = pivotal(snapshot);
    expect(pivotalLine(found, naming)).toBe(line);
    expect(marginLines(found, tally(snapshot).evaluation)).toEqual(rooms);
  });
});

test.each([
  [[], undefined, ''],
  [['A'], undefined, 'A'],
  [['A', 'B', 'C'], undefined, 'A, B and C'],
  [['A', 'B', 'C'], 2, 'A, B and C'],
  [['A', 'B', 'C', 'D'], 2, 'A, B and 2 more'],
])('%j in a list of at most %s', (names, most, text) => {
  expect(enumeration(names, 'and', most)).toBe(text);
});
