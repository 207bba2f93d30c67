import { expect, test } from 'vitest';
import type { StatusView } from '../../src/model/view.ts';
import { toBlockLines } from '../../src/render/coalitions/block.ts';
import { defectionLines } from '../../src/render/coalitions/defection.ts';
import { demandLines } from '../../src/render/coalitions/demands.ts';
import { leverageLines } from '../../src/render/coalitions/leverage.ts';
import { namingFor } from '../../src/render/coalitions/naming.ts';
import { pathLines } from '../../src/render/coalitions/path.ts';
import { evidenceLines, pivotalLine } from '../../src/render/coalitions/pivotal.ts';
import { type Plain, rosterOf } from '../support/rosters.ts';
import { frozen, statusViewOf } from '../support/views.ts';

const natureOn = (date: string) => statusViewOf(frozen('nature-restoration-2024.yaml'), date);
const viewOf = (parts: Plain) => statusViewOf(rosterOf(parts), '2024-03-01');

const naming = ({ snapshot }: StatusView) => namingFor(snapshot, false);
const ahead = (view: StatusView): string[] =>
  view.path === undefined ? [] : pathLines(view.path, view.coalitions, view.tally.holdouts, naming(view));
const block = (view: StatusView): string[] => toBlockLines(view.coalitions, view.snapshot.members, naming(view));

test('on the eve of the vote on nature restoration nobody had to turn', () => {
  const view = natureOn('2024-06-16');
  expect(ahead(view)).toEqual([
    'Without turning anyone: 6 of the 8 undecided, in 2 ways: Bulgaria, Greece, Portugal, Romania, Slovakia and one of Croatia and Latvia',
    'Fewest members: 3, but Italy or Poland would have to turn',
  ]);
  expect(block(view)).toEqual(['Could still block alone: Bulgaria, Greece, Portugal, Romania and Slovakia']);
  expect(leverageLines(view.coalitions.leverage, naming(view))).toEqual([
    'Italy is in 91 of the 138 smallest sets, Poland in 60, the Netherlands in 25; 12 more (--all)',
  ]);
});

test('in March one member had to turn, whichever it was', () => {
  const view = natureOn('2024-03-25');
  expect(ahead(view)).toEqual([
    'Turning only one member, plus 14 of the 19 undecided, in 7,852 ways: always France and Germany, with 13 of 22 others',
  ]);
});

test('once it was reached, two others could have made up for France or Germany', () => {
  const view = natureOn('2024-06-17');
  expect(defectionLines(view.coalitions.defection, naming(view))).toEqual([
    '2 others could make up for France or Germany; one other for any of the rest',
  ]);
  expect(defectionLines(view.coalitions.defection, namingFor(view.snapshot, true))).toContain(
    'If Germany turned, Italy and Poland would make up for it',
  );
});

test('nobody could make up for one, and one other for the rest', () => {
  const weighed = (size: number, stance = 'support') => ({ stance, weights: { size } });
  const view = viewOf({
    rule: {
      all: [
        { count: 'support', by: 'size', 'at-least': 14 },
        { count: 'support', among: ['A'], 'at-least': 1 },
      ],
    },
    members: {
      A: weighed(5),
      B: weighed(4),
      C: weighed(3),
      D: weighed(2),
      E: weighed(2, 'oppose'),
      F: weighed(3, 'oppose'),
      G: weighed(4, 'oppose'),
    },
  });
  expect(defectionLines(view.coalitions.defection, naming(view))).toEqual([
    'Nobody could make up for A; one other for any of the rest',
  ]);
  expect(defectionLines(view.coalitions.defection, namingFor(view.snapshot, true))).toEqual([
    'If B turned, G would make up for it',
    'If C turned, any one of F and G would make up for it',
    'If D turned, any one of E, F and G would make up for it',
  ]);
});

