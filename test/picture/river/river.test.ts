import { describe, expect, test, vi } from 'vitest';
import { timelineEnd } from '../../../src/engine/answer.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import type { Axis } from '../../../src/picture/geometry.ts';
import { layRiver, riverCursorHeight } from '../../../src/picture/river/layout.ts';
import { River, RiverCursor } from '../../../src/picture/river/river.tsx';
import { spanOf } from '../../../src/picture/river/span.ts';
import { xmlOf } from '../../../src/picture/svg.ts';
import { readRoster } from '../../support/rosters.ts';
import { outside, overlapping, textsOf } from '../../support/svg.ts';
import { bundledText } from '../../support/texts.ts';

const roster = readRoster(bundledText());
const told = timeline([roster]);
const span = spanOf(told) ?? { first: 0, last: 1 };
const axisIn = (width: number): Axis => ({ ...span, left: width < 560 ? 32 : 120, right: width - 2 });

describe.each([288, 358, 560, 768, 1080])('at %i pixels', (width) => {
  const svg = xmlOf(River({ told, axis: axisIn(width), width, plot: width < 560 ? 190 : 270, label: 'Stances' }));

  test('no words overlap or run out of it', () => {
    expect([overlapping(textsOf(svg)), outside(svg)]).toEqual([[], []]);
  });

  test('it says when the rule was met, what was needed and how it ended', () => {
    const words = textsOf(svg).map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['reached 20 Jun 2024 ▾', 'needed', '32', 'blocked', 'in support']));
  });
});

test('at its right end the layers are as high as the members at the end', () => {
  const laid = layRiver(told, axisIn(880), 880, 320);
  const { counts } = timelineEnd([roster], told)?.tally ?? { counts: undefined };
  expect(laid.layers.map(({ stance }) => stance)[0]).toBe('support');
  expect(laid.layers[0]?.path).toContain(` ${laid.bottom - 320} H878`);
  expect(counts?.support).toBe(32);
});

test('a count is a range: from below for those in favour, from above for those holding back', () => {
  const { claims, bottom } = layRiver(told, axisIn(880), 880, 310);
  const claim = (text: string) => claims.find((mark) => mark.text.includes(text));
  // On 21 February there were 31 members, at 10 pixels of the height of 32 each.
  const height = (members: number): number => bottom - (members / 32) * 310;
  expect(claim('more than 20 in favour')?.bottom).toBeCloseTo(height(21), 1);
  expect(claim('more than 20 in favour')?.top).toBeCloseTo(height(31), 1);
  expect(claim('about 10 holding back')?.top).toBeCloseTo(height(31 - 9), 1);
  expect(claim('about 10 holding back')?.bottom).toBeCloseTo(height(31 - 11), 1);
});

test('a pressed pointer gives the day below it, also where the picture is drawn smaller', () => {
  const onDay = vi.fn();
  const axis = axisIn(880);
  const { props } = River({ told, axis, width: 880, label: 'Stances', onDay });
  const setPointerCapture = vi.fn();
  const at = (clientX: number, buttons: number) => ({
    clientX,
    buttons,
    pointerId: 7,
    currentTarget: { getBoundingClientRect: () => ({ left: 10, width: 440 }), setPointerCapture },
  });
  const { onPointerDown, onPointerMove } = props as unknown as Record<string, (event: unknown) => void>;
  onPointerDown?.(at(10 + axis.left / 2, 1));
  onPointerMove?.(at(10 + axis.right / 2, 1));
  onPointerMove?.(at(100, 0));
  const days = [span.first, span.last].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  expect(onDay.mock.calls.flat()).toEqual(days);
  expect(setPointerCapture).toHaveBeenCalledWith(7);
});

test('a cursor is a picture of its own, as high as the plot and its axis', () => {
  const svg = xmlOf(RiverCursor({ axis: axisIn(880), width: 880, day: '2024-06-20' }));
  expect(svg).toContain(`height="${riverCursorHeight(270)}"`);
  const reached = layRiver(told, axisIn(880), 880, 270).reached?.lineX;
  expect(svg).toContain(`d="M${reached} `);
});
