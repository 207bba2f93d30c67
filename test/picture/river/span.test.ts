import { expect, test } from 'vitest';
import type { TimelineOptions } from '../../../src/engine/timeline/one-roster.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import { spanOf } from '../../../src/picture/river/span.ts';
import { isoDay } from '../../../src/render/timeline/chart/x-axis.ts';
import { readRoster, time } from '../../support/rosters.ts';

const roster = (
  more = '',
  members = 'a: { stance: support, date: 2024-03-01 }, b: { stance: oppose, date: 2024-04-20 }',
) => readRoster(`title: A decision\nrule: consensus\nmembers: { ${members} }\n${more}`);

function daysOf(text: string, options: TimelineOptions = {}, also: readonly string[] = []): string[] | undefined {
  const span = spanOf(timeline([roster(text)], options), also);
  return span && [isoDay(span.first), isoDay(span.last)];
}

test('it runs from the first to the last event, with a little room', () => {
  expect(daysOf('')).toEqual(['2024-02-29', '2024-04-22']);
});

test('milestones do not stretch it; claims, a decision and what else must be on it do', () => {
  expect(daysOf('milestones: [{ date: 2030-01-01, name: later }]')).toEqual(daysOf(''));
  expect(daysOf('claims: [{ date: 2024-05-20, supporting: 1 }]')?.[1]).toBe('2024-05-24');
  expect(daysOf('decision: { date: 2024-05-20, outcome: rejected }')?.[1]).toBe('2024-05-24');
  expect(daysOf('', {}, ['2024-05-20'])?.[1]).toBe('2024-05-24');
});

test('dates that were asked for are its ends', () => {
  expect(daysOf('', { from: time('2024-01-01') })?.[0]).toBe('2024-01-01');
  expect(daysOf('', { from: time('2024-03-10'), to: time('2024-12-31') })).toEqual(['2024-03-10', '2024-12-31']);
});

test('there is none without a date', () => {
  expect(spanOf(timeline([roster('', 'a: support')]))).toBeUndefined();
});
