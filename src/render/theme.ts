import type { Outcome } from '../model/stance.ts';

/** Colours a text; the text stays the same without colour. */
export type Paint = (text: string) => string;

/** What is painted, by what it means. */
export interface Theme {
  readonly outcome: Readonly<Record<Outcome, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly error: Paint;
  readonly advice: Paint;
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
