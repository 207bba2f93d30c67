import type { Composition, Holdout, LastMove, StanceCounts } from '../tally.ts';
import type { Time } from '../time.ts';
import type { DecisionState, DecisionSummary } from './summary.ts';

/**
 * Kinds of dates by which something must happen, or on which something ends: a deadline among the milestones, the end
 * of a silence, the end of a waiting time, and the closing of a criterion.
 */
export const dueKinds = ['deadline', 'silence', 'not-before', 'closing'] as const;
export type DueKind = (typeof dueKinds)[number];

/** A date that matters to a decision that is still open. */
export interface Due {
  readonly kind: DueKind;
  readonly date: Time;
  /** Whether the day is a best guess. */
  readonly circa: boolean;
  /** The milestone's name, or the criterion's label; absent for a rule as a whole. */
  readonly name?: string;
  /** Whole days from the snapshot's date; negative for a deadline that was missed. */
  readonly days: number;
}

/** What a list says of one decision, on the date at which its roster was read. */
export interface ListedDecision extends DecisionSummary {
  /** For each criterion that counts, from left to right. */
  readonly compositions: readonly Composition[];
  readonly counts: StanceCounts;
  readonly holdouts: readonly Holdout[];
  /** Absent if no dated change of a stance is known. */
  readonly lastMove?: LastMove;
  /** Missed deadlines, then dates ahead, the earliest first; empty once it is decided. */
  readonly due: readonly Due[];
}

/** The missed deadline or date ahead that comes first; undefined without any. */
export function nextDue({ due }: Pick<ListedDecision, 'due'>): Due | undefined {
  return due.find(({ days }) => days >= 0) ?? due.at(-1);
}

/** Orders of a list; decided ones are last in each. */
export const listOrders = ['due', 'moved', 'title', 'file'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Which decisions are wanted; absent fields leave none out. */
export interface Selection {
  readonly states?: readonly DecisionState[];
  /** The code of a member that they wait on. */
  readonly waitingOn?: string;
  /** Those not yet taken in which nobody has moved for at least this many days, or ever. */
  readonly stale?: number;
}

/** Everything that `list` shows. */
export interface ListView {
  /** Those that were selected, in order. */
  readonly decisions: readonly ListedDecision[];
  /** How many there are of each state, selected or not. */
  readonly counts: Readonly<Record<DecisionState, number>>;
  readonly selection: Omit<Selection, 'waitingOn'> & {
    readonly waitingOn?: { readonly code: string; readonly name: string };
  };
  /** How many files of the folders are not rosters. */
  readonly passedOver: number;
  /** How many rosters are not valid. */
  readonly invalid: number;
}
