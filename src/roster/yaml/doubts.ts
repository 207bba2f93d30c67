import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { linesBefore } from './line-before.ts';

/** What readers of YAML do not agree about, and its offset in the text. */
export interface Doubt {
  readonly reason: string;
  readonly offset: number;
}

/** An event of a text, scalar or collection, and where it stands. */
interface Place {
  readonly node: Node;
  /** The event before it. */
  readonly before: Event | undefined;
  readonly isKey: boolean;
  /** Whether it stands in a mapping on lines of its own, not in braces. */
  readonly inBlock: boolean;
  /** What stands before an offset on its line. */
  readonly lineBefore: (offset: number) => string;
}

type Node = Extract<Event, { readonly tagStart: number }>;

interface Open {
  readonly isMapping: boolean;
  readonly isBlock: boolean;
  wantsKey: boolean;
}

/**
 * The first thing in a text that readers of YAML take in different ways; undefined for a text that means one thing to all.
 *
 * A roster is also read by editors, by other programs and by the slow reader here. What these would read otherwise, or not
 * at all, is refused, even where the standard is clear.
 */
export function doubtIn(text: string, events: readonly Event[]): Doubt | undefined {
  const linesWithMarks = linesBefore(text);
  // A byte order mark takes no column.
  const lineBefore = (offset: number): string => linesWithMarks(offset).replace(/^\ufeff/, '');
  const open: Open[] = [];
  let before: Event | undefined;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) open.pop();
    else if (event.type === EVENT_ID.DOCUMENT) open.push({ isMapping: false, isBlock: true, wantsKey: false });
    else {
      const around = open.at(-1) as Open;
      const isKey = around.isMapping && around.wantsKey;
      around.wantsKey = !isKey;
      if (event.type !== EVENT_ID.ALIAS) {
        const inBlock = around.isMapping && around.isBlock;
        const isQuick = !isKey && event.type === EVENT_ID.SCALAR && event.fast && !hasProperties(event);
        const doubt = isQuick ? undefined : doubtAbout(text, { node: event, before, isKey, inBlock, lineBefore });
        if (doubt !== undefined) return doubt;
        if (event.type !== EVENT_ID.SCALAR) {
          const isMapping = event.type === EVENT_ID.MAPPING;
          open.push({ isMapping, isBlock: event.style === COLLECTION_STYLE.BLOCK, wantsKey: true });
        }
      }
    }
    before = event;
  }
  return indentedStart(text) ?? tabBeforeColon(text) ?? secondEnd(text, events);
}

const hasProperties = ({ tagStart, anchorStart }: Node): boolean => tagStart !== -1 || anchorStart !== -1;

function doubtAbout(text: string, place: Place): Doubt | undefined {
  const { node, isKey } = place;
  return (
    (isKey ? aboutKey(text, place) : undefined) ??
    (hasProperties(node) ? aboutProperties(text, place) : undefined) ??
    (node.type === EVENT_ID.SCALAR ? (node.fast ? undefined : aboutScalar(text, node)) : aboutCollection(place))
  );
}

/** The longest key on a line, by YAML itself. */
const longestKey = 1024;

