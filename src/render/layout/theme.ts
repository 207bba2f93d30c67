import type { Outcome } from '../../model/stance.ts';

/** Colours a text; the text stays the same without colour. */
export type Paint = (text: string) => string;

/** A text that leads to an address, where the terminal can; the text stays the same without. */
export type Link = (text: string, address: string) => string;

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
