import type { Timeline, TimelineState } from '../../model/timeline.ts';
import { type Axis, xOf } from '../geometry.ts';

/** A state of a timeline, and from where to where it lasts. */
export interface Stretch {
  readonly state: TimelineState;
  readonly x: number;
  readonly end: number;
}

/** The states of a timeline along an axis, from left to right; those of no width are left out. */
export function stretchesOf({ start, points }: Timeline, axis: Axis): Stretch[] {
  const begun = start === undefined ? [] : [{ state: start, x: axis.left }];
  const states = [...begun, ...points.map((point) => ({ state: point, x: xOf(point.date.day, axis) }))];
  return states
    .map(({ state, x }, index) => ({ state, x, end: states[index + 1]?.x ?? axis.right }))
    .filter(({ x, end }) => end > x);
}

/** A value that lasts. */
export interface Lasting<T> {
  readonly value: T;
  readonly x: number;
  readonly end: number;
}

/** Neighbours with the same value, joined. */
export function joined<T extends string | number | undefined>(
  stretches: readonly Stretch[],
  read: (state: TimelineState) => T,
): Lasting<T>[] {
  const runs: Lasting<T>[] = [];
  for (const { state, x, end } of stretches) {
    const value = read(state);
    const last = runs.at(-1);
    if (last !== undefined && last.value === value && last.end === x) runs[runs.length - 1] = { ...last, end };
    else runs.push({ value, x, end });
  }
  return runs;
}
