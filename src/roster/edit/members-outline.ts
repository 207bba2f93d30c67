import { once } from '../../text/once.ts';
import { tidy } from '../../text/suggest.ts';
import { outline } from '../outline/outline.ts';
import { type OutlineItem, type OutlineList, type OutlineMapping, type OutlinePair, under } from '../outline/syntax.ts';
import { isMapping } from '../yaml/cursor.ts';

/** The members in a roster's text. Each is parsed on demand. */
export interface MembersOutline {
  /** Whether they are in braces. */
  readonly flow: boolean;
  /** In the order of the text. */
  readonly codes: readonly string[];
  /** The member at an index of `codes`; undefined outside of them. */
  readonly at: (place: number) => OutlinePair | undefined;
}

/**
 * The members in a text that is sound YAML. If lines alone show where each member begins, only the lines of members
 * that are asked for are parsed; otherwise the whole text is, which is slow.
 *
 * @param value the document as plain values
 * @returns undefined if `members` is missing or not a mapping
 */
export function membersOutline(text: string, value: unknown): MembersOutline | undefined {
  return byLines(text, value) ?? byTree(text);
}

function byTree(text: string): MembersOutline | undefined {
  const members = under(outline(text), 'members')?.value;
  if (members?.kind !== 'mapping') return undefined;
  const { flow, pairs } = members;
  return { flow, codes: pairs.map(({ key }) => key), at: (place) => pairs[place] };
}

/** From so many on the positions of a member are parsed one by one. */
const manyPositions = 100;

/** Lines without indentation, apart from comments, items of lists and `---`. In simple texts each begins a section. */
export const linesAtMargin = /^(?!(?:-|---)(?:\s|$))[^ \t\r\n#].*/gm;
const membersKey = /^(["']?)members\1[ \t]*:[ \t]*(?:[ \t]#.*)?$/;
/** A key without escapes, with its colon. */
const simpleKey = /^(?:"([^"\\]*)"[ \t]*|'([^']*)'[ \t]*|([^"'][^:]*)):(?:[ \t]|$)/;

/**
 * The members of a text in which each begins a line. Every entry of a block begins a line in the block's column. If the
 * number of lines that begin in that column is the number of entries, each of them must be the line of an entry.
 *
 * @returns undefined if lines do not show where members begin
 */
function byLines(text: string, value: unknown): MembersOutline | undefined {
  if (!isMapping(value) || !isMapping(value.members)) return undefined;
  const { members } = value;
  const sections = [...text.matchAll(linesAtMargin)];
  const place = sections.findIndex(([line]) => membersKey.test(line));
  const [section, next] = [sections[place], sections[place + 1]];
  if (section === undefined || sections.length !== Object.keys(value).length) return undefined;
  const from = section.index + section[0].length;
  const end = next?.index ?? text.length;
  const lines = linesOfEntries(text.slice(from, end));
  const codes = lines.flatMap(([line]) => keyIn(line.trimStart())).filter((code) => Object.hasOwn(members, code));
  const count = Object.keys(members).length;
  if (lines.length !== count || codes.length !== count) return undefined;
  const positionsOf = (index: number): readonly unknown[] => {
    const member = members[codes[index] as string];
    return isMapping(member) && Array.isArray(member.positions) ? member.positions : [];
  };
  const starts = [...lines.map(({ index }) => from + index), end];
  return { flow: false, codes, at: outlinesAt(text, starts, positionsOf) };
}

/** The lines of a block that begin in the column of its first line; none where that is behind a tab. */
function linesOfEntries(block: string): RegExpExecArray[] {
  const first = /^[ \t]*[^ \t\r\n#]/m.exec(block)?.[0];
  if (first === undefined || first.includes('\t')) return [];
  const indent = first.length - 1;
  return [...block.matchAll(new RegExp(`^ {${indent}}[^ \\t\\r\\n#].*`, 'gm'))];
}

/** The key at the beginning of a line, as a list of one; empty if there is no simple key. */
export function keyIn(line: string): string[] {
  const [, double, single, plain] = simpleKey.exec(line) ?? [];
  const key = double ?? single ?? plain;
  return key === undefined ? [] : [tidy(key)];
}

/**
 * A function that parses the member at an index, each at most once.
 *
 * @param starts offsets at which members begin, and the end of the last
 * @param positionsOf the positions of the member at an index, as plain values
 */
function outlinesAt(
  text: string,
  starts: readonly number[],
  positionsOf: (place: number) => readonly unknown[],
): MembersOutline['at'] {
  const known: (OutlinePair | undefined)[] = [];
  return (place) => {
    const [start, end] = [starts[place], starts[place + 1]];
    if (start === undefined || end === undefined) return undefined;
    const lines = text.slice(start, end);
    const positions = positionsOf(place);
    known[place] ??=
      (positions.length < manyPositions ? undefined : longHistory(lines, start, positions)) ??
      (outline(lines, start) as OutlineMapping).pairs[0];
    return known[place];
  };
}

/**
 * The outline of a member with many positions, each of which begins a line: item by item, because a syntax tree of all of
 * them takes a hundred times the memory of the text.
 *
 * @param text the lines of the member
 * @param base where they begin in the text of the roster
 * @param positions as plain values
 * @returns undefined if lines do not show where each position begins, or something follows the last one
 */
function longHistory(text: string, base: number, positions: readonly unknown[]): OutlinePair | undefined {
  const [key, ...more] = text.matchAll(/^ +positions:[ \t]*(?:#.*)?$/gm);
  // What an anchor names is known only where all is read.
  if (key === undefined || more.length > 0 || /(?:^|[\s[{,:-])[&*]\S/.test(text)) return undefined;
  const from = key.index + key[0].length;
  const list = text.slice(from);
  const column = /^ *(?=-\s)/m.exec(list)?.[0].length;
  if (column === undefined) return undefined;
  const starts = [...list.matchAll(new RegExp(`^ {${column}}-(?=\\s)`, 'gm'))].map(({ index }) => from + index);
  if (starts.length !== positions.length || new RegExp(`^ {0,${column}}(?:[^ \\t\\r\\n#-]|-\\S)`, 'm').test(list))
    return undefined;
  const [, second = text.length, ...others] = starts;
  const [pair] = (outline(text.slice(0, second), base) as OutlineMapping).pairs;
  const ends = [...others, text.length];
  const rest = starts.slice(1).map((start, index) => itemIn(text.slice(start, ends[index]), base + start));
  const dates = positions.map((position) => {
    const date = isMapping(position) ? position.date : undefined;
    return typeof date === 'string' ? date : undefined;
  });
  return pair && withItems(pair, rest, dates);
}

/** The item in some lines, which are parsed when more than its start is asked for. */
function itemIn(text: string, base: number): OutlineItem {
  const read = once(() => (outline(text, base) as OutlineList).items[0] as OutlineItem);
  return {
    start: base + text.indexOf('-'),
    get end() {
      return read().end;
    },
    get value() {
      return read().value;
    },
  };
}

/** The member with more items in the list that is the last of all in it. */
function withItems(
  member: OutlinePair,
  more: readonly OutlineItem[],
  dates: readonly (string | undefined)[],
): OutlinePair | undefined {
  const value = member.value as OutlineMapping;
  const last = value.pairs.at(-1);
  // The lines may be those of a text.
  if (last?.value.kind !== 'list') return undefined;
  const { end } = more.at(-1) as OutlineItem;
  const history = { ...last, end, value: { ...last.value, end, items: [...last.value.items, ...more], dates } };
  return { ...member, end, value: { ...value, end, pairs: [...value.pairs.slice(0, -1), history] } };
}
