import type { Span } from '../../model/diagnostic.ts';
import { isMapping } from '../yaml/cursor.ts';
import { locate, type PlacedDocument, placeValues } from '../yaml/locations.ts';
import type { Location } from '../yaml/problem.ts';

/** The span of a place in a text, or undefined where another way to find it is needed. */
export type FindSpan = (location: Location) => Span | undefined;

type Key = string | number | undefined;
type FindLines = (key: Key) => Span | undefined;
type Mapping = Readonly<Record<string, unknown>>;

/** Lines without indentation, apart from comments, items of lists and `---`. */
const atMargin = /^(?!(?:-|---)(?:\s|$))[^ \t\r\n#].*/gm;
/** Where a document in braces begins, or one on the line of its `---`. */
const notABlock = /^(?:---[ \t]+[^\s#]|\{)/m;
/** A line with a key alone. */
const keyAlone = /^(?:"[^"\\]*"|'[^']*'|[^"'{}[\],&*#?|>%@`!:]+)[ \t]*:[ \t]*(?:[ \t]#.*)?$/;
/** The indentation of the first line of a block, and its first character. */
const firstLine = /^( +)([^ \t\r\n#])/m;

/**
 * A function that finds a place by parsing only the section that it is in, or the entry of that section.
 *
 * Every entry of a block begins a line in the block's column. If the number of lines that begin in that column is the
 * number of entries, each of them is the line of an entry, and what is between two such lines can be parsed by itself.
 *
 * @param text sound YAML
 * @param value the document as plain values
 */
export function spansByLines(text: string, value: unknown): FindSpan {
  if (!isMapping(value) || notABlock.test(text)) return nowhere;
  const sectionLines = linesOf(text, { start: 0, end: text.length }, atMargin, value);
  const entryLines = remembering((key: string): FindLines => {
    const [section, lines] = [value[key], sectionLines(key)];
    return isMapping(section) && lines !== undefined ? linesOfEntries(text, lines, section) : nowhere;
  });
  const parsed = remembering((start: number, end: number): PlacedDocument => placeValues(text.slice(start, end)));
  return ({ path, at }) => {
    const [section, entry] = path;
    const inSection = entryLines(String(section), 0)(entry);
    const lines = inSection ?? sectionLines(section);
    if (lines === undefined) return undefined;
    const inside = inSection === undefined ? path : path.slice(1);
    const { root, diagnostics } = parsed(lines.start, lines.end);
    // Keys that look like numbers have another order in a mapping than in the text.
    if (diagnostics.length > 0 || !root.entries.has(String(inside[0]))) return undefined;
    const { start, end } = locate(root, { path: inside, at });
    return { start: start + lines.start, end: end + lines.start };
  };
}

const nowhere = (): undefined => undefined;

/** The lines of the entries of a section that is a block below its key. */
function linesOfEntries(text: string, { start, end }: Span, section: Mapping): FindLines {
  const [key] = /^.*/.exec(text.slice(start, end)) as RegExpExecArray;
  const [, indent = '', first = '{'] = firstLine.exec(text.slice(start + key.length, end)) ?? [];
  if (!keyAlone.test(key) || '{[&!'.includes(first)) return nowhere;
  const lines = new RegExp(`^ {${indent.length}}[^ \\t\\r\\n#].*`, 'gm');
  return linesOf(text, { start: start + key.length, end }, lines, section);
}

/** The lines of each entry of a mapping; none if lines do not show where they begin. */
function linesOf(text: string, { start, end }: Span, lines: RegExp, mapping: Mapping): FindLines {
  const starts = [...text.slice(start, end).matchAll(lines)].map(({ index }) => start + index);
  const keys = Object.keys(mapping);
  if (starts.length !== keys.length) return nowhere;
  const found = new Map(
    keys.map((key, place) => [key, { start: starts[place] as number, end: starts[place + 1] ?? end }]),
  );
  return (key) => found.get(String(key));
}

/** A function that gives the same answer again for the same first argument. */
function remembering<K, T>(make: (key: K, more: number) => T): (key: K, more: number) => T {
  const known = new Map<K, T>();
  return (key, more) => {
    const answer = known.get(key) ?? make(key, more);
    known.set(key, answer);
    return answer;
  };
}
