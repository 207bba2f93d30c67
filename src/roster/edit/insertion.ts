import type { Position } from '../../model/roster.ts';
import type { BlockStyle, Entry } from './entry-text.ts';
import type { MemberOutline } from './member-syntax.ts';

/** A member's code, and the dated position to add. */
export interface Insertion {
  readonly code: string;
  readonly position: DatedPosition;
}

/** A position that has a date. */
export type DatedPosition = Position & Required<Pick<Position, 'date'>>;

/** The new text, or the reason why there is none and the move that caused it. */
export type Recorded =
  | { readonly kind: 'recorded'; readonly text: string }
  /** No member has this code; `codes` are those that exist, in the order of the text. */
  | { readonly kind: 'unknown-member'; readonly move: Insertion; readonly codes: readonly string[] }
  /** The member already has a position of that day; `date` is its date as written. */
  | { readonly kind: 'same-date'; readonly move: Insertion; readonly date: string }
  /** `text` is not a roster: the given one, or that with the first move of a member that has another. `diagnose` says why. */
  | { readonly kind: 'unreadable'; readonly text: string };

/** One position to add to one member, with what the functions that write it need to know. */
export interface InsertionTask {
  readonly text: string;
  /** The new position as an entry of `positions`. */
  readonly entry: Entry;
  /** The style of the member's lines in a block; computed on demand. */
  readonly style: () => BlockStyle;
  /** Whether `members` is in braces. */
  readonly flow: boolean;
  readonly member: MemberOutline;
  /** Whether keys and texts are in double quotes. */
  readonly json: boolean;
}
