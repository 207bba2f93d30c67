import { expect, test } from 'vitest';
import { conflictKinds } from '../../../src/model/snapshot.ts';
import { conflictText } from '../../../src/render/words/claims-and-dates.ts';
import { time } from '../../support/rosters.ts';

test.each([
  ['listed-though-supporting', 'Hungary stated its support, but Bloomberg (19 Jun) lists it as holding out'],
  ['unlisted-though-not-supporting', 'Hungary did not state support, but Bloomberg (19 Jun) counts it in favour'],
  ['listed-though-recused', 'Hungary does not take part, but Bloomberg (19 Jun) lists it as holding out'],
] as const)('%s: %s', (kind, text) => {
  const conflict = { kind, member: 'HU', date: time('2024-06-19'), by: 'Bloomberg' };
  expect(conflictText(conflict, '2024', () => 'Hungary')).toBe(text);
});

test('every kind has its words, and a list without an author is a list', () => {
  for (const kind of conflictKinds)
    expect(conflictText({ kind, member: 'A', date: time('2024-06-19') }, '2024', (code) => code)).toMatch(
      /^A .*a list \(19 Jun\)/,
    );
});
