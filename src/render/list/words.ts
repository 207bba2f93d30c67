import { type Due, type DueKind, type ListedDecision, type ListView, nextDue } from '../../model/decisions/listed.ts';
import { type DecisionState, decisionStates } from '../../model/decisions/summary.ts';
import type { LastMove } from '../../model/tally.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { dateText, daysText, distanceText, yearOf } from '../words/dates.ts';
import { inSentence } from '../words/names.ts';
import { worstFirst } from '../words/order.ts';
import { countsText } from './summary.ts';

const dueWords: Readonly<Record<DueKind, string>> = {
  deadline: 'due',
  silence: 'silence ends',
  'not-before': 'wait ends',
  closing: 'closes',
};

/** `due in 39 days`, `silence ends tomorrow`, `closes today, 16:00 UTC`, `overdue by 5 days`. */
function dueText({ kind, date, days }: Due): Shown {
  if (days < 0) return shown`overdue by ${daysText(-days)}`;
  const hour =
    days === 0 && date.instant !== undefined ? `, ${new Date(date.instant).toISOString().slice(11, 16)} UTC` : '';
  return shown`${dueWords[kind]} ${distanceText(days)}${hour}`;
}

/** What is due: `spring meeting (deadline)`, `silence ends`. */
export function dueWhat({ kind, name }: Due): Shown {
  return kind === 'deadline' && name !== undefined ? shown`${name} (deadline)` : visible(dueWords[kind]);
}

/** What is due next, else when it closed: `due in 39 days`, `closed 15 Mar`; empty where nothing is. */
export function nextText(decision: ListedDecision): Shown {
  const next = nextDue(decision);
  if (next !== undefined) return dueText(next);
  const { closes, closed } = decision.evaluation;
  return decision.state === 'decided' || !closed || closes === undefined
    ? shown``
    : shown`closed ${dateText(closes, yearOf(decision.asOf))}`;
}

/** `moved 7 days ago`, `no known move`. */
export const movedText = (move: LastMove | undefined): Shown =>
  move === undefined ? shown`no known move` : shown`moved ${agoText(move)}`;

/** `7 days ago`; `not known` where no move is dated. */
export const agoText = (move: LastMove | undefined): string =>
  move === undefined ? 'not known' : distanceText(-move.days);

/** The names of those who hold out, those who block first, then the worst. */
export function holdoutNames({ holdouts }: Pick<ListedDecision, 'holdouts'>): readonly Shown[] {
  const ranked = worstFirst(holdouts);
  return [...ranked.filter(({ blocking }) => blocking), ...ranked.filter(({ blocking }) => !blocking)].map(({ name }) =>
    visible(name),
  );
}

/** `12 decisions: 3 open, 2 blocked and 7 decided`; of a selection `2 of 12 decisions wait on Ana`. */
export function headText({ decisions, counts, selection }: ListView): Shown {
  const all = decisionStates.reduce((sum, state) => sum + counts[state], 0);
  const asked = selectionText(selection, decisions.length);
  if (asked !== undefined)
    return shown`${decisions.length === 0 ? 'None' : decisions.length} of ${plural(all, 'decision')} ${asked}`;
  const text = countsText(decisionStates, (state) => counts[state]);
  return shown`${plural(all, 'decision')}${text === '' ? '' : `: ${text}`}`;
}

function selectionText({ states, waitingOn, stale }: ListView['selection'], found: number): string | undefined {
  const [is, waits] = found < 2 ? ['is', 'waits'] : ['are', 'wait'];
  const parts = [
    ...(waitingOn === undefined ? [] : [`${waits} on ${inSentence(waitingOn.name)}`]),
    ...(states === undefined ? [] : [`${is} ${enumeration([...states] satisfies DecisionState[], 'or')}`]),
    ...(stale === undefined ? [] : [`had no known move in the last ${plural(stale, 'day')}`]),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}

/** What was not listed: files that are no rosters, and rosters that are not valid; undefined where all was. */
export function leftOutText({ passedOver, invalid }: Pick<ListView, 'passedOver' | 'invalid'>): Shown | undefined {
  const parts = [
    ...(invalid === 0 ? [] : [plural(invalid, 'invalid roster')]),
    ...(passedOver === 0 ? [] : [plural(passedOver, 'file that is not a roster', 'files that are not rosters')]),
  ];
  return parts.length === 0 ? undefined : shown`Left out: ${enumeration(parts, 'and')}`;
}
