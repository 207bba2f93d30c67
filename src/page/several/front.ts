import type { ListedDecision, ListView } from '../../model/decisions/listed.ts';
import type { DecisionState } from '../../model/decisions/summary.ts';
import type { Outcome } from '../../model/stance.ts';
import { needText } from '../../render/list/need.ts';
import { stateText, toldApart } from '../../render/list/summary.ts';
import { headText, holdoutNames, leftOutText, movedText, nextText } from '../../render/list/words.ts';
import { dateText } from '../../render/words/dates.ts';
import { namesWithin } from '../../render/words/names.ts';
import { type Shown, visible } from '../../text/escape-controls.ts';

/** A decision on the front page of several, in words. */
export interface FrontRow {
  readonly title: Shown;
  readonly body: Shown;
  readonly state: DecisionState;
  readonly outcome: Outcome;
  readonly stateText: Shown;
  readonly need: Shown;
  /** Who holds out; empty once it is decided. */
  readonly names: Shown;
  readonly due: Shown;
  readonly moved: Shown;
  readonly asOf: Shown;
}

/** The front page of several decisions, in words. All of it is plain data. */
export interface Front {
  readonly head: Shown;
  /** What was left out, if anything. */
  readonly left?: Shown;
  readonly rows: readonly FrontRow[];
}

/** Cells for the names of holdouts. */
const roomForNames = 60;

/** The front page of a list, in its order and its words. */
export function frontOf(view: ListView): Front {
  const left = leftOutText(view);
  return { head: headText(view), ...(left !== undefined && { left }), rows: toldApart(view.decisions).map(rowOf) };
}

function rowOf(decision: ListedDecision): FrontRow {
  const { title, body, state, outcome, evaluation, asOf, lastMove } = decision;
  const isDecided = state === 'decided';
  const holdouts = holdoutNames(decision);
  return {
    title: visible(title),
    body: visible(body ?? ''),
    state,
    outcome,
    stateText: stateText(decision),
    need: needText(evaluation),
    names: isDecided || holdouts.length === 0 ? visible('') : namesWithin(holdouts, roomForNames),
    due: nextText(decision),
    moved: isDecided ? visible('') : movedText(lastMove),
    asOf: dateText(asOf),
  };
}
