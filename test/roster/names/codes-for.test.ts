import { expect, test } from 'vitest';
import { codesFor } from '../../../src/roster/names/codes-for.ts';

const isCode = (word: string): boolean => /^[\w-]+$/.test(word);
const codesOf = (...words: readonly string[]) => [...codesFor(words, isCode).codes.values()];

test('all that are countries have their codes', () => {
  expect(codesOf('Sweden', 'TUR', 'NO', 'Turkey')).toEqual(['SE', 'TR', 'NO', 'TR']);
});

test('others among countries have codes of their own, and are told', () => {
  const { codes, ofCountries, made } = codesFor(['SE', 'NO', 'DK', 'FI', 'IS', 'Åland Council', 'EFTA'], isCode);
  expect(ofCountries).toBe(true);
  expect([...codes.values()]).toEqual(['SE', 'NO', 'DK', 'FI', 'IS', 'aland-council', 'EFTA']);
  expect(made).toEqual([{ word: 'Åland Council', code: 'aland-council' }]);
});

test('a country or two among people are people', () => {
  expect(codesOf('Chad', 'Georgia', 'Bo Lind')).toEqual(['Chad', 'Georgia', 'bo-lind']);
  expect(codesFor(['Chad', 'Bo Lind'], isCode).ofCountries).toBe(false);
});

test('people may be called like countries', () => {
  expect([...codesFor(['chad', 'jordan'], isCode, true).codes.values()]).toEqual(['chad', 'jordan']);
});

test('one name in two spellings is one member, and a code that is taken gets a number', () => {
  expect(codesOf('ana-diaz', 'Ana Diaz', 'ANA DIAZ', 'Ana. Diaz')).toEqual([
    'ana-diaz',
    'ana-diaz-2',
    'ana-diaz-2',
    'ana.-diaz',
  ]);
});
