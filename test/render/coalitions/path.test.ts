import { describe, expect, test } from 'vitest';
import { defection } from '../../../src/engine/coalitions/defection.ts';
import { fewestDemands } from '../../../src/engine/coalitions/fewest-demands.ts';
import { onEvidence } from '../../../src/engine/coalitions/on-evidence.ts';
import { toBlock } from '../../../src/engine/coalitions/to-block.ts';
import { coalitions } from '../../../src/engine/coalitions.ts';
import { demands } from '../../../src/engine/demands.ts';
import { path } from '../../../src/engine/path.ts';
import { pivotal } from '../../../src/engine/pivotal.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import { toBlockLines } from '../../../src/render/coalitions/block.ts';
import { defectionLines } from '../../../src/render/coalitions/defection.ts';
import { demandLines } from '../../../src/render/coalitions/demands.ts';
import { leverageLines } from '../../../src/render/coalitions/leverage.ts';
import type { Naming } from '../../../src/render/coalitions/naming.ts';
import { pathLines } from '../../../src/render/coalitions/path.ts';
import { evidenceLines, marginLines, pivotalLine } from '../../../src/render/coalitions/pivotal.ts';
import { enumeration } from '../../../src/text/suggest.ts';

import { crowd, type Plain, rosterOf, snapshotOf, time, today } from '../../support/rosters.ts';

const naming: Naming = { nameOf: (code) => code, year: '2024', all: false };

function linesOf(parts: Plain, asked = naming): string[] {
  const [roster, snapshot] = [rosterOf(parts), snapshotOf(parts)];
  const found = path(snapshot);
  const known = { path: found, pivotal: pivotal(snapshot) };
  return found === undefined
    ? []
    : pathLines(found, coalitions(roster, snapshot, known), tally(snapshot).holdouts, asked);
}
const atLeast = (number: number | string, rest: Plain = {}) => ({ count: 'support', 'at-least': number, ...rest });
const unclear = (...codes: string[]) => Object.fromEntries(codes.map((code) => [code, 'unclear']));
const letters = [...'ABCDEFGHIJKL'];

