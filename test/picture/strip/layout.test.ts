import { describe, expect, test } from 'vitest';
import { briefAnswer } from '../../../src/engine/answer.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Counted } from '../../../src/picture/strip/cells.ts';
import { layStrip, type StripLayout } from '../../../src/picture/strip/layout.ts';
import { Strip } from '../../../src/picture/strip/strip.tsx';
import { xmlOf } from '../../../src/picture/svg.ts';
import { countEvaluations } from '../../../src/render/words/criterion.ts';
import { committeeText } from '../../support/committees.ts';
import { readRoster, time } from '../../support/rosters.ts';
import { outside, overlapping, textsOf } from '../../support/svg.ts';

const members = `
  a: { stance: support, weights: { votes: 10 } }
  b: { stance: oppose, why: x, weights: { votes: 30 } }
  c: { stance: abstain, weights: { votes: 5 } }
  d: { stance: recused, weights: { votes: 50 } }
  e: { weights: { votes: 5 } }
`;

/** The criteria of a rule about the members above. */
function countedUnder(
  rule: string,
  text = `title: A decision\nrule: ${rule}\ngroups: { g: [a, b, d] }\nmembers:${members}`,
): Counted[] {
  const roster = readRoster(text);
  const taken = snapshot(roster, time('2024-06-01'));
  const { evaluation, compositions } = briefAnswer(roster, taken, 'a roster').tally;
  return countEvaluations(evaluation).map((count, index) => ({
    count,
    composition: compositions[index] ?? { counted: [], shares: [] },
    members: taken.members,
  }));
}

const laid = (rule: string): StripLayout => {
  const [counted] = countedUnder(rule);
  if (counted === undefined) throw new Error('the rule counts');
  return layStrip(counted, 500, 44);
};

const codesOf = ({ cells }: StripLayout): string[] => cells.map(({ standing }) => standing.code);

test('those that count come first, and recused members have no cell', () => {
  expect(codesOf(laid('two-thirds'))).toEqual(['a', 'c', 'e', 'b']);
  expect(codesOf(laid('no-objections'))).toEqual(['b', 'a', 'c', 'e']);
  expect(codesOf(laid('{ among: g, at-least: all }'))).toEqual(['a', 'b']);
});

test('those outside the base come last: the line is among those whose votes it compares', () => {
  const { cells, need } = laid('majority-of-votes');
  expect(cells.map(({ standing, inBase }) => [standing.code, inBase])).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
    ['e', false],
  ]);
  expect(need.x).toBe(250);
});

test('cells are as wide as they weigh, and the line is where the need is', () => {
  const { cells, need } = laid('{ by: votes, at-least: 60% }');
  expect(cells.map(({ width }) => Math.round(width))).toEqual([100, 50, 50, 300]);
  expect(need).toMatchObject({ x: 300, text: { text: '60% needed' } });
});

test('a need above all that there is is the end of the strip', () => {
  const { cells, need } = laid('{ at-least: 8, count: support }');
  expect(need).toMatchObject({ x: 500, anchor: 'end', text: { text: '8 needed' } });
  expect(cells.map(({ width }) => width)).toEqual([62.5, 62.5, 62.5, 62.5]);
});

test.each([
  ['consensus', 'all 4 needed'],
  ['two-thirds', '3 needed'],
  ['no-objections', 'none allowed'],
  ['{ count: [oppose], at-most: 2 }', '2 allowed'],
  ['{ by: votes, more-than: 50% }', 'over 50% needed'],
  ['{ by: votes, count: [oppose], fewer-than: 35% }', 'under 35% allowed'],
  ['{ by: votes, at-least: 20 }', '20 needed'],
])('the line of %s says %s', (rule, text) => {
  expect(laid(rule).need.text.text).toBe(text);
});

describe.each([288, 358, 560, 1080])('at %i pixels', (width) => {
  test.each([9, 32, 193])('no words of %i members are lost, overlap or run out of it', (size) => {
    const [counted] = countedUnder('', committeeText(size));
    if (counted === undefined) throw new Error('the rule counts');
    const svg = xmlOf(Strip({ counted, width, label: 'A criterion' }));
    expect([overlapping(textsOf(svg)), outside(svg)]).toEqual([[], []]);
    const words = textsOf(svg).map(({ text }) => text);
    const counts = words.flatMap((word) => /^(\d+) (?!needed)/.exec(word)?.[1] ?? []).map(Number);
    const present = counted.members.filter(({ stance }) => stance !== 'recused').length;
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(present);
  });
});
