import type { Position } from '../../model/roster.ts';
import type { MemberOutline } from './member-syntax.ts';
import type { BlockStyle } from './position-text.ts';

/** A position with the day from which on it holds, and who takes it. */
export interface Insertion {
  readonly code: string;
  readonly position: DatedPosition;
}

export type DatedPosition = Position & Required<Pick<Position, 'date'>>;

/** A text with more positions in it, or why there is none, and which move is to blame. */
export type Recorded =
  | { readonly kind: 'recorded'; readonly text: string }
  /** Nobody in the text has this code; those that are there, in the order of the text. */
  | { readonly kind: 'unknown-member'; readonly move: Insertion; readonly codes: readonly string[] }
  /** The member has a position of that day already; its date as it is written. */
  | { readonly kind: 'same-date'; readonly move: Insertion; readonly date: string }
  /** The text is no roster: `diagnose` says why. */
  | { readonly kind: 'unreadable' };

/** What every way of writing a position down has to know. */
export interface InsertionTask {
  readonly text: string;
  readonly position: DatedPosition;
  /** What the member's lines are to look like if it is written in a block. */
  readonly style: () => BlockStyle;
  /** All members are between braces. */
  readonly flow: boolean;
  readonly member: MemberOutline;
  /** All is in quotes. */
  readonly json: boolean;
}
