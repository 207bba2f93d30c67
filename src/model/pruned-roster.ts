import type { Roster } from './roster.ts';
import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** A remark for the reader of a pruned roster on one member's entry. */
export type Remark =
  /** The stance follows from a complete list of holdouts. */
  | { readonly kind: 'claimed'; readonly stance: Stance; readonly date: Time; readonly by?: string }
  /** The position is dated by the start of its run; its words are from this later date. */
  | { readonly kind: 'restated'; readonly date: Time }
  /** Earlier positions are kept because the answer depends on them. */
  | { readonly kind: 'earlier' }
  /** The stance is assumed; `from` is the real one. */
  | { readonly kind: 'assumed'; readonly from: Stance }
  /** The member is not in the roster on the date, and is kept because something names it. */
  | { readonly kind: 'absent' };

/** A roster without what no longer matters on a date. */
export interface PrunedRoster {
  readonly roster: Roster;
  /** By code, one list for each member that stays; the remarks are in reading order. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
  /** The number of positions and claims up to the date that were left out. */
  readonly leftOut: { readonly positions: number; readonly claims: number };
}
