import { type Shown, visible } from '../../../text/escape-controls.ts';
import { withoutMarks } from '../../../text/fold.ts';

/** Characters that a chart is drawn with. Those in the plot and on its axes are one cell wide. */
export interface Glyphs {
  /** The set of a stance's signs to use. */
  readonly set: 'unicode' | 'ascii';
  /** A cell filled from below, from empty to full. */
  readonly fill: readonly string[];
  /** The number needed, over an empty cell and over a full one. */
  readonly line: string;
  readonly lineShort: string;
  readonly lineMet: string;
  /** A reported count, and one on the line of what is needed. */
  readonly report: string;
  readonly reportOnLine: string;
  readonly milestone: string;
  readonly deadline: string;
  readonly reached: string;
  /** Not a member at the time. */
  readonly outside: string;
  readonly side: string;
  readonly sideTick: string;
  readonly corner: string;
  readonly floor: string;
  readonly floorTick: string;
  readonly arrow: string;
  readonly ellipsis: string;
  /** Separator in the heading. */
  readonly dot: string;
  /** Foreign text, reduced to the characters that the terminal shows. */
  readonly plain: (text: Shown) => Shown;
}

/** Glyphs for terminals that show Unicode. */
export const unicode: Glyphs = {
  set: 'unicode',
  fill: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  line: '┄',
  lineShort: '┅',
  lineMet: '━',
  report: '◆',
  reportOnLine: '┿',
  milestone: '△',
  deadline: '▲',
  reached: '▼',
  outside: '·',
  side: '│',
  sideTick: '┤',
  corner: '└',
  floor: '─',
  floorTick: '┬',
  arrow: '→',
  ellipsis: '…',
  dot: '·',
  plain: (text) => text,
};

/** Glyphs for all other terminals, in ASCII. */
export const ascii: Glyphs = {
  set: 'ascii',
  fill: [' ', '.', ':', '#'],
  line: '-',
  lineShort: '~',
  lineMet: '=',
  report: 'o',
  reportOnLine: '+',
  milestone: '^',
  deadline: '!',
  reached: 'v',
  outside: '.',
  side: '|',
  sideTick: '+',
  corner: '+',
  floor: '-',
  floorTick: '+',
  arrow: '->',
  ellipsis: '...',
  dot: '-',
  plain: (text) => visible(withoutMarks(text).replace(/[^ -~]/gu, '?')),
};
