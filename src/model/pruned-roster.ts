import type { Roster } from './roster.ts';
import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** What a reader of an abridged roster should know of one member's entry. */
export type Remark =
  /** Where it stands follows from a complete list of holdouts. */
  | { readonly kind: 'claimed'; readonly stance: Stance; readonly date: Time; readonly by?: string }
  /** It has stood there since the date of its position, and said so in these words on a later one. */
  | { readonly kind: 'restated'; readonly date: Time }
  /** With its latest position alone the answer would be another one. */
  | { readonly kind: 'earlier' }
  /** Where it stands is a what-if; this is where it really stood. */
  | { readonly kind: 'assumed'; readonly from: Stance }
  /** It is not in the roster on the date, and is here because something else names it. */
  | { readonly kind: 'absent' };

/** A roster with nothing in it that no longer matters on a date. */
export interface PrunedRoster {
  readonly roster: Roster;
  /** By the member's code, in the order in which they are to be read. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
  /** How many positions and claims up to the date were left out. */
  readonly leftOut: { readonly positions: number; readonly claims: number };
}