function aboutKey(text: string, place: Place): Doubt | undefined {
  const { node, before, inBlock, lineBefore } = place;
  if (node.type !== EVENT_ID.SCALAR || node.valueStart === -1) return undefined;
  const { valueStart, valueEnd } = node;
  if (valueEnd - valueStart > longestKey && isImplicit(text, place))
    return { reason: 'a key of more than 1,024 characters', offset: valueStart };
  if (!inBlock || before?.type !== EVENT_ID.POP || /^[ \t]*(?:[?&!].*)?["']?$/.test(lineBefore(valueStart)))
    return undefined;
  return { reason: 'a key behind the end of a list or mapping', offset: valueStart };
}

/** Whether a key has neither a question mark before it nor the braces of its mapping around it. */
function isImplicit(text: string, { node, before, inBlock, lineBefore }: Place): boolean {
  if (inBlock) return node.type === EVENT_ID.SCALAR && !/\?[ \t]+["']?$/.test(lineBefore(node.valueStart));
  return before?.type === EVENT_ID.MAPPING && text.charAt(before.start) !== '{';
}

/** Tags and anchors that one reader takes for the mapping and the other for its key, or not at all. */
function aboutProperties(text: string, { node, before, isKey, lineBefore }: Place): Doubt | undefined {
  const { tagStart, tagEnd, anchorStart, anchorEnd } = node;
  if (anchorStart !== -1 && text.charAt(anchorEnd - 1) === ':')
    return { reason: 'the name of an anchor ends with a colon', offset: anchorStart };
  const offset = Math.min(...[tagStart, anchorStart - 1].filter((start) => start >= 0));
  if (/^ *\t/.test(lineBefore(offset)) || isBehindTabbedMark(text, offset))
    return { reason: 'a tab before a tag or an anchor', offset };
  const tag = tagStart === -1 ? '' : text.slice(tagStart, tagEnd);
  if (node.type === EVENT_ID.SCALAR && (node.valueStart === -1 || /(?:map|seq)>?$/.test(tag)))
    return { reason: 'a tag or an anchor with nothing behind it that it could be of', offset };
  const begins =
    before?.type === EVENT_ID.MAPPING && before.style === COLLECTION_STYLE.BLOCK ? before.start : undefined;
  return (isKey && tag === '!') || (begins !== undefined && !/^[ ?-]*$/.test(lineBefore(begins)))
    ? { reason: 'a tag or an anchor before a key', offset }
    : undefined;
}

/** Whether there is a dash or a question mark before an offset, and a tab between. */
function isBehindTabbedMark(text: string, offset: number): boolean {
  let mark = offset - 1;
  while (text[mark] === ' ' || text[mark] === '\t') mark -= 1;
  const isMark = /[-?]/.test(text.charAt(mark)) && /^\s?$/.test(text.charAt(mark - 1));
  return isMark && text.slice(mark, offset).includes('\t');
}

const escapedBreak = /(?<!\\)(?:\\\\)*\\(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;
const escapeBeyond = /(?<!\\)(?:\\\\)*\\U(?!000|0010)/;
const blankWithTab = /^ *\t[ \t]*$/m;
const commentBehindTab = /^(?:[ \t]*[\r\n])* *\t[ \t]*#/;

function aboutScalar(text: string, { style, valueStart, valueEnd }: ScalarEvent): Doubt | undefined {
  const written = valueStart === -1 ? '' : text.slice(valueStart, valueEnd);
  const first = (pattern: RegExp, reason: string): Doubt | undefined => {
    const found = pattern.exec(written);
    return found === null ? undefined : { reason, offset: valueStart + found.index };
  };
  if (style === SCALAR_STYLE.DOUBLE_QUOTED) {
    return (
      first(escapedBreak, 'a backslash at the end of a line, and an empty line after it') ??
      first(escapeBeyond, 'an escape that is not a Unicode character')
    );
  }
  if (style !== SCALAR_STYLE.LITERAL_BLOCK && style !== SCALAR_STYLE.FOLDED_BLOCK) return undefined;
  const behind = text.slice(valueEnd, valueEnd + longestKey);
  const isTabbed = valueStart !== -1 && commentBehindTab.test(behind);
  return (
    first(blankWithTab, 'a line of blanks with a tab') ??
    (isTabbed ? { reason: 'a tab before a comment', offset: valueEnd + behind.indexOf('\t') } : undefined)
  );
}

/** A list or mapping on the line of a colon that follows no key. */
function aboutCollection({ node, before, lineBefore }: Place): Doubt | undefined {
  if (node.type === EVENT_ID.SCALAR || before?.type !== EVENT_ID.SCALAR || before.valueStart !== -1) return undefined;
  return /^[ ?-]*:[ \t]*$/.test(lineBefore(node.start))
    ? { reason: 'a colon without a key before it', offset: node.start }
    : undefined;
}

/** Dashes that begin the document, though not in the first column. */
function indentedStart(text: string): Doubt | undefined {
  const found = /^\ufeff?(?:[ \t]*(?:[#%].*)?[\r\n])*[ \t]+(?=---(?:\s|$))/.exec(text);
  return found === null ? undefined : { reason: 'the start of a document that is indented', offset: found[0].length };
}

/** A tab before the colon of a key that a question mark has begun. */
function tabBeforeColon(text: string): Doubt | undefined {
  const found = text.includes('\t') ? /^\ufeff?[ -]*\?\s(?:.*[\r\n])?[ ]*\t[ \t]*:(?=\s|$)/m.exec(text) : null;
  return found === null ? undefined : { reason: 'a tab before a colon', offset: found.index };
}

/** A second end of the document. Those before all content end nothing. */
function secondEnd(text: string, events: readonly Event[]): Doubt | undefined {
  if (!/[\r\n]\.\.\./.test(text)) return undefined;
  const [, first] = events;
  const begins = first === undefined || !('tagStart' in first) ? 0 : 'start' in first ? first.start : first.valueStart;
  // Behind the first, a byte order mark may begin a line.
  const ends = /^\ufeff?\.\.\.(?=\s|$)/gm;
  ends.lastIndex = Math.max(0, begins);
  const second = ends.exec(text) === null ? null : ends.exec(text);
  return second === null ? undefined : { reason: 'a second end of the document', offset: second.index };
}
