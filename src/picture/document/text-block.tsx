import type { ComponentChildren } from 'preact';
import { linesOf, widthOf } from '../text-width.ts';

/** Something with a height, to stand below other things. */
export interface Part {
  readonly height: number;
  /** The part, with its top at zero. */
  readonly content: ComponentChildren;
}

/** How a text is set. */
export interface Type {
  readonly class: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Lines at most; what does not fit is cut with an ellipsis. */
  readonly most: number;
}

/** A text in as many lines as it needs. */
export function textBlock(text: string, type: Type, room: number, x = 0): Part {
  const { size, most, bold = false } = type;
  const step = Math.round(size * 1.3);
  const lines = linesOf(text, size, room, most, bold);
  return {
    height: lines.length * step,
    content: lines.map((line, index) => (
      <text key={line} class={type.class} font-size={size} x={x} y={Math.round(index * step + size)}>
        {line}
      </text>
    )),
  };
}

/** The width of a text set in capitals on a ground of its own. */
export const stampWidth = (text: string): number => Math.ceil(widthOf(text, 12, true) + 14);
