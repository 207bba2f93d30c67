import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstByName, sortedByName, sortedByRank } from '../../src/text/compare.ts';
import { seeded } from '../support/rosters.ts';

const sorted = (...names: readonly string[]): string[] => sortedByName(names, (name) => name);

describe('names are sorted as people look for them', () => {
  test.each([
    ['numbers by their size', ['c10', 'c2', 'c1'], ['c1', 'c2', 'c10']],
    ['numbers inside a name', ['room 12a', 'room 2b', 'room 2a'], ['room 2a', 'room 2b', 'room 12a']],
    [
      'numbers that a double does not keep',
      ['9007199254740993', '9007199254740992'],
      ['9007199254740992', '9007199254740993'],
    ],
    ['zeros in front', ['c010', 'c9', 'c10'], ['c9', 'c010', 'c10']],
    [
      'accents',
      ['Zypern', 'Österreich', 'Norway', 'Türkiye', 'Tunisia', 'Ukraine'],
      ['Norway', 'Österreich', 'Tunisia', 'Türkiye', 'Ukraine', 'Zypern'],
    ],
    ['letters with a stroke', ['Øystein', 'Otto', 'Paul', 'Łódź', 'Lodz'], ['Lodz', 'Łódź', 'Otto', 'Øystein', 'Paul']],
    ['case', ['b', 'A', 'a', 'B'], ['A', 'a', 'B', 'b']],
    ['what begins like another', ['Guinea-Bissau', 'Guinea'], ['Guinea', 'Guinea-Bissau']],
  ])('%s', (_, names, expected) => {
    expect(sorted(...names)).toEqual(expected);
    expect(sorted(...[...names].reverse())).toEqual(expected);
  });

  test('whatever order they come in, the order is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'B', 'é', '1', '02', '-', ' ', 'ø') })), (names) => {
        expect(sorted(...[...names].reverse())).toEqual(sorted(...names));
        expect(sorted(...sorted(...names))).toEqual(sorted(...names));
      }),
      seeded,
    );
  });
});

describe('the first names', () => {
  test('are the beginning of the sorted ones, however many there are', () => {
    const names = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', 'é', '1', '02', '-'), maxLength: 3 }));
    fc.assert(
      fc.property(names, fc.nat(5), (all, most) => {
        const values = all.map((name, index) => ({ name, index }));
        const sortedOnes = sortedByName(values, ({ name }) => name);
        expect(firstByName(values, ({ name }) => name, most)).toEqual(sortedOnes.slice(0, most));
      }),
      seeded,
    );
  });
});

test('values of one rank keep their order', () => {
  expect(sortedByRank(['ccc', 'a', 'bb', 'b', 'aaa'], ({ length }) => length)).toEqual(['a', 'b', 'bb', 'ccc', 'aaa']);
});
