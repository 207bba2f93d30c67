import { describe, expect, test } from 'vitest';
import type { Coalitions, Easiest } from '../../../src/model/path.ts';
import { easiestLines, fewestDemandsLines, leverageLines } from '../../../src/render/coalitions/missing-lines.ts';
import { type Plain, rosterOf, said } from '../../support/rosters.ts';
import { frozen, namingOf, statusViewOf } from '../../support/status-view.ts';

const viewOf = (parts: Plain) => statusViewOf(rosterOf(parts), '2024-03-01');
const natureOn = (date: string) => statusViewOf(frozen('nature-restoration-2024.yaml'), date);
const wanting = (...wants: string[]) => said('conditional', { wants });
const three = { count: 'support', 'at-least': 3 };

describe('the easiest way', () => {
  test('is told by what its sets share and what is free, and who would have to turn on a shorter one', () => {
    const view = natureOn('2024-06-16');
    expect(easiestLines(view, namingOf(view))).toEqual([
      'Without turning anyone: 6 of the 8 undecided, in 2 ways: Bulgaria, Greece, Portugal, Romania, Slovakia and one of Croatia, Latvia',
      'Fewest members: 3, but Italy or Poland would have to turn',
    ]);
  });

  test('turns as few as can be', () => {
    const view = natureOn('2024-03-25');
    expect(easiestLines(view, namingOf(view))).toEqual([
      'Turning one member: 15 members, 14 undecided, in 7,852 ways: always France and Germany, with 13 of 22 others',
    ]);
  });

  test('with everybody is not told by name', () => {
    const view = statusViewOf(frozen('nato-2024.yaml'), '2024-02-21');
    expect(easiestLines(view, namingOf(view))).toEqual(['Without turning anyone: all 29 undecided']);
  });

  test.each<readonly [string, Plain, readonly string[]]>([
    ['one is left', { rule: 'consensus', members: { A: 'support', B: 'unclear' } }, ['Without turning anyone: B']],
    [
      'any of some',
      { rule: three, members: { A: '', B: '', C: '', D: '' } },
      ['Without turning anyone: 3 of the 4 undecided, in 4 ways: any 3 of A, B, C, D'],
    ],
    [
      'two sets',
      {
        rule: {
          any: [
            { ...three, 'at-least': 2, among: ['A', 'B'] },
            { ...three, 'at-least': 2, among: ['C', 'D'] },
          ],
        },
        members: { A: '', B: '', C: '', D: '' },
      },
      ['Without turning anyone: 2 of the 4 undecided, in 2 ways: A, B; or C, D'],
    ],
    [
      'several have to turn',
      { rule: 'unanimity', members: { A: 'oppose', B: 'oppose', C: '' } },
      ['Turning 2 members: 3 members, 1 undecided: A, B, C'],
    ],
    [
      'a shorter one needs somebody in particular',
      {
        rule: { count: 'support', by: 'size', 'at-least': 5 },
        members: {
          A: { stance: 'oppose', weights: { size: 5 } },
          ...Object.fromEntries([...'BCDEF'].map((code) => [code, { weights: { size: 1 } }])),
        },
      },
      ['Without turning anyone: all 5 undecided', 'Fewest members: 1, but A would have to turn'],
    ],
    [
      'a shorter one needs one of several',
      {
        rule: { count: 'support', by: 'size', 'at-least': 5 },
        members: Object.fromEntries(
          [...'ABCDEFGH'].map((code, index) => [
            code,
            { ...(index < 3 && { stance: 'oppose' }), weights: { size: index < 3 ? 5 : 1 } },
          ]),
        ),
      },
      ['Without turning anyone: all 5 undecided', 'Fewest members: 1, but one that has settled would have to turn'],
    ],
    [
      'a shorter one needs several of many',
      {
        rule: { count: 'support', by: 'size', 'at-least': 9 },
        members: Object.fromEntries(
          [...'ABCDEFGHIJKLM'].map((code, index) => [
            code,
            { ...(index < 4 && { stance: 'oppose' }), weights: { size: index < 4 ? 5 : 1 } },
          ]),
        ),
      },
      ['Without turning anyone: all 9 undecided', 'Fewest members: 2, but 2 that have settled would have to turn'],
    ],
    [
      'only time is missing',
      { rule: { count: 'oppose', 'at-most': 0, 'not-before': '2030-01-01' }, members: { A: '' } },
      [],
    ],
    ['nothing would do', { rule: { count: 'support', 'at-least': 2 }, members: { A: '' } }, []],
    ['it is reached', { rule: 'consensus', members: { A: 'support' } }, []],
  ])('where %s', (_, parts, expected) => {
    const view = viewOf(parts);
    expect(easiestLines(view, namingOf(view))).toEqual(expected);
  });

  test('claims no more than what the search has shown', () => {
    const view = viewOf({ rule: three, members: { A: '', B: '', C: '', D: '' } });
    const easiest = { ...view.coalitions.easiest, exact: false } as Easiest;
    const coalitions: Coalitions = { ...view.coalitions, easiest };
    expect(easiestLines({ ...view, coalitions }, namingOf(view))).toEqual([
      'Without turning anyone: 3 members at most; the search was given up',
    ]);
    const uncounted = { ...easiest, exact: true, count: undefined, necessary: ['A'] };
    expect(easiestLines({ ...view, coalitions: { ...coalitions, easiest: uncounted } }, namingOf(view))).toEqual([
      'Without turning anyone: 3 of the 4 undecided, in more ways than could be counted: always A, with 2 of 3 others',
    ]);
  });

  test('names all when asked', () => {
    const members = Object.fromEntries([...'ABCDEFGHIJKLMN'].map((code) => [code, '']));
    const view = viewOf({ rule: { count: 'support', 'at-least': 1 }, members });
    const [line] = easiestLines(view, namingOf(view));
    expect(line).toMatch(/: any one of A, B, C, D, E, F, G, H and 6 more$/);
    expect(easiestLines(view, namingOf(view, true))[0]).toMatch(/: any one of A, .*, N$/);
  });
});

