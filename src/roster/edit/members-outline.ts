import { tidy } from '../../text/suggest.ts';
import { outline } from '../outline/outline.ts';
import { type OutlineMapping, type OutlinePair, under } from '../outline/syntax.ts';
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
  return { flow: false, codes, at: outlinesAt(text, [...lines.map(({ index }) => from + index), end]) };
}

/** The lines of a block that begin in the column of its first line. */
function linesOfEntries(block: string): RegExpExecArray[] {
  const indent = block.slice(block.search(/^ +[^ \t\r\n#]/m)).search(/[^ ]/);
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
 */
function outlinesAt(text: string, starts: readonly number[]): MembersOutline['at'] {
  const known: (OutlinePair | undefined)[] = [];
  return (place) => {
    const [start, end] = [starts[place], starts[place + 1]];
    if (start === undefined || end === undefined) return undefined;
    known[place] ??= (outline(text.slice(start, end), start) as OutlineMapping).pairs[0];
    return known[place];
  };
}