describe('the sentences about the path', () => {
  test.each([
    ['one member', { rule: atLeast(1, { among: ['TR'] }), members: unclear('TR', 'A') }, []],
    ['everybody that holds out, as the headline says', { rule: 'unanimity', members: unclear(...letters) }, []],
    [
      'any one',
      { rule: atLeast(1), members: unclear('AT', 'BE', 'FI', 'HU') },
      ['Enough: any one of AT, BE, FI and HU'],
    ],
    ['any two', { rule: atLeast(2), members: unclear('A', 'B', 'C') }, ['Enough: any 2 of A, B and C']],
    [
      'any one of many',
      { rule: atLeast(1), members: unclear(...letters) },
      ['Enough: any one of A, B, C, D, E, F, G, H and 4 more'],
    ],
    [
      'some, and any one of others',
      { rule: { all: [atLeast(2), atLeast('all', { among: ['A'] })] }, members: unclear('A', 'B', 'C') },
      ['Enough: 2 of the 3 undecided, in 2 ways: A and one of B and C'],
    ],
    [
      'a few sets',
      {
        rule: { any: [atLeast('all', { among: ['A', 'B'] }), atLeast('all', { among: ['C', 'D'] })] },
        members: unclear('A', 'B', 'C', 'D'),
      },
      ['Enough: 2 of the 4 undecided, in 2 ways: A and B; or C and D'],
    ],
    [
      'many sets that share nobody',
      { rule: { all: [atLeast(3), atLeast(2, { among: ['A', 'B', 'C', 'D'] })] }, members: unclear(...letters) },
      ['Enough: 3 of the 12 undecided, in 52 ways'],
    ],
    [
      'many sets that all need somebody',
      {
        rule: { all: [atLeast(4), atLeast(2, { among: ['A', 'B', 'C', 'D'] }), atLeast(1, { among: ['L'] })] },
        members: unclear(...letters),
      },
      ['Enough: 4 of the 12 undecided, in 46 ways: always L, with 3 of 11 others'],
    ],
    [
      'no settled member has to turn',
      { rule: atLeast(2), members: { A: 'unclear', B: 'unclear', C: 'oppose' } },
      ['Without turning anyone: A and B'],
    ],
    [
      'the fewest members would have to turn somebody',
      {
        rule: { count: 'support', by: 'size', 'at-least': 4 },
        members: {
          A: { stance: 'oppose', weights: { size: 4 } },
          B: { stance: 'unclear', weights: { size: 2 } },
          C: { stance: 'unclear', weights: { size: 2 } },
          D: { stance: 'unclear', weights: { size: 0 } },
        },
      },
      ['Without turning anyone: B and C', 'Fewest members: 1, but A would have to turn'],
    ],
    [
      'the fewest that decided otherwise have to turn',
      { rule: atLeast(2), members: { A: 'oppose', B: 'abstain', C: 'unclear' } },
      ['Turning any one of A and B, plus C'],
    ],
    [
      'nobody is undecided',
      { rule: atLeast(2), members: { A: 'oppose', B: 'abstain', C: 'oppose' } },
      ['Enough: turning any 2 of A, B and C'],
    ],
    [
      'those that have to turn are known',
      { rule: atLeast(4), members: { A: 'oppose', B: 'abstain', C: 'unclear', D: 'unclear', E: 'support' } },
      ['Turning any one of A and B, plus C and D'],
    ],
    [
      'somebody known has to turn, with some of the undecided',
      {
        rule: { all: [atLeast(2), atLeast('all', { among: ['A'] })] },
        members: { A: 'oppose', B: 'unclear', C: 'unclear' },
      },
      ['Turning only A, plus any one of B and C'],
    ],
    [
      'somebody known has to turn, with all of the undecided',
      { rule: atLeast(4), members: { A: 'oppose', ...unclear('B', 'C', 'D'), E: 'recused', F: 'oppose', G: 'oppose' } },
      ['Turning any one of A, F and G, plus B, C and D'],
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

  test('say even that everybody is needed when asked', () => {
    const asked = { ...naming, all: true };
    expect(linesOf({ rule: 'unanimity', members: { A: 'support', TR: 'oppose' } }, asked)).toEqual([
      'Enough: turning TR',
    ]);
    expect(linesOf({ rule: 'unanimity', members: unclear(...letters) }, asked)).toEqual(['Enough: all 12 undecided']);
    expect(linesOf({ rule: 'unanimity', members: { A: 'oppose', ...unclear('B', 'C') } }, asked)).toEqual([
      'Turning only A, plus B and C',
    ]);
  });

  const given = {
    size: 3,
    sets: [['A', 'B', 'C']],
    count: undefined,
    exact: true,
    complete: false,
    necessary: ['A'],
    possible: letters,
    holding: undefined,
  };
  const noWait = { waitUntil: undefined, reason: undefined };
  const holdouts = tally(snapshotOf({ rule: atLeast(9), members: unclear(...letters) })).holdouts;

  test('say that there are more ways than could be counted', () => {
    const counted = { ...given, complete: true };
    const [cut, whole] = [given, counted].map((sets) => ({
      lines: pathLines(
        { ...sets, ...noWait },
        { easiest: { ...sets, settled: 0 }, turning: undefined },
        holdouts,
        naming,
      ),
    }));
    expect(whole?.lines).toEqual([
      'Enough: 3 of the 12 undecided, in more ways than could be counted: always A, with 2 of 11 others',
    ]);
    expect(cut?.lines).toEqual(['Enough: 3 of the 12 undecided, in more ways than could be counted: always A']);
  });

  test('claim no more than what the search has shown', () => {
    const cut = { ...given, exact: false };
    expect(
      pathLines({ ...cut, ...noWait }, { easiest: { ...cut, settled: 0 }, turning: undefined }, holdouts, naming),
    ).toEqual([
      'Enough: 3 of the 12 undecided, perhaps fewer: the search was stopped',
      'A path of 3 members, perhaps not the shortest: the search was stopped',
    ]);
    expect(pathLines({ ...given, ...noWait }, { easiest: undefined, turning: undefined }, holdouts, naming)).toEqual(
      [],
    );
  });
});

describe('the sentence about who could still block it', () => {
  const blockLines = (parts: Plain, all = false): string[] => {
    const snapshot = snapshotOf(parts);
    return toBlockLines({ toBlock: toBlock(snapshot) }, snapshot.members, { ...naming, all });
  };
  const weighed = (weight: number, stance = 'unclear') => ({ stance, weights: { size: weight } });

  test.each([
    ['anybody alone: the headline says it', { rule: 'unanimity', members: unclear('A', 'B') }, []],
    [
      'some alone',
      {
        rule: { count: 'support', by: 'size', 'at-least': 5 },
        members: { A: weighed(4), B: weighed(1), C: weighed(1) },
      },
      ['Could still block alone: A'],
    ],
    [
      'some together',
      { rule: atLeast(2), members: unclear('A', 'B', 'C') },
      ['Could still block together: any 2 of A, B and C'],
    ],
    [
      'pairs in few ways',
      {
        rule: { any: [atLeast('all', { among: ['A', 'B'] }), atLeast('all', { among: ['C', 'D'] })] },
        members: unclear('A', 'B', 'C', 'D'),
      },
      ['Could still block together: 2 of the 4 undecided, in 4 ways'],
    ],
    ['nobody, once it is blocked', { rule: 'unanimity', members: { A: 'oppose', B: 'unclear' } }, []],
  ])('%s', (_, parts, expected) => {
    expect(blockLines(parts)).toEqual(expected);
  });

  test('names everybody when asked', () => {
    expect(blockLines({ rule: 'unanimity', members: unclear('A', 'B') }, true)).toEqual([
      'Could still block alone: A and B',
    ]);
    expect(blockLines({ rule: 'unanimity', members: unclear('A', 'B', 'C', 'D') }, true)).toEqual([
      'Could still block alone: any of the 4 undecided',
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
    const { holdouts } = tally(snapshot);
    const ahead = { path: found, fewest: undefined, holdouts };
    expect(demandLines(demands(tally(snapshot), found), ahead, naming)).toEqual(expected);
  });

  test.each([
    [
      'all of them, and all would be enough',
      { A: wanting('time'), B: wanting('money') },
      'consensus',
      'Meeting both would be enough',
    ],
    ['the one there is', { A: wanting('time') }, 'consensus', 'Meeting it would be enough'],
    [
      'some of them, in one way',
      { A: wanting('time'), B: wanting('money', 'time') },
      atLeast(1),
      'Meeting 1 demand would be enough: time',
    ],
    [
      'some of them, in several ways',
      { A: wanting('time'), B: wanting('money') },
      atLeast(1),
      'Meeting 1 demand would be enough: money; or time',
    ],
    [
      'not even all of them, as others ask for nothing',
      { A: wanting('time', 'money'), B: 'unclear', C: 'unclear' },
      'consensus',
      'Meeting both would not be enough: 2 of 3 ask for nothing',
    ],
    [
      'not even all of them, though everybody asks',
      { A: wanting('time'), B: wanting('money') },
      atLeast(3),
      'Meeting both would not be enough',
    ],
  ])('which would be enough: %s', (_, members, rule, expected) => {
    const snapshot = snapshotOf({ members, rule });
    const found = path(snapshot);
    const ahead = { path: found, fewest: fewestDemands(snapshot), holdouts: tally(snapshot).holdouts };
    expect(demandLines(demands(tally(snapshot), found), ahead, naming).at(-1)).toBe(expected);
  });

  test('say which of them are on a path', () => {
    const demand = { text: 'time', members: ['A'], satisfies: 0 };
    const lines = (...onPath: readonly boolean[]): string[] =>
      demandLines(
        onPath.map((one) => ({ ...demand, onPath: one })),
        { path: undefined, fewest: undefined, holdouts: [] },
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
      { rule: atLeast(1), members: { A: 'support', B: 'support' } },
      'No single member could overturn this; A and B together could',
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
      'No single member could overturn this; any 3 of A, B, C and D together could',
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
    const together = found.members.length === 0 ? toBlock(snapshot) : undefined;
    expect(pivotalLine(found, together, naming)).toBe(line);
    expect(marginLines(found, tally(snapshot).evaluation)).toEqual(rooms);
  });
});

describe('the sentences about what a reached outcome rests on', () => {
  test('those whose turning others would make up for are named together', () => {
    const snapshot = snapshotOf({
      rule: atLeast(2),
      members: { A: 'support', B: 'support', C: 'unclear', D: 'oppose' },
    });
    const lines = defectionLines(defection(snapshot, pivotal(snapshot).members), naming);
    expect(lines).toEqual(['If A or B turned, any one of C and D would make up for it']);
  });

  test('nothing where nobody could', () => {
    const snapshot = snapshotOf({ rule: 'unanimity', members: { A: 'support', B: 'support' } });
    expect(defectionLines(defection(snapshot, pivotal(snapshot).members), naming)).toEqual([]);
  });

  test('several others in several ways are counted', () => {
    const sets = {
      size: 2,
      sets: [
        ['C', 'D'],
        ['C', 'E'],
        ['D', 'F'],
        ['E', 'F'],
      ],
      count: 4n,
      exact: true,
      complete: true,
    };
    const known = { ...sets, necessary: [], possible: ['C', 'D', 'E', 'F'], holding: undefined };
    const of = (member: string, one: object = {}) => ({ member, ...known, ...one });
    expect(defectionLines([of('A')], naming)).toEqual(['If A turned, 2 others would make up for it, in 4 ways']);
    const four = ['A', 'B', 'C', 'D'].map((member, index) => of(member, { count: BigInt(index + 20) }));
    expect(defectionLines(four, naming)).toEqual(['2 others could make up for any of them']);
    expect(defectionLines(four, { ...naming, all: true })).toHaveLength(4);
    expect(evidenceLines(known, naming)).toEqual([
      'Without the reports on 2 members, in 4 ways, it would not be reached',
    ]);
  });

  const reported = { stance: 'support', basis: 'reported', date: '2024-01-05' };
  test.each([
    ['one report', { A: 'support', B: reported }, ['Without the reports on B it would not be reached']],
    [
      'any of several',
      { A: reported, B: reported },
      ['Without the reports on any one of A and B it would not be reached'],
    ],
    ['none', { A: 'support' }, []],
  ])('reports: %s', (_, members, expected) => {
    const roster = rosterOf({ rule: 'unanimity', members });
    expect(evidenceLines(onEvidence(roster, snapshot(roster, time(today))), naming)).toEqual(expected);
  });
});

describe('the sentence about the smallest sets', () => {
  test('says who is in most of them', () => {
    const sets = new Map([
      ['A', 4n],
      ['B', 1n],
      ['C', 9n],
      ['D', 4n],
      ['E', 1n],
    ]);
    expect(leverageLines({ of: 12n, sets }, naming)).toEqual([
      'C is in 9 of the 12 smallest sets, A in 4, D in 4; 2 more (--all)',
    ]);
    expect(leverageLines({ of: 12n, sets }, { ...naming, all: true })).toEqual([
      'C is in 9 of the 12 smallest sets, A in 4, D in 4, B in 1, E in 1',
    ]);
    expect(leverageLines(undefined, naming)).toEqual([]);
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