test('who could undo it together is counted where it is many ways, and not told where the search was given up', () => {
  const halves = (codes: string): Plain => ({ count: 'support', 'at-least': 1, among: [...codes] });
  const { pivotal, coalitions, snapshot } = viewOf({
    rule: { all: [halves('AB'), halves('CD')] },
    members: Object.fromEntries([...'ABCD'].map((code) => [code, 'support'])),
  });
  const line = (toBlock: typeof coalitions.toBlock): string =>
    pivotalLine(pivotal, toBlock, namingFor(snapshot, false));
  expect(line(coalitions.toBlock)).toBe('No single member could overturn this; 2 together could, in 2 ways');
  const { toBlock } = coalitions;
  expect(line(toBlock && { ...toBlock, exact: false })).toBe('No single member could overturn this');
  expect(line(toBlock && { ...toBlock, count: undefined })).toBe(
    'No single member could overturn this; 2 together could',
  );
  expect(evidenceLines(toBlock && { ...toBlock, exact: false }, namingFor(snapshot, false))).toEqual([]);
});

test('in the Council four together could block what nobody has spoken on', () => {
  const view = statusViewOf(frozen('eu-council.yaml'), '2025-06-01');
  expect(ahead(view)).toEqual(['Enough: 15 of the 27 undecided, in 4,237,391 ways']);
  expect(block(view)).toEqual(['Could still block together: 4 of the 27 undecided, in 514 ways']);
});

test('in February the demands that were known would not have brought NATO round', () => {
  const view = statusViewOf(frozen('nato-2024.yaml'), '2024-02-21');
  const { path, coalitions, tally, demands } = view;
  expect([ahead(view), block(view), leverageLines(coalitions.leverage, naming(view))]).toEqual([[], [], []]);
  const lines = demandLines(
    demands,
    { path, fewest: coalitions.fewestDemands, holdouts: tally.holdouts },
    naming(view),
  );
  expect(lines.at(-1)).toBe('Meeting all 4 would not be enough: 28 of 29 ask for nothing');
});

const weighing = (sizes: Readonly<Record<string, number>>, settled: string): Plain =>
  Object.fromEntries(
    Object.entries(sizes).map(([code, size]) => [
      code,
      { ...(settled.includes(code) && { stance: 'oppose' }), weights: { size } },
    ]),
  );
const ones = (codes: string) => Object.fromEntries([...codes].map((code) => [code, 1]));

test.each<readonly [string, Plain, string]>([
  [
    'one of two',
    {
      rule: { count: 'support', by: 'size', 'at-least': 5 },
      members: weighing({ A: 5, B: 5, ...ones('CDEFG') }, 'AB'),
    },
    'Fewest members: 1, but A or B would have to turn',
  ],
  [
    'one of three',
    {
      rule: { count: 'support', by: 'size', 'at-least': 5 },
      members: weighing({ A: 5, B: 5, C: 5, ...ones('DEFGH') }, 'ABC'),
    },
    'Fewest members: 1, but A, B or C would have to turn',
  ],
  [
    'one of many',
    {
      rule: { count: 'support', by: 'size', 'at-least': 5 },
      members: weighing({ A: 5, B: 5, C: 5, I: 5, J: 5, ...ones('DEFGH') }, 'ABCIJ'),
    },
    'Fewest members: 1, but a member that has decided would have to turn',
  ],
  [
    'two of many',
    {
      rule: { count: 'support', by: 'size', 'at-least': 10 },
      members: weighing({ A: 5, B: 5, C: 5, D: 5, E: 5, ...ones('FGHIJKLMNO') }, 'ABCDE'),
    },
    'Fewest members: 2, but 2 members that have decided would have to turn',
  ],
  [
    'one that has to turn anyhow, and another',
    {
      rule: {
        all: [
          { count: 'support', by: 'size', 'at-least': 8 },
          { count: 'support', among: ['A'], 'at-least': 1 },
        ],
      },
      members: weighing({ A: 1, B: 5, C: 2, ...ones('DEFGHIJ') }, 'AB'),
    },
    'Fewest members: 3, but A and B would have to turn',
  ],
])('who would have to turn on a shorter way: %s', (_, parts, expected) => {
  expect(ahead(viewOf(parts)).at(-1)).toBe(expected);
});

