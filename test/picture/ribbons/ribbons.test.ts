import { expect, test } from 'vitest';
import { timelineEnd } from '../../../src/engine/answer.ts';
import { ways } from '../../../src/engine/timeline/ways.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import type { Way } from '../../../src/model/timeline.ts';
import { inOrder } from '../../../src/picture/ribbons/order.ts';
import { Ribbons, RibbonsCursor, ribbonsHeight } from '../../../src/picture/ribbons/ribbons.tsx';
import { xmlOf } from '../../../src/picture/svg.ts';
import { readRoster } from '../../support/rosters.ts';
import { countOf, outside, overlapping, textsOf } from '../../support/svg.ts';
import { bundledText } from '../../support/texts.ts';

const roster = readRoster(bundledText());
const told = timeline([roster]);
const all = ways(told, timelineEnd([roster], told)?.snapshot.members ?? []);
const axis = { first: 19_650, last: 19_910, left: 120, right: 878 };
const drawn = (width: number, left: number): string =>
  xmlOf(Ribbons({ ways: all, axis: { ...axis, left, right: width - 2 }, width, selected: 'HU', label: 'Ways' }));

test('who came round first is first, and who left is last', () => {
  const way = (name: string, ...runs: Way['runs']): Way => ({ code: name, name, runs, said: [] });
  const run = (stance: Way['runs'][number]['stance'], from?: string, to?: string): Way['runs'][number] => ({
    stance,
    circa: false,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  });
  const order = inOrder([
    way('gone', run('support', '2024-01-01', '2024-02-01')),
    way('no', run('support'), run('oppose', '2024-01-02')),
    way('late', run('oppose'), run('support', '2024-03-01')),
    way('early', run('support', '2024-01-01')),
    way('always', run('support')),
  ]);
  expect(order.map(({ name }) => name)).toEqual(['always', 'early', 'late', 'no', 'gone']);
  expect(inOrder(all).at(-1)?.code).toBe('RO');
});

test.each([
  [358, 32, 'HU'],
  [880, 120, 'Hungary'],
])('at %i pixels with a margin of %i Hungary is %s', (width, left, name) => {
  const svg = drawn(width, left);
  const words = textsOf(svg).map(({ text }) => text);
  expect(words).toContain(name);
  expect([overlapping(textsOf(svg)), outside(svg)]).toEqual([[], []]);
  expect(countOf(svg, /class="ribbon on"/g)).toBe(1);
});

test('a run says when it began', () => {
  expect(drawn(880, 120)).toContain('<title>opposed since 5 Mar 2024</title>');
});

test('a cursor is as high as the rows, and there is none where there are no rows', () => {
  const cursor = (members: number): string => xmlOf(RibbonsCursor({ axis, width: 880, members, day: '2024-06-20' }));
  expect(cursor(32)).toContain(`height="${ribbonsHeight(32)}"`);
  expect(cursor(201)).toBe('');
});
