import { tidy } from '../../text/suggest.ts';
import { isMapping } from '../yaml/cursor.ts';
import { type OutlineMapping, type OutlinePair, outline, under } from './syntax.ts';

/** The members of a roster's text, each of them outlined when it is asked for. */
export interface MembersOutline {
  /** They stand in braces. */
  readonly flow: boolean;
  /** In the order of the text. */
  readonly codes: readonly string[];
  /** @returns undefined for a place that no code has */
  readonly at: (place: number) => OutlinePair | undefined;
}

/**
 * The members of a text that is known to be a sound document. A syntax tree of a whole text is slow: where lines alone
 * show which of them belong to which member, only the lines of members that are asked for are read as YAML.
 *
 * @param value the document as plain values
 * @returns undefined where there are no members
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

/** Lines at the margin that begin an entry or break the rules below: no items of lists, and no beginning of a document. */
const linesAtMargin = /^(?!(?:-|---)(?:\s|$))[^ \t\r\n#].*/gm;
const membersKey = /^(["']?)members\1[ \t]*:[ \t]*(?:[ \t]#.*)?$/;
/** A key without escapes, and its colon. */
const simpleKey = /^(?:"([^"\\]*)"[ \t]*|'([^']*)'[ \t]*|([^"'][^:]*)):(?:[ \t]|$)/;

/**
 * Members that each begin on a line of their own. Every entry of a block begins a line in the column of the block: where
 * as many lines begin in that column as there are entries, they are the lines of the entries.
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

/** The lines of a block that begin in the column in which its first one does. */
function linesOfEntries(block: string): RegExpExecArray[] {
  const indent = block.slice(block.search(/^ +[^ \t\r\n#]/m)).search(/[^ ]/);
  return [...block.matchAll(new RegExp(`^ {${indent}}[^ \\t\\r\\n#].*`, 'gm'))];
}

function keyIn(line: string): string[] {
  const [, double, single, plain] = simpleKey.exec(line) ?? [];
  const key = double ?? single ?? plain;
  return key === undefined ? [] : [tidy(key)];
}

/** Outlines of members by their places, each read at most once. @param starts of their lines, and where the last ends */
function outlinesAt(text: string, starts: readonly number[]): MembersOutline['at'] {
  const known: (OutlinePair | undefined)[] = [];
  return (place) => {
    const [start, end] = [starts[place], starts[place + 1]];
    if (start === undefined || end === undefined) return undefined;
    known[place] ??= (outline(text.slice(start, end), start) as OutlineMapping).pairs[0];
    return known[place];
  };
}
