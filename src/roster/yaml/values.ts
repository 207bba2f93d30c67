/*
 * YAML, without any knowledge of rosters.
 *
 * There are two readers. This file has the fast one: it gives plain values and stops at the first mistake. Most texts are
 * in a style that `usual-text.ts` reads by itself; js-yaml reads all others.
 * `locations.ts` has the slow one, `yaml`: it keeps the place of every key and value and recovers from mistakes. A
 * sound roster, the usual case, is read by the fast one alone; the slow one is loaded only to explain a problem or to
 * edit. If both accept a text, they must give the same values (`docs/decisions/2-two-readers.md`).
 *
 * Both use YAML's failsafe schema, in which every scalar is text. YAML's own guesses would damage what rosters consist
 * of: `NO` would be a boolean, `1.50` the number 1.5, a long identifier a rounded number. The roster format gives a
 * text its meaning by its key instead (`docs/decisions/1-failsafe-scalars.md`).
 *
 * Checks walk the plain values with `cursor.ts`, which remembers the path to a value. `errors.ts` words the mistakes in
 * the YAML itself. `emit.ts` writes YAML.
 */

import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  mapTag,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';
import { tidy } from '../../text/suggest.ts';
import { excessIn, tooManySeparators } from '../limits/separators.ts';
import { reservedKey } from './cursor.ts';
import { doubtIn } from './doubts.ts';
import { readUsualText } from './usual-text.ts';

/** The deepest nesting of mappings and lists that is read. A roster needs ten levels. */
export const deepest = 100;

/** The plain values of a text, or the fast reader's reason for giving up and the offset at which it did. */
export type Values =
  | { readonly value: unknown }
  | { readonly reason: string; readonly offset: number; readonly tooDeep: boolean };

/** The values of a text, with the fast reader's events, which have places. */
export interface ReadEvents {
  readonly value: unknown;
  readonly events: readonly Event[];
}

/** The document as mappings, lists and texts. Aliases, duplicate keys and a text without content are refused. */
export function readValues(text: string): Values {
  const usual = readUsualText(text);
  if (usual !== undefined) return { value: usual };
  const read = readEvents(text);
  return 'value' in read ? { value: read.value } : read;
}

/** The same, with the events that it was read from. */
export function readEvents(text: string): ReadEvents | Exclude<Values, { readonly value: unknown }> {
  try {
    const excess = excessIn(text);
    if (excess !== undefined) return { reason: tooManySeparators, offset: excess, tooDeep: false };
    const events = parseEvents(text, { maxDepth: deepest });
    const doubt = doubtIn(text, events);
    if (doubt !== undefined) return { ...doubt, tooDeep: false };
    return { value: plainDocument(text, events) ?? document(text, events), events };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const tooDeep = error.reason.includes('maxDepth');
    return { reason: error.reason, offset: error.mark?.position ?? 0, tooDeep };
  }
}

/** The reason to refuse a text without content. */
export const noDocument = 'expected one document, but found 0';

/** The one document of a text, by the library. */
function document(text: string, events: Event[]): unknown {
  const documents = constructFromEvents(events, { source: text, schema, maxAliases: 0 });
  if (documents.length === 1) return documents[0];
  throw new YAMLException(`expected one document, but found ${documents.length}`);
}

/** The failsafe schema with tidied keys, so that two spellings of one name are the same key. */
const schema = FAILSAFE_SCHEMA.withTags({
  ...mapTag,
  addPair: (carrier, key, value) => {
    const name = typeof key === 'string' ? tidy(key) : key;
    if (name === reservedKey || (name !== key && mapTag.has(carrier, name))) return 'the key cannot be used';
    return mapTag.addPair(carrier, name, value);
  },
});

type Mapping = Record<string, unknown>;

/**
 * The same of a document without tags, anchors and aliases, in which each key is a text and stands once: in half the time,
 * which is what counts in a roster of many members. It is undefined for any other.
 */
function plainDocument(text: string, events: readonly Event[]): unknown {
  const [beginning] = events;
  if (beginning?.type !== EVENT_ID.DOCUMENT) return undefined;
  const open: (Mapping | unknown[])[] = [];
  let inside: Mapping | unknown[] | undefined;
  let key: string | undefined;
  let root: unknown;
  // The last event ends the document.
  for (let index = 1; index < events.length - 1; index += 1) {
    const event = events[index] as Event;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      inside = open.at(-1);
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.ALIAS) return undefined;
    if (event.tagStart !== -1 || event.anchorStart !== -1) return undefined;
    const value =
      event.type === EVENT_ID.SCALAR
        ? scalarText(text, event)
        : event.type === EVENT_ID.SEQUENCE
          ? []
          : ({} as Mapping);
    if (inside === undefined) root = value;
    else if (Array.isArray(inside)) inside.push(value);
    else if (key !== undefined) {
      inside[key] = value;
      key = undefined;
    } else if (typeof value === 'string') {
      key = tidy(value);
      if (key === reservedKey || Object.hasOwn(inside, key)) return undefined;
      continue;
    } else return undefined;
    if (typeof value === 'string') continue;
    open.push(value);
    inside = value;
  }
  return root;
}

/** The text of a scalar. */
export const scalarText = (text: string, event: ScalarEvent): string =>
  event.fast && event.valueStart !== -1 ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
