import type { Due, DueKind, ListedDecision, ListView } from '../../model/decisions/listed.ts';
import { addressText } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { type CalendarEvent, calendar } from '../format/calendar.ts';
import { needText } from './need.ts';
import { holdoutNames, stateText } from './words.ts';

/** Names of holdouts in the description of an event; the others are counted. */
const mostNames = 12;

const eventWords: Readonly<Record<DueKind, string>> = {
  deadline: 'deadline',
  silence: 'end of silence',
  'not-before': 'end of the waiting time',
  closing: 'closes',
};

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

function summaryOf({ title }: ListedDecision, { kind, name, circa }: Due): string {
  const what = kind === 'deadline' && name !== undefined ? `${name} (deadline)` : eventWords[kind];
  return `${title}: ${circa ? 'about now: ' : ''}${what}`;
}

function descriptionOf(decision: ListedDecision): string {
  const names = enumeration(holdoutNames(decision), 'and', mostNames);
  return `${stateText(decision)}, ${needText(decision.evaluation)}${names === '' ? '' : `. Holding out: ${names}`}`;
}
