import { expect, test } from 'vitest';
import { conflictKinds } from '../../../src/model/snapshot.ts';
import { conflictText } from '../../../src/render/words/claims-and-dates.ts';
import { time } from '../../support/rosters.ts';

test.each([
  ['listed-though-supporting', 'Hungary said yes itself, and Bloomberg of 19 Jun lists it as holding out'],
  ['unlisted-though-not-supporting', 'Hungary has not said yes, and Bloomberg of 19 Jun counts it as a supporter'],
  ['listed-though-recused', 'Hungary does not take part, and Bloomberg of 19 Jun lists it as holding out'],
] as const)('%s: %s', (kind, text) => {
  const conflict = { kind, member: 'HU', date: time('2024-06-19'), by: 'Bloomberg' };
  expect(conflictText(conflict, '2024', () => 'Hungary')).toBe(text);
});

test('every kind has its words, and a list of nobody is a count', () => {
  for (const kind of conflictKinds)
    expect(conflictText({ kind, member: 'A', date: time('2024-06-19') }, '2024', (code) => code)).toMatch(
      /^A .*the count of 19 Jun/,
    );
});
