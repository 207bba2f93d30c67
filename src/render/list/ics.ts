import type { Due, ListedDecision, ListView } from '../../model/decisions/listed.ts';
import { addressText } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { type CalendarEvent, calendar } from '../format/calendar.ts';
import { needText } from './need.ts';
import { stateText } from './summary.ts';
import { dueWhat, holdoutNames } from './words.ts';

/** Names of holdouts in the description of an event; the others are counted. */
const mostNames = 12;

/** `list` as a calendar: deadlines, ends of silence and closings of decisions that are open or blocked. */
export function renderListCalendar({ decisions }: ListView): string {
  const open = decisions.filter(({ state }) => state === 'open' || state === 'blocked');
  return calendar('Decisions', open.flatMap(eventsOf));
}

function eventsOf(decision: ListedDecision): CalendarEvent[] {
  const used = new Map<string, number>();
  return decision.due.map((due): CalendarEvent => {
    const what = `${due.kind}-${due.name ?? ''}`;
    const number = (used.get(what) ?? 0) + 1;
    used.set(what, number);
    const id = addressText(`${decision.file}-${what}${number === 1 ? '' : `-${number}`}`);
    return {
      id: `${id}@rutte-tally`,
      at: due.date,
      known: decision.asOf,
      summary: summaryOf(decision, due),
      description: descriptionOf(decision),
    };
  });
}

const summaryOf = ({ title }: ListedDecision, due: Due): string =>
  `${title}: ${dueWhat(due)}${due.circa ? ', day not certain' : ''}`;

function descriptionOf(decision: ListedDecision): string {
  const names = enumeration(holdoutNames(decision), 'and', mostNames);
  return `${stateText(decision)}, ${needText(decision.evaluation)}${names === '' ? '' : `. Holding out: ${names}`}`;
}
