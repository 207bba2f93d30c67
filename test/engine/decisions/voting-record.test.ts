import { expect, test } from 'vitest';
import { votingRecord } from '../../../src/engine/decisions/voting-record.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { heldMegabytes } from '../../support/memory.ts';
import { readRoster, time } from '../../support/rosters.ts';

test('a record does not keep the text of its roster in memory', () => {
  const size = 4;
  const textOf = (number: number): string =>
    `title: A title of more than a few letters ${number}\nrule: consensus\nmembers:\n  A: { name: A long name of a member, stance: oppose, why: "${'because '.repeat((size * 2 ** 20) / 8)}" }\n`;
  const recordOf = (number: number) => votingRecord('a.yaml', snapshot(readRoster(textOf(number)), time('2024-01-01')));
  const records = [recordOf(0)];
  const before = heldMegabytes();
  for (let number = 1; number <= 5; number += 1) records.push(recordOf(number));
  expect(heldMegabytes() - before).toBeLessThan(size);
  expect(records.map(({ title }) => title.length)).toEqual(Array(6).fill(36));
});
