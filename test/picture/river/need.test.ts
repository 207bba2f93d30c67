import { expect, test } from 'vitest';
import { timeline } from '../../../src/engine/timeline.ts';
import type { TimelinePoint } from '../../../src/model/timeline.ts';
import { thresholdOf } from '../../../src/picture/river/need.ts';
import { readRoster } from '../../support/rosters.ts';

/** Six members, one of them recused, under a rule. */
function stateUnder(rule: string): TimelinePoint {
  const members = ['a: support', 'b: abstain', 'c: conditional', 'd: withheld', 'e: oppose', 'f: recused']
    .map((member) => member.replace(/: (.*)/, ': { stance: $1, date: 2024-01-01, why: x, weights: { votes: 2 } }'))
    .join(', ');
  const told = timeline([
    readRoster(`title: A decision\nrule: ${rule}\ngroups: { g: [a, b] }\nmembers: { ${members} }\n`),
  ]);
  const [point] = told.points;
  if (point === undefined) throw new Error('the positions have a date');
  return point;
}

test.each([
  ['consensus', { level: 5, need: '5', ceiling: false }],
  ['two-thirds', { level: 4, need: '4', ceiling: false }],
  ['no-objections', { level: 5, need: '0', ceiling: true }],
  ['{ count: [withheld, oppose], at-most: 1 }', { level: 4, need: '1', ceiling: true }],
  ['{ count: support, at-least: 9 }', { level: 9, need: '9', ceiling: false }],
])('%s has a line', (rule, threshold) => {
  expect(thresholdOf(stateUnder(rule))).toEqual(threshold);
});

test.each([
  ['a weight', '{ by: votes, at-least: 50% }'],
  ['some members alone', '{ among: g, at-least: all }'],
  ['stances that are apart in the stack', '{ count: [support, unclear], at-least: 3 }'],
  ['refusals that are not on top', '{ count: [abstain], at-most: 1 }'],
])('about %s no line would be right', (_, rule) => {
  expect(thresholdOf(stateUnder(rule))).toBeUndefined();
});
