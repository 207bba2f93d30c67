import { type Outcome, type Stance, stances } from '../../model/stance.ts';
import type { Shown } from '../../text/escape-controls.ts';

declare const isPainted: unique symbol;

/** Text for a terminal: escaped text with colours and links. Measure the text before painting it. */
export type Painted = Shown | (string & { readonly [isPainted]: true });

/** A template of terminal text with escaped parts. */
export function painted(words: TemplateStringsArray, ...parts: readonly Painted[]): Painted {
  let line = words[0] as string;
  for (let index = 0; index < parts.length; index += 1)
    line += (parts[index] as Painted) + (words[index + 1] as string);
  return line as Painted;
}

/** Colours a text, or returns it unchanged in a theme without colour. */
export type Paint = (text: Painted) => Painted;

/** Links a text to an address. */
export type Link = (text: Shown, address: string) => Painted;

/** Paints by meaning. */
export interface Theme {
  readonly outcome: Readonly<Record<Outcome, Paint>>;
  readonly stance: Readonly<Record<Stance, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly error: Paint;
  readonly advice: Paint;
  /** Absent when the output shows no links; the address is then printed in full. */
  readonly link?: Link;
}

/** Width, theme and level of detail of a view. */
export interface Layout {
  /** In terminal cells. */
  readonly width: number;
  readonly theme: Theme;
  /** Show everything, not only what matters most. */
  readonly all: boolean;
  /** Drawn with ASCII alone. */
  readonly ascii?: boolean;
}

/** Minimum width for side-by-side layout, in terminal cells. */
export const narrow = 60;

const plain: Paint = (text) => text;

/** A theme without colour. */
export const plainTheme: Theme = {
  outcome: { reached: plain, open: plain, blocked: plain },
  stance: Object.fromEntries(stances.map((stance) => [stance, plain])) as Record<Stance, Paint>,
  strong: plain,
  faint: plain,
  error: plain,
  advice: plain,
};
