import type { Stance } from '../../model/stance.ts';
import { signs } from '../../render/words/signs.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { rounded } from '../geometry.ts';
import { widthOf } from '../text-width.ts';
import { type Cell, type Cells, type Counted, cellsOf } from './cells.ts';
import { needText } from './need.ts';

/** Above so many members a strip shows runs of one stance, and no cells. */
export const mostCells = 120;

/** Where the cells begin: below the words of the need. */
export const stripTop = 18;

/** The size of the words of a strip. */
const size = 12;

/** The height of a line of words. */
const lineHeight = 16;

/** A member in a strip. */
export interface PlacedCell extends Cell {
  readonly x: number;
  readonly width: number;
}

/** Members of one stance beside each other. */
export interface PlacedRun {
  readonly stance: Stance;
  readonly assumed: boolean;
  readonly x: number;
  readonly width: number;
}

/** A text at a place. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** A strip with everything in its place. */
export interface StripLayout {
  /** The widest of the codes that are to be shown alike; absent where each cell has the room of its weight. */
  readonly widestCode?: number;
  /** Empty where there are too many members. */
  readonly cells: readonly PlacedCell[];
  /** Empty where there are cells. */
  readonly runs: readonly PlacedRun[];
  readonly need: { readonly x: number; readonly text: PlacedText; readonly anchor: 'start' | 'middle' | 'end' };
  readonly words: readonly PlacedText[];
  readonly height: number;
}

/**
 * A strip of the members of a criterion.
 *
 * @param height of the cells
 */
export function layStrip(counted: Counted, width: number, height: number): StripLayout {
  const found = cellsOf(counted);
  const cells = placed(found, width);
  const runs = runsOf(cells);
  const words = wordsOf(runs, width, stripTop + height + lineHeight);
  const lowest = words.reduce((y, word) => Math.max(y, word.y), stripTop + height);
  const codes = cells.map(({ standing }) => widthOf(visible(standing.code), 10, true));
  return {
    ...(counted.count.criterion.by === 'members' && {
      widestCode: codes.reduce((most, code) => Math.max(most, code), 0),
    }),
    cells: cells.length <= mostCells ? cells : [],
    runs: cells.length <= mostCells ? [] : runs,
    need: needOf(found, counted, width),
    words,
    height: lowest + 6,
  };
}

const shareOf = (amount: bigint, { total }: Cells): number => (total === 0n ? 0 : Number(amount) / Number(total));

function placed(found: Cells, width: number): PlacedCell[] {
  let before = 0n;
  return found.cells.map((cell) => {
    const x = shareOf(before, found) * width;
    before += cell.weight;
    return { ...cell, x, width: shareOf(cell.weight, found) * width };
  });
}

interface Run extends PlacedRun {
  readonly counts: boolean;
  readonly members: number;
}

function runsOf(cells: readonly PlacedCell[]): Run[] {
  const runs: Run[] = [];
  for (const { standing, counts, x, width } of cells) {
    const { stance, assumed } = standing;
    const last = runs.at(-1);
    if (last?.stance === stance && last.counts === counts)
      runs[runs.length - 1] = {
        ...last,
        assumed: last.assumed || assumed,
        width: x + width - last.x,
        members: last.members + 1,
      };
    else runs.push({ stance, counts, assumed, x, width, members: 1 });
  }
  return runs;
}

function needOf(found: Cells, { count }: Counted, width: number): StripLayout['need'] {
  const text = needText(count);
  const x = rounded(shareOf(found.need, found) * width);
  const half = widthOf(text, size, true) / 2;
  const anchor = x + half > width ? 'end' : x - half < 0 ? 'start' : 'middle';
  return { x, anchor, text: { text, y: 11, x: anchor === 'end' ? width : anchor === 'start' ? 0 : x } };
}

/** The number of members of each run, below it where there is room for all, and else in lines. */
function wordsOf(runs: readonly Run[], width: number, y: number): PlacedText[] {
  const texts = runs.map(({ stance, members }) => `${grouped(`${members}`)} ${signs[stance].words}`);
  const widths = texts.map((text) => widthOf(text, size) + size);
  const places = runs.map(({ x }) => x);
  // From the left none may overlap the one before it, from the right none the one after it.
  let end = 0;
  for (const [index, x] of places.entries()) {
    places[index] = Math.max(x, end);
    end = Math.max(x, end) + (widths[index] ?? 0);
  }
  let start = width + size;
  for (const index of [...places.keys()].reverse()) {
    start = Math.min(places[index] ?? 0, start - (widths[index] ?? 0));
    places[index] = start;
  }
  if (start >= 0) return texts.map((text, index) => ({ text, x: rounded(places[index] ?? 0), y }));
  return inLines(texts, widths, width, y);
}

function inLines(texts: readonly string[], widths: readonly number[], width: number, y: number): PlacedText[] {
  let [x, line] = [0, 0];
  return texts.map((text, index) => {
    const wide = widths[index] ?? 0;
    if (x > 0 && x + wide - size > width) [x, line] = [0, line + 1];
    const word = { text, x: rounded(x), y: y + line * lineHeight };
    x += wide;
    return word;
  });
}
