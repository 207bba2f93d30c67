import { describe, expect, test } from 'vitest';
import { resolverOf } from '../../../src/cli/steps/resolve-assumptions.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Stance } from '../../../src/model/stance.ts';
import { rosterOf, time } from '../../support/rosters.ts';

const roster = rosterOf({
  names: 'none',
  members: {
    EE: { name: 'Estonia', stance: 'unclear' },
    FI: { name: 'Finland', joined: '2024-06-01' },
    HU: { name: 'Hungary', stance: 'oppose' },
    LV: { name: 'Latvia', stance: 'unclear' },
    NL: { name: 'Netherlands', stance: 'recused' },
  },
  groups: { 'Baltic states': ['EE', 'LV'], North: ['EE', 'FI', 'NL'], Benelux: ['NL'] },
});
const resolve = resolverOf(roster, snapshot(roster, time('2024-03-01')));

type Word = readonly [who: string, stance: Stance];
const written = (words: readonly Word[]) => words.map(([who, stance]) => ({ who, stance }));
const assumed = (...words: readonly Word[]) => {
  const { assumptions, objections } = resolve(written(words));
  expect([...objections.values()]).toEqual([]);
  return Object.fromEntries(assumptions);
};
const objection = (...words: readonly Word[]) => {
  const { objections } = resolve(written(words));
  expect(objections.size).toBe(1);
  const [[index, { code, message, hint }]] = [...objections] as [
    [number, { code: string; message: string; hint(): string }],
  ];
  return [index, code, `${message}; ${hint()}`];
};

describe('assumptions are of', () => {
  test.each<[name: string, words: readonly Word[], expected: Readonly<Record<string, Stance>>]>([
    ['a code in any case', [['hu', 'support']], { HU: 'support' }],
    ['a name', [['hungary', 'support']], { HU: 'support' }],
    ['a group, those of it in the roster then and not recused', [['north', 'support']], { EE: 'support' }],
    ['everybody except recused members', [['ALL', 'support']], { EE: 'support', HU: 'support', LV: 'support' }],
    ['a recused member that is named', [['NL', 'support']], { NL: 'support' }],
    [
      'a group rather than everybody, in any order',
      [
        ['Baltic states', 'abstain'],
        ['all', 'support'],
      ],
      { EE: 'abstain', HU: 'support', LV: 'abstain' },
    ],
    [
      'a member rather than its group, in any order',
      [
        ['Latvia', 'oppose'],
        ['Baltic states', 'abstain'],
      ],
      { EE: 'abstain', LV: 'oppose' },
    ],
    [
      'a member of two groups that differ, where it is named itself',
      [
        ['Baltic states', 'abstain'],
        ['North', 'support'],
        ['EE', 'oppose'],
      ],
      { EE: 'oppose', LV: 'abstain' },
    ],
    [
      'a member twice, to the same end',
      [
        ['HU', 'support'],
        ['Hungary', 'support'],
      ],
      { HU: 'support' },
    ],
  ])('%s', (_, words, expected) => {
    expect(assumed(...words)).toEqual(expected);
  });

  test('nobody where there are none', () => {
    expect(assumed()).toEqual({});
  });
});

describe('no assumption is', () => {
  test.each<[name: string, words: readonly Word[], expected: readonly [number, string, string]]>([
    [
      'two stances of one member',
      [
        ['HU', 'support'],
        ['Hungary', 'oppose'],
      ],
      [1, 'conflicting-assumptions', '"HU" cannot be both "support" and "oppose"; leave out one of them'],
    ],
    [
      'two stances of everybody',
      [
        ['all', 'support'],
        ['all', 'oppose'],
      ],
      [1, 'conflicting-assumptions', '"all" cannot be both "support" and "oppose"; leave out one of them'],
    ],
    [
      'two stances of one member by two groups',
      [
        ['Baltic states', 'support'],
        ['North', 'oppose'],
        ['LV', 'support'],
      ],
      [
        1,
        'conflicting-assumptions',
        '"EE" cannot be both "support" and "oppose" by "Baltic states" and "North"; say where EE stands: one member wins over its groups',
      ],
    ],
    [
      'about a member that is not there yet',
      [['Finland', 'support']],
      [
        0,
        'unknown-member',
        '"FI" is not in the roster on 2024-03-01; it joins later or has left: choose another date, or leave it out',
      ],
    ],
    [
      'about a group of which nobody takes part',
      [['benelux', 'support']],
      [
        0,
        'unknown-member',
        'no member of "Benelux" takes part on 2024-03-01; they join later, have left or are recused: choose another date, or name members one by one',
      ],
    ],
    [
      'about nobody',
      [['XXXX', 'support']],
      [0, 'unknown-member', '"XXXX" is not a member of this roster; the codes are EE, HU, LV and NL'],
    ],
  ])('%s', (_, words, expected) => {
    expect(objection(...words)).toEqual(expected);
  });
});
