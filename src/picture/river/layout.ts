import type { Outcome } from '../../model/stance.ts';
import type { Timeline } from '../../model/timeline.ts';
import { type Tick, ticksOf } from '../../render/timeline/chart/x-axis.ts';
import { dateText } from '../../render/words/dates.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { compact } from '../../text/numerals.ts';
import { type Axis, isOn, rounded, xOf } from '../geometry.ts';
import { widthOf } from '../text-width.ts';
import { type Box, isFree } from './boxes.ts';
import { type ClaimMark, claimMarks } from './claims.ts';
import { type Flag, flagsOf } from './flags.ts';
import { type Layer, type LayerWord, layersOf, layerWords } from './layers.ts';
import { levelsOf } from './levels.ts';
import { thresholdOf } from './need.ts';
import { joined, type Lasting, stretchesOf } from './stretches.ts';

/** Where the plot begins: below the mark of the day on which the rule was met. */
export const plotTop = 22;

/** The height of a row of flags. */
export const flagRow = 17;

/** A number on the axis of members. */
export interface Level {
  readonly y: number;
  /** Empty where the number needed stands. */
  readonly text: string;
}

/** A text with the place where it begins or ends. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly text: Shown;
}

/** A river with everything in its place. */
export interface RiverLayout {
  readonly bottom: number;
  readonly levels: readonly Level[];
  readonly layers: readonly Layer[];
  readonly words: readonly LayerWord[];
  /** The line to reach; absent where no line would be right. */
  readonly need?: {
    readonly path: string;
    readonly label: Mark;
    readonly figure: { readonly y: number; readonly text: string };
  };
  readonly claims: readonly ClaimMark[];
  readonly outcomes: readonly Lasting<Outcome>[];
  readonly ticks: readonly (Pick<Tick, 'label'> & { readonly x: number })[];
  readonly flags: readonly Flag[];
  /** Flags that have no room. */
  readonly more: number;
  readonly reached?: Mark & { readonly lineX: number };
  readonly height: number;
}

/** The place of the axis below a plot: the outcomes are between the two. */
export const axisBelow = (bottom: number): number => bottom + 22;

/** The height of a plot with its axis, without flags: what a cursor crosses. */
export const riverCursorHeight = (plot: number): number => axisBelow(plotTop + plot) + 5;

/** A river, with its parts placed so that no words overlap. */
export function layRiver(told: Timeline, axis: Axis, width: number, plot: number): RiverLayout {
  const bottom = plotTop + plot;
  const stretches = stretchesOf(told, axis);
  const most = stretches.reduce(
    (members, { state }) => Math.max(members, state.counts.members, thresholdOf(state)?.level ?? 0),
    1,
  );
  const y = (members: number): number => rounded(bottom - (members / most) * plot);
  const reached = reachedMark(told, axis);
  const need = needLine(stretches, y, axis, reached);
  const claims = claimMarks(told, axis, y);
  const taken = [
    ...(need === undefined ? [] : [boxOf(need.label)]),
    ...claims.map(({ x, top, bottom: end }) => ({ left: x - 5, right: x + 5, top: top - 5, bottom: end + 5 })),
    ...(need === undefined ? [] : need.lines),
    ...(reached === undefined ? [] : [{ left: reached.lineX - 2, right: reached.lineX + 2, top: plotTop, bottom }]),
  ];
  const { flags, more } = flagsOf(told, axis, width);
  const rows = flags.reduce((count, { row }) => Math.max(count, row + 1), 0) + (more > 0 ? 1 : 0);
  return {
    bottom,
    levels: levelsOf(most).map((level) => {
      const hidden = need !== undefined && Math.abs(y(level) - need.figure.y) < 13;
      return { y: y(level), text: hidden ? '' : compact(`${level}`) };
    }),
    layers: layersOf(stretches, y),
    words: layerWords(stretches, y, taken),
    ...(need !== undefined && { need }),
    claims,
    outcomes: joined(stretches, ({ outcome }) => outcome),
    ticks: ticksIn(axis, width),
    flags,
    more,
    ...(reached !== undefined && { reached }),
    height: axisBelow(bottom) + 30 + rows * flagRow,
  };
}

/** The estimated box of a text of a river. */
function boxOf({ x, y, anchor, text }: Mark): Box {
  const width = widthOf(text, 12, true);
  return anchor === 'start'
    ? { left: x, right: x + width, top: y - 11, bottom: y + 4 }
    : { left: x - width, right: x, top: y - 11, bottom: y + 4 };
}

function reachedMark({ firstReached }: Timeline, axis: Axis): RiverLayout['reached'] {
  if (firstReached === undefined || !isOn(firstReached.day, axis)) return undefined;
  const lineX = xOf(firstReached.day, axis);
  const text = shown`reached ${dateText(firstReached)}`;
  const before = lineX - widthOf(text, 12, true) - 14 >= 0;
  return {
    lineX,
    y: 11,
    ...(before
      ? { x: lineX + 5, anchor: 'end', text: shown`${text} ▾` }
      : { x: lineX - 5, anchor: 'start', text: shown`▾ ${text}` }),
  };
}

interface NeedLine extends NonNullable<RiverLayout['need']> {
  /** What its lines take up. */
  readonly lines: readonly Box[];
}

function needLine(
  stretches: ReturnType<typeof stretchesOf>,
  y: (members: number) => number,
  axis: Axis,
  reached: RiverLayout['reached'],
): NeedLine | undefined {
  const thresholds = stretches.map(({ state }) => thresholdOf(state));
  const end = thresholds.at(-1);
  if (end === undefined) return undefined;
  const levels = new Map(stretches.map(({ state }, index) => [state, thresholds[index]?.level]));
  const runs = joined(stretches, (state) => levels.get(state)).flatMap(({ value, x, end }) =>
    value === undefined ? [] : [{ at: y(value), x, end }],
  );
  const path = runs.reduce(
    (line, { at, x, end }, index) =>
      `${line}${index > 0 && runs[index - 1]?.end === x ? ' L' : ' M'}${x} ${at} H${end}`,
    '',
  );
  const text = end.ceiling ? shown`allowed` : shown`needed`;
  const [from, to] = [runs[0], runs.at(-1)];
  const first: Mark = { x: axis.left, y: (from?.at ?? 0) - 6, anchor: 'start', text };
  const last: Mark = { x: axis.right, y: (to?.at ?? 0) - 6, anchor: 'end', text };
  const below: Mark = { ...first, y: first.y + 20 };
  const others = reached === undefined ? [] : [boxOf(reached)];
  return {
    path: path.trim(),
    label: [first, last].find((mark) => isFree(boxOf(mark), others)) ?? below,
    figure: { y: to?.at ?? 0, text: compact(end.need) },
    lines: runs.map(({ at, x, end }) => ({ left: x, right: end, top: at - 1, bottom: at + 1 })),
  };
}

/** The width of a column that ticks count in. */
const columnWidth = 7.2;

function ticksIn(axis: Axis, width: number): RiverLayout['ticks'] {
  const columns = Math.max(1, Math.floor((axis.right - axis.left) / columnWidth));
  return ticksOf({ first: axis.first, last: axis.last, columns })
    .map(({ day, label }) => ({ x: xOf(day, axis), label }))
    .filter(({ x, label }) => x + widthOf(label, 12) <= width);
}
