import type { Stance } from '../../model/stance.ts';
import type { StanceCounts } from '../../model/tally.ts';
import { signs } from '../../render/words/signs.ts';
import { spectrum } from '../palette.ts';
import { widthOf } from '../text-width.ts';
import { type Box, isFree } from './boxes.ts';
import type { Stretch } from './stretches.ts';

/** A stance over time, as an area. */
export interface Layer {
  readonly stance: Stance;
  /** The data of its path. */
  readonly path: string;
}

/** A word in a layer. */
export interface LayerWord {
  readonly stance: Stance;
  readonly text: string;
  /** The middle. */
  readonly x: number;
  readonly y: number;
}

/** The height of a number of members. */
export type Height = (members: number) => number;

/** The stances that anybody has, stacked. */
export function layersOf(stretches: readonly Stretch[], y: Height): Layer[] {
  return spectrum.flatMap((stance) => {
    if (stretches.every(({ state }) => state.counts[stance] === 0)) return [];
    const tops = stretches.map(({ state, x, end }) => `${x} ${y(edges(state.counts, stance).top)} H${end}`);
    const floors = stretches.map(({ state, x, end }) => `${end} ${y(edges(state.counts, stance).floor)} H${x}`);
    return { stance, path: `M${tops.join(' L')} L${floors.reverse().join(' L')} Z` };
  });
}

/** How many members are below a layer, and how many below its upper edge. */
function edges(counts: StanceCounts, stance: Stance): { readonly floor: number; readonly top: number } {
  const floor = spectrum.slice(0, spectrum.indexOf(stance)).reduce((sum, other) => sum + counts[other], 0);
  return { floor, top: floor + counts[stance] };
}

/** The size of the words in layers. */
const size = 12;

/** The words of layers that are wide and high enough for them, where nothing else stands. */
export function layerWords(stretches: readonly Stretch[], y: Height, taken: readonly Box[]): LayerWord[] {
  const boxes = [...taken];
  return spectrum.flatMap((stance) => {
    const text = signs[stance].words;
    const width = widthOf(text, size, true) + 4;
    const box = roomsOf(stretches, stance, y, width)
      .flatMap((room) => boxesIn(room, width))
      .find((candidate) => isFree(candidate, boxes));
    if (box === undefined) return [];
    boxes.push(box);
    return [{ stance, text, x: Math.round(box.left + width / 2), y: Math.round(box.top + wordHeight / 2 + 4) }];
  });
}

/** The height of a word, with a little room. */
const wordHeight = 14;

/** Where a word may stand in a room: from the middle to the ends, and in the middle first. */
const [shares, levels] = [
  [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1],
  [0.5, 0.3, 0.7],
];

function boxesIn({ x, end, top, floor }: Room, width: number): Box[] {
  return levels.flatMap((level) =>
    shares.map((share) => {
      const [left, above] = [x + share * (end - x - width), top + level * (floor - top - wordHeight)];
      return { left, right: left + width, top: above, bottom: above + wordHeight };
    }),
  );
}

interface Room {
  readonly x: number;
  readonly end: number;
  readonly top: number;
  readonly floor: number;
}

/** Heights that a room should have, the best first. */
const heights = [72, 40, wordHeight + 1];

/** The rectangles in a layer that are large enough for a word: the highest first, and of those the widest. */
function roomsOf(stretches: readonly Stretch[], stance: Stance, y: Height, width: number): Room[] {
  return heights.flatMap((height) =>
    roomsOfHeight(stretches, stance, y, height)
      .filter(({ x, end }) => end - x >= width)
      .sort((a, b) => b.end - b.x - (a.end - a.x)),
  );
}

function roomsOfHeight(stretches: readonly Stretch[], stance: Stance, y: Height, height: number): Room[] {
  const rooms: Room[] = [];
  let open: Room | undefined;
  for (const { state, x, end } of stretches) {
    const { floor, top } = edges(state.counts, stance);
    const here = { x, end, top: y(top), floor: y(floor) };
    const both = open && { x: open.x, end, top: Math.max(open.top, here.top), floor: Math.min(open.floor, here.floor) };
    if (both !== undefined && both.floor - both.top >= height) open = both;
    else {
      if (open !== undefined) rooms.push(open);
      open = here.floor - here.top >= height ? here : undefined;
    }
  }
  return open === undefined ? rooms : [...rooms, open];
}