test.each([
  ['E', 'Turning only 2 members, plus the one undecided, in 4 ways: always E, with 2 of 4 others'],
  ['EF', 'Turning only 2 members, plus both undecided, in 4 ways: always E and F, with 2 of 4 others'],
  ['EFGH', 'Turning only 2 members, plus all 4 undecided, in 4 ways: always E, F, G and H, with 2 of 4 others'],
  ['', 'Enough: turning 2 members, in 4 ways'],
])('those that have to turn are counted where they are two of each kind, with %s undecided', (undecided, expected) => {
  const of = (codes: string, number: number | string): Plain => ({
    count: 'support',
    'at-least': number,
    among: [...codes],
  });
  const rest = undecided === '' ? [] : [of(undecided, 'all')];
  const view = viewOf({
    rule: { all: [of('AB', 1), of('CD', 1), ...rest] },
    members: Object.fromEntries([...'ABCD', ...undecided].map((code) => [code, 'ABCD'.includes(code) ? 'oppose' : ''])),
  });
  expect(ahead(view)).toEqual([expected]);
});

test('who would have to turn is not told by number where the search for the first sets was given up', () => {
  const view = viewOf({
    rule: { count: 'support', by: 'size', 'at-least': 5 },
    members: weighing({ A: 5, B: 5, C: 5, ...ones('DEFGH') }, 'ABC'),
  });
  const { path, coalitions, tally } = view;
  const cut = path && pathLines({ ...path, complete: false }, coalitions, tally.holdouts, naming(view));
  expect(cut?.at(-1)).toBe('Fewest members: 1, but members that have decided would have to turn');
});

test('claim no more about demands than what the search has shown', () => {
  const time: Plain = { stance: 'conditional', wants: ['time'] };
  const money: Plain = { stance: 'conditional', wants: ['money'] };
  const { path, demands, tally, coalitions, ...view } = viewOf({
    rule: { count: 'support', 'at-least': 1 },
    members: { A: time, B: money },
  });
  const { fewestDemands } = coalitions;
  const lineWith = (parts: object): string | undefined => {
    const fewest = fewestDemands && { ...fewestDemands, ...parts };
    const names = naming({ path, demands, tally, coalitions, ...view });
    return demandLines(demands, { path, fewest, holdouts: tally.holdouts }, names).at(-1);
  };
  expect(lineWith({})).toBe('Meeting 1 demand would be enough: money; or time');
  expect(lineWith({ exact: false })).toBe('Meeting 1 demand would be enough, perhaps fewer: the search was stopped');
  expect(lineWith({ count: undefined })).toBe('Meeting 1 demand would be enough, for instance: money');
  const summary = 'A: 1; B: 1';
  expect(lineWith({ size: undefined, exact: false })).not.toContain('Meeting');
  expect(lineWith({ size: 0 })).not.toContain('Meeting');
  expect(
    demandLines(demands, { path, fewest: undefined, holdouts: tally.holdouts }, namingFor(view.snapshot, false))[0],
  ).toBe(summary);
});

test('many demands are told by what their sets share, or by one of them', () => {
  const wanting = (...wants: string[]): Plain => ({ stance: 'conditional', wants });
  const lastLine = (members: Plain, rule: Plain): string | undefined => {
    const { path, coalitions, tally, demands, ...view } = viewOf({ members, rule });
    const known = { path, fewest: coalitions.fewestDemands, holdouts: tally.holdouts };
    return demandLines(demands, known, naming({ path, coalitions, tally, demands, ...view })).at(-1);
  };
  const three = { count: 'support', 'at-least': 3 };
  const many = Object.fromEntries([...'ABCDE'].map((code) => [code, wanting(`what ${code} wants`)]));
  expect(lastLine(many, three)).toBe(
    'Meeting 3 demands would be enough, in 10 ways, for instance: what A wants; what B wants; what C wants',
  );
  const shared = {
    A: wanting('a post'),
    B: wanting('a post', 'a road'),
    C: wanting('a post', 'a visit'),
    D: wanting('a post', 'a law'),
  };
  expect(lastLine(shared, three)).toBe('Meeting 3 demands would be enough, in 3 ways, always with: a post');
});
