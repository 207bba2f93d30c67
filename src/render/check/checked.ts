import type { Outcome } from '../../model/stance.ts';
import type { SnapshotView } from '../../model/view.ts';
import type { Shown } from '../../text/escape-controls.ts';
import { type DecisionOutputs, outputsOf, worstOutcome } from '../ci/step-outputs.ts';
import { needText } from '../list/need.ts';
import { holdoutNames } from '../list/words.ts';
import type { DiagnosedFile } from '../problems/terminal.ts';
import { turnText } from '../words/verdict.ts';

/** One of several decisions, as the parts of an answer about all need it. */
export interface CheckedDecision extends DecisionOutputs {
  /** The roster as the user names it. */
  readonly file: string;
  /** How far its rule is: `2 of 3`. */
  readonly need: Shown;
  /** Names, the worst first. */
  readonly names: readonly Shown[];
  /** The change of the outcome, and since when; undefined when nothing is compared. */
  readonly change: Shown | undefined;
  /** The earlier outcome; undefined when there was none or nothing is compared. */
  readonly before: Outcome | undefined;
}

/** Several decisions, and what could not be used. */
export interface CheckedDecisions {
  readonly decisions: readonly CheckedDecision[];
  /** The user's word for the earlier versions; absent when nothing is compared. */
  readonly since?: string;
  /** The rosters that are not valid. */
  readonly problems: readonly DiagnosedFile[];
  /** How many files of the folders are no rosters. */
  readonly passedOver: number;
}

/**
 * The decision of a view, without its members.
 *
 * @param file the roster as the user names it
 */
export function checkedDecision(file: string, view: SnapshotView): CheckedDecision {
  const before = view.since?.before;
  return {
    ...outputsOf(view),
    file,
    need: needText(view.tally.evaluation),
    names: holdoutNames(view.tally),
    change: turnText(view),
    before: before !== undefined && 'outcome' in before ? before.outcome : undefined,
  };
}

/** The outcome of all: the worst one. */
export const outcomeOfAll = ({ decisions }: Pick<CheckedDecisions, 'decisions'>): Outcome =>
  worstOutcome(decisions.map(({ outcome }) => outcome));