describe('demands', () => {
  test.each<readonly [string, Plain, readonly string[]]>([
    ['one would do', { A: wanting('a post'), B: 'support', C: 'support' }, ['Meeting 1 demand would do: "a post"']],
    [
      'one of two would do',
      { A: wanting('a post'), B: 'support', C: 'support', D: wanting('a road') },
      ['Meeting 1 demand would do: "a post" or "a road"'],
    ],
    [
      'some are always needed',
      { A: wanting('a post'), B: wanting('a post', 'a road'), C: 'support', D: wanting('a road', 'a visit') },
      ['Meeting 2 demands would do: "a post" and "a road"'],
    ],
    [
      'they are many',
      Object.fromEntries([...'ABCDE'].map((code) => [code, wanting(`what ${code} wants`)])),
      ['Meeting 3 demands would do, in 10 ways'],
    ],
    [
      'one is in all sets',
      {
        A: wanting('a post'),
        B: wanting('a post', 'a road'),
        C: wanting('a post', 'a visit'),
        D: wanting('a post', 'a law'),
      },
      ['Meeting 3 demands would do, in 3 ways: always "a post"'],
    ],
    [
      'none would do',
      { A: wanting('a post'), B: '', C: '', D: 'oppose' },
      ['Meeting all demands would not do: 3 of the 4 that hold out ask for nothing'],
    ],
    [
      'one asks for nothing',
      { A: wanting('a post'), B: wanting('a road'), C: '' },
      ['Meeting all demands would not do: 1 of the 3 that hold out asks for nothing'],
    ],
    [
      'all who ask hold out otherwise',
      { A: wanting('a post'), B: said('oppose', { wants: ['a road'] }), C: said('withheld', { wants: ['a visit'] }) },
      ['Meeting all demands would not do'],
    ],
    ['nobody asks for anything', { A: '', B: '', C: '' }, []],
    ['it is reached', { A: 'support', B: 'support', C: 'support', D: wanting('a post') }, []],
  ])('%s', (_, members, expected) => {
    expect(fewestDemandsLines(viewOf({ rule: three, members }))).toEqual(expected);
  });

  test('with an id are told by their text', () => {
    const members = {
      A: said('conditional', { wants: [{ id: 'post', text: 'a post in Brussels' }] }),
      B: 'support',
      C: 'support',
    };
    expect(fewestDemandsLines(viewOf({ rule: three, members }))).toEqual([
      'Meeting 1 demand would do: "a post in Brussels"',
    ]);
  });

  test('of which fewer may do are told so', () => {
    const view = viewOf({ rule: three, members: { A: wanting('a post'), B: 'support', C: 'support' } });
    const fewestDemands = { size: 1, sets: [['a post']], count: undefined, moves: ['A'], exact: false };
    expect(fewestDemandsLines({ ...view, coalitions: { ...view.coalitions, fewestDemands } })).toEqual([
      'Meeting 1 demand would do; the search for fewer was given up',
    ]);
  });

  test('in February nobody could have brought NATO round with', () => {
    expect(fewestDemandsLines(statusViewOf(frozen('nato-2024.yaml'), '2024-02-21'))).toEqual([
      'Meeting all demands would not do: 28 of the 29 that hold out ask for nothing',
    ]);
  });
});

describe('leverage', () => {
  test('is told of those who are on most paths', () => {
    const view = natureOn('2024-06-16');
    expect(leverageLines(view, namingOf(view))).toEqual([
      'On most shortest paths: Italy (91 of 138), Poland (60) and Netherlands (25)',
    ]);
  });

  test('is not told where all are alike', () => {
    const view = statusViewOf(frozen('nato-2024.yaml'), '2024-02-21');
    expect(leverageLines(view, namingOf(view))).toEqual([]);
  });
});
