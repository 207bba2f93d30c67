import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** What readers of YAML do not agree about, and its offset in the text. */
export interface Doubt {
  readonly reason: string;
  readonly offset: number;
}

/**
 * The first thing in a text that readers of YAML take in different ways; undefined for a text that means one thing to all.
 *
 * A roster is also read by editors, by other programs and by the slow reader here. What these would read otherwise, or not
 * at all, is refused, even where the standard is clear.
 */
export function doubtIn(text: string, events: readonly Event[]): Doubt | undefined {
  let before: Event | undefined;
  for (const event of events) {
    const doubt = doubtAbout(text, event, before);
    if (doubt !== undefined) return doubt;
    before = event;
  }
  return secondEnd(text, events);
}

const doubtAbout = (text: string, event: Event, before: Event | undefined): Doubt | undefined => {
  if (event.type === EVENT_ID.SCALAR && event.tagStart === -1 && event.anchorStart === -1)
    return event.fast ? undefined : aboutScalar(text, event);
  return event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING
    ? (aboutProperties(text, event, before) ?? aboutCollection(text, event, before))
    : undefined;
};

type Node = Extract<Event, { readonly tagStart: number }>;

const escapedBreak = /\\(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;
const blankWithTab = /^ *\t[ \t]*$/m;

function aboutScalar(text: string, { style, valueStart, valueEnd }: ScalarEvent): Doubt | undefined {
  const written = valueStart === -1 ? '' : text.slice(valueStart, valueEnd);
  if (style === SCALAR_STYLE.DOUBLE_QUOTED) {
    const found = escapedBreak.exec(written);
    return found === null
      ? undefined
      : { reason: 'a backslash at the end of a line, and an empty line after it', offset: valueStart + found.index };
  }
  if (style !== SCALAR_STYLE.LITERAL_BLOCK && style !== SCALAR_STYLE.FOLDED_BLOCK) return undefined;
  const found = blankWithTab.exec(written);
  return found === null ? undefined : { reason: 'a line of blanks with a tab', offset: valueStart + found.index };
}

/** Tags and anchors that one reader takes for the mapping and the other for its key, or not at all. */
function aboutProperties(text: string, event: Node, before: Event | undefined): Doubt | undefined {
  const { tagStart, tagEnd, anchorStart, anchorEnd } = event;
  if (anchorStart !== -1 && text.charAt(anchorEnd - 1) === ':')
    return { reason: 'the name of an anchor ends with a colon', offset: anchorStart };
  if (tagStart === -1 && anchorStart === -1) return undefined;
  const offset = tagStart === -1 ? anchorStart - 1 : tagStart;
  if (event.type === EVENT_ID.SCALAR && event.valueStart === -1 && tagStart !== -1)
    return { reason: 'a tag with nothing behind it', offset };
  const begins =
    before?.type === EVENT_ID.MAPPING && before.style === COLLECTION_STYLE.BLOCK ? before.start : undefined;
  const isBare = tagStart !== -1 && tagEnd - tagStart === 1;
  return (begins !== undefined && !isFirstInLine(text, begins)) || (isBare && isKey(text, event))
    ? { reason: 'a tag or an anchor before a key', offset }
    : undefined;
}

const isKey = (text: string, event: Node): boolean =>
  event.type === EVENT_ID.SCALAR && /^["']?[ \t]*:/.test(text.slice(event.valueEnd, event.valueEnd + longestGap));
const longestGap = 100;

/** A list or mapping on the line of a colon that follows no key. */
function aboutCollection(text: string, event: Node, before: Event | undefined): Doubt | undefined {
  if (event.type === EVENT_ID.SCALAR || before?.type !== EVENT_ID.SCALAR || before.valueStart !== -1) return undefined;
  return /^[ ?-]*:[ \t]*$/.test(lineBefore(text, event.start))
    ? { reason: 'a colon without a key before it', offset: event.start }
    : undefined;
}

const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
const isFirstInLine = (text: string, offset: number): boolean => /^[ ?-]*$/.test(lineBefore(text, offset));

/** A second end of the document. Those before all content end nothing. */
function secondEnd(text: string, events: readonly Event[]): Doubt | undefined {
  if (!text.includes('\n...')) return undefined;
  const [, first] = events;
  const begins = first === undefined || !('tagStart' in first) ? 0 : 'start' in first ? first.start : first.valueStart;
  const ends = /^\.\.\.(?=\s|$)/gm;
  ends.lastIndex = Math.max(0, begins);
  const second = ends.exec(text) === null ? null : ends.exec(text);
  return second === null ? undefined : { reason: 'a second end of the document', offset: second.index };
}
