import type { Diagnostic, Span } from '../../../../model/diagnostic.ts';
import type { Position, Round, Source } from '../../../../model/roster.ts';
import type { Time } from '../../../../model/time.ts';
import type { SheetReading } from '../../../sheet/sheet-reading.ts';

/** How a file is to be read. */
export interface Reading extends SheetReading {
  /** The decision that is meant where a file has several. */
  readonly decision: string | undefined;
  /** Reviews of an earlier commit no longer stand. */
  readonly rounds: boolean;
}

/** A position in a file. */
export interface ImportedPosition {
  readonly position: Position;
  readonly span: Span;
  readonly line: number;
}

/** A member in a file, under the word that the file has for it. The same word may come again. */
export interface ImportedMember {
  readonly word: string;
  readonly name: string | undefined;
  readonly span: Span;
  readonly positions: readonly ImportedPosition[];
  readonly groups: readonly string[];
  readonly weights: Readonly<Record<string, string>>;
}

/** Something in a file that does not come into the roster, or not as it is. */
export interface LeftOut {
  /** One-based; undefined for the whole file. */
  readonly line: number | undefined;
  readonly message: string;
}

/** What a file has. */
export interface Imported {
  readonly title: string | undefined;
  readonly asOf: Time | undefined;
  readonly members: readonly ImportedMember[];
  /** Members are called by handles or names of people, so that none is a country. */
  readonly handles: boolean;
  readonly rounds: readonly Round[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly leftOut: readonly LeftOut[];
}

/** What a file has, or every reason why it cannot be read. */
export type ReadFile = { readonly imported: Imported } | { readonly problems: readonly Diagnostic[] };

/** What most files do not have. */
export const nothingMore = { title: undefined, asOf: undefined, handles: true, rounds: [], sources: {} } as const;
