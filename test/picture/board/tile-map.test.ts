import { expect, test } from 'vitest';
import { placesOf } from '../../../src/picture/board/tile-map.ts';
import { readRoster } from '../../support/rosters.ts';
import { bundledText } from '../../support/texts.ts';

const nato = readRoster(bundledText()).members.map(({ code }) => code);

test('every member of NATO has a place of its own, without empty rows and columns', () => {
  const places = [...(placesOf(nato)?.values() ?? [])];
  expect(new Set(places.map(String)).size).toBe(32);
  expect([...new Set(places.map(([column]) => column))].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect([...new Set(places.map(([, row]) => row))].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('neighbours are where they are on a map', () => {
  const [west, east, south] = ['PT', 'EE', 'GR'].map((code) => placesOf(nato)?.get(code) ?? [-1, -1]);
  expect(west?.[0]).toBeLessThan(east?.[0] ?? 0);
  expect(south?.[1]).toBeGreaterThan(east?.[1] ?? 99);
});

test.each([
  ['somebody has no place', [...nato, 'JP']],
  ['there are too few', ['FR', 'DE']],
])('there is no map where %s', (_, codes) => {
  expect(placesOf(codes)).toBeUndefined();
});
