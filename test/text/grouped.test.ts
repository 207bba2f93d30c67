import { expect, test } from 'vitest';
import { addTo, groupedBy } from '../../src/text/grouped.ts';

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
