import type { Outcome } from '../../model/stance.ts';
import type { Shown } from '../../text/escape-controls.ts';

declare const isPainted: unique symbol;

/** Text for a terminal: escaped text, and colours and links of ours. It is measured before it is painted. */
export type Painted = Shown | (string & { readonly [isPainted]: true });

/** The text of a template whose parts a terminal may print already. */
export function painted(words: TemplateStringsArray, ...parts: readonly Painted[]): Painted {
  return words.reduce((line, word, index) => `${line}${parts[index - 1]}${word}`) as Painted;
}

/** Colours a text; the text stays the same without colour. */
export type Paint = (text: Painted) => Painted;

/** A text that leads to an address, where the terminal can; the text stays the same without. */
export type Link = (text: Shown, address: string) => Painted;

/** What is painted, by what it means. */
export interface Theme {
  readonly outcome: Readonly<Record<Outcome, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly error: Paint;
  readonly advice: Paint;
  /** None where an address is to be read: then it is written out. */
  readonly link?: Link;
}

/** How a view is laid out: how wide, how painted, and whether all of it is wanted. */
export interface Layout {
  /** Cells. */
  readonly width: number;
  readonly theme: Theme;
  /** Everything, not only what matters most. */
  readonly all: boolean;
}

/** Below so many cells what else stands side by side is put on lines of its own. */
export const narrow = 60;

const plain: Paint = (text) => text;

/** No colour at all. */
export const plainTheme: Theme = {
  outcome: { reached: plain, open: plain, blocked: plain },
  strong: plain,
  faint: plain,
  error: plain,
  advice: plain,
};
