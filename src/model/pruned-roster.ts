import type { Roster } from './roster.ts';
import type { Stance } from './stance.ts';
import type { Time } from './time.ts';

/** A remark on a member's entry in a pruned roster, for its readers. */
export type Remark =
  /** The stance follows from a complete list of holdouts. */
  | { readonly kind: 'claimed'; readonly stance: Stance; readonly date: Time; readonly by?: string }
  /** The position's date is the start of its run; the words are from a later restatement on `date`. */
  | { readonly kind: 'restated'; readonly date: Time }
  /** An earlier position is kept because the answer would be different without it. */
  | { readonly kind: 'earlier' }
  /** The stance is a what-if; `from` is the actual one. */
  | { readonly kind: 'assumed'; readonly from: Stance }
  /** The member is not in the roster on the date, and is kept because other entries name it. */
  | { readonly kind: 'absent' };

/** A roster without the positions and claims that no longer matter on a date. */
export interface PrunedRoster {
  readonly roster: Roster;
  /** Remarks by the member's code, in the order in which to show them. */
  readonly remarks: ReadonlyMap<string, readonly Remark[]>;
  /** The numbers of positions and claims up to the date that were left out. */
  readonly leftOut: { readonly positions: number; readonly claims: number };
}
