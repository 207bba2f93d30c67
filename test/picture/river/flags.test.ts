import { expect, test } from 'vitest';
import { timeline } from '../../../src/engine/timeline.ts';
import { flagsOf } from '../../../src/picture/river/flags.ts';
import { spanOf } from '../../../src/picture/river/span.ts';
import { readRoster } from '../../support/rosters.ts';

function flagsIn(more: string, width = 880) {
  const members = 'a: { stance: support, date: 2024-01-01 }, b: { stance: oppose, date: 2024-03-01 }';
  const told = timeline([readRoster(`title: A decision\nrule: consensus\nmembers: { ${members} }\n${more}`)]);
  return flagsOf(told, { ...(spanOf(told) ?? { first: 0, last: 1 }), left: 50, right: width - 2 }, width);
}

test('rounds, closings, deadlines and the decision have one, in the order of time', () => {
  const { flags } = flagsIn(`closes: 2024-02-10
rounds: [{ date: 2024-01-20, name: second ballot }]
milestones: [{ date: 2024-02-20, name: summit, deadline: true }, { date: 2030-01-01, name: too far }]
decision: { date: 2024-03-01, outcome: adopted }
`);
  expect(flags.map(({ whole, filled }) => [whole, filled])).toEqual([
    ['second ballot', false],
    ['closed on 10 Feb 2024', false],
    ['summit', true],
    ['decided: adopted', true],
  ]);
});

test('those that would touch are in different rows, and what has no room is counted', () => {
  const names = Array.from(
    { length: 12 },
    (_, index) => `{ date: 2024-02-0${1 + (index % 9)}, name: Milestone ${index} }`,
  );
  const { flags, more } = flagsIn(`milestones: [${names.join(', ')}]`, 400);
  expect(flags.length + more).toBe(12);
  expect(more).toBeGreaterThan(0);
  expect(Math.max(...flags.map(({ row }) => row))).toBe(7);
});

test('a long one stands where there is more room, is cut there, and is whole as well', () => {
  const name = 'a milestone that is told at length '.repeat(6).trim();
  const { flags } = flagsIn(`milestones: [{ date: 2024-02-25, name: ${name} }]`, 400);
  expect(flags).toMatchObject([{ before: true, whole: name }]);
  expect(flags[0]?.text).toMatch(/…$/u);
});
