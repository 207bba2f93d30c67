import { type Shown, visible } from '../../../text/escape-controls.ts';

/** What a chart is drawn with. All of it is one cell wide. */
export interface Glyphs {
  /** A cell that is filled from below by so many parts, from none to all. */
  readonly fill: readonly string[];
  /** What is needed, over an empty cell and over a full one. */
  readonly line: string;
  readonly lineOver: string;
  /** A reported count. */
  readonly report: string;
  readonly milestone: string;
  readonly deadline: string;
  readonly reached: string;
  readonly side: string;
  readonly sideTick: string;
  readonly corner: string;
  readonly floor: string;
  readonly floorTick: string;
  readonly arrow: string;
  readonly ellipsis: string;
  /** Between words of a heading. */
  readonly dot: string;
  /** Text that is not ours, as far as the characters go. */
  readonly plain: (text: Shown) => Shown;
}

/** For terminals that show Unicode. */
export const unicode: Glyphs = {
  fill: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  line: '┄',
  lineOver: '▓',
  report: '◆',
  milestone: '△',
  deadline: '▲',
  reached: '▼',
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

/** For all others: nothing above `~`. */
export const ascii: Glyphs = {
  fill: [' ', '.', ':', '#'],
  line: '-',
  lineOver: '=',
  report: 'o',
  milestone: '^',
  deadline: '!',
  reached: 'v',
  side: '|',
  sideTick: '+',
  corner: '+',
  floor: '-',
  floorTick: '+',
  arrow: '->',
  ellipsis: '...',
  dot: '-',
  plain: (text) =>
    visible(
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^ -~]/gu, '?'),
    ),
};
