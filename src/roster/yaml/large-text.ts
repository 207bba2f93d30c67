import { EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Span } from '../../model/diagnostic.ts';
import { quote, tidy } from '../../text/suggest.ts';
import { excessIn, tooManySeparators } from '../limits/separators.ts';
import type { Found } from './errors.ts';
import type { Placed } from './placed.ts';
import { type ReadEvents, scalarText } from './values.ts';

/** The longest text, in characters, of which the slow reader makes a tree: above it that takes seconds and gigabytes. */
export const longestTree = 2 * 1024 * 1024;
/** The most commas, colons and lines of such a text: as many as in one of that length with eight characters between them. */
const mostInTree = longestTree / 8;

/** Whether a text is too large for the tree of the slow reader. */
export const isLarge = (text: string): boolean => text.length > longestTree || excessIn(text, mostInTree) !== undefined;

const onlyFirst = 'in a file this large, only the first mistake in the YAML is listed';
const longestShown = 100;
const nowhere: Span = { start: 0, end: 0 };
const noEntries: Placed['entries'] = new Map();

/** A value without parts and without a place. */
export const noPlace: Placed = { value: '', span: nowhere, plain: false, entries: noEntries, items: [] };

/** The one diagnostic for a large text that the fast reader refuses, at the place where that gave up. */
export function firstFault(
  { reason, offset }: { readonly reason: string; readonly offset: number },
  text: string,
): Found {
  const at = (code: Found['code'], message: string, hint?: string): Found => ({
    code,
    severity: 'error',
    message,
    span: { start: offset, end: offset + 1 },
    hint: hint === undefined ? onlyFirst : `${hint}; ${onlyFirst}`,
  });
  if (reason === 'duplicated mapping key') {
    const [key] = /^[^:,\r\n"']*/.exec(text.slice(offset, offset + longestShown)) as RegExpExecArray;
    return at('duplicate-key', `the key ${quote(tidy(key))} appears twice`, 'delete or rename one of them');
  }
  if (/alias/.test(reason)) return at('alias', 'aliases are not allowed in a roster', 'repeat the value itself');
  if (/^unknown .* tag/.test(reason)) return at('tag', 'tags are not allowed in rosters', 'delete it');
  if (reason === tooManySeparators) return at('too-large', `${reason}, which is more than a roster needs`);
  return at('yaml-syntax', reason);
}

/** The values of a large text with their places, of which only those are made that are asked for. */
export function placesIn(text: string, { value, events }: ReadEvents): Placed {
  const ends = endsOf(events);
  const keyAt = (index: number): string => tidy(scalarText(text, events[index] as ScalarEvent));
  const place = (index: number, value: unknown, before: number): Placed => {
    const event = events[index] as Event;
    const span = spanOf(event, before);
    if (event.type === EVENT_ID.SCALAR) return { value, span, plain: isPlain(event), entries: noEntries, items: [] };
    let entries: Placed['entries'] | undefined;
    let items: readonly Placed[] | undefined;
    return {
      value,
      span,
      plain: false,
      get entries() {
        entries ??= event.type === EVENT_ID.MAPPING ? entriesAt(index, value) : noEntries;
        return entries;
      },
      get items() {
        items ??= event.type === EVENT_ID.SEQUENCE ? itemsAt(index, value, span.start) : [];
        return items;
      },
    };
  };
  const entriesAt = (mapping: number, values: unknown): Placed['entries'] => {
    const entries = new Map<string, { key: Span; plain: boolean; node: Placed }>();
    for (let index = mapping + 1; index < (ends[mapping] as number); index = (ends[index + 1] as number) + 1) {
      const name = keyAt(index);
      const key = spanOf(events[index] as Event, 0);
      const before = key.end + (text.charAt(key.end) === ':' ? 1 : 0);
      const node = place(index + 1, (values as Readonly<Record<string, unknown>>)[name], before);
      entries.set(name, { key, plain: isPlain(events[index] as Event), node });
    }
    return entries;
  };
  const itemsAt = (list: number, values: unknown, start: number): Placed[] => {
    const items: Placed[] = [];
    for (let index = list + 1; index < (ends[list] as number); index = (ends[index] as number) + 1)
      items.push(place(index, (values as readonly unknown[])[items.length], start));
    return items;
  };
  return place(1, value, 0);
}

/** For each event the index of the one that ends it: its own for a scalar. */
function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length);
  const open: number[] = [];
  for (const [index, { type }] of events.entries()) {
    if (type === EVENT_ID.POP) ends[open.pop() as number] = index;
    else if (type === EVENT_ID.SCALAR || type === EVENT_ID.ALIAS) ends[index] = index;
    else open.push(index);
  }
  return ends;
}

/** The span of a scalar with its quotes, and of the first character of anything else; `before` is that of nothing. */
function spanOf(event: Event, before: number): Span {
  if (event.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
    const quotes = isQuoted(event) ? 1 : 0;
    return { start: event.valueStart - quotes, end: event.valueEnd + quotes };
  }
  return 'start' in event ? { start: event.start, end: event.start + 1 } : { start: before, end: before };
}

const isQuoted = ({ style }: ScalarEvent): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
const isPlain = (event: Event): boolean => event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
