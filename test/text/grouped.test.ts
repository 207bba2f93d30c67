import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTo, groupedBy, groupsOf } from '../../src/text/grouped.ts';

test('groups stand in the order of their first values, and values in the order given', () => {
  const groups = groupedBy(['bo', 'ana', 'bea', 'al', 'chi'], (name) => name[0]);
  expect([...groups]).toEqual([
    ['b', ['bo', 'bea']],
    ['a', ['ana', 'al']],
    ['c', ['chi']],
  ]);
  addTo(groups, 'c', 'cy');
  addTo(groups, 'd', 'dee');
  expect(groups.get('c')).toEqual(['chi', 'cy']);
  expect(groups.get('d')).toEqual(['dee']);
});

describe('groups by a part of their key', () => {
  interface Word {
    readonly by?: string;
    readonly text: string;
  }
  const partOf = ({ by }: Word): string | undefined => by;
  const keyOf = ({ by = '', text }: Word): string => `${by}: ${text}`;

  test('are those by the whole key', () => {
    const word = fc.record(
      { by: fc.constantFrom('ana', 'bo', 'chi', 'dee'), text: fc.constantFrom('yes', 'no') },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const twice = [...words, ...words];
        expect(groupsOf(twice, partOf, keyOf)).toEqual([...groupedBy(twice, keyOf).values()]);
      }),
    );
  });

  test('make no key for a value that shares its part with no other', () => {
    const asked: Word[] = [];
    const words = [{ by: 'ana', text: 'yes' }, { by: 'bo', text: 'yes' }, { by: 'ana', text: 'no' }, { text: 'no' }];
    const groups = groupsOf(words, partOf, (word) => {
      asked.push(word);
      return keyOf(word);
    });
    expect(groups).toEqual(words.map((word) => [word]));
    expect(asked).toEqual([words[0], words[2]]);
  });
});
