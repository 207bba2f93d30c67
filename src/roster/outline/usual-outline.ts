/*
 * The outline of a text as most people write it: keys and dashes each at the beginning of a line, values on the same line
 * or indented below. It is there in a fraction of the time that a syntax tree takes, and of the time to load what makes
 * one. Whatever else there is in a text, there is no answer, and `tree.ts` reads it from the beginning.
 */

import { tidy } from '../../text/suggest.ts';
import type { Extent, Outline, OutlineItem, OutlinePair } from './syntax.ts';

/** Anything but line feeds and common characters that mean nothing to a reader of YAML. */
const unusual = /[^\n -~\u00a1-\u02ff\u2010-\u2027]/;
const emptyLines = /(?: *(?:#.*)?\n)*/y;
const blanks = / */y;
const endOfLine = /(?: *| +#.*)(?:\n|$)/y;
const usualKey = /(?:"[^"\\\n]{1,100}"|'[^'\n]{1,100}'|[A-Za-z_][\w.-]{0,99})(?=:(?: |\n|$))/y;
const doubleQuoted = /"[^"\\\n]*"/y;
const singleQuoted = /'[^'\n]*'(?!')/y;
const inLine = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:(?!: |:$| #).)*/my;
const inBrackets = /[\dA-Za-z\u00a1-\u02ff](?:(?! #)[^\n,[\]{}:])*/y;

const deepest = 50;

/**
 * The outline of a text that is sound YAML, and of the usual form.
 *
 * @param base added to all offsets
 * @returns undefined for any other text
 */
export function usualOutline(text: string, base: number): Outline | undefined {
  if (unusual.test(text)) return undefined;
  /** Where the next line with content has it, and in which column; -1 at the end of the text. */
  let [here, indent] = [0, -1];
  let depth = 0;

  const endOf = (pattern: RegExp, at: number): number | undefined => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };

  const extent = (start: number, end: number): Extent => ({ start: base + start, end: base + end });

  const goTo = (from: number): void => {
    const line = endOf(emptyLines, from) as number;
    here = endOf(blanks, line) as number;
    indent = here === text.length || text[here] === '#' ? -1 : here - line;
  };

  /** A scalar, or a collection in braces or brackets, that ends on the line that it begins on. */
  const valueAt = (at: number, plain: RegExp): Outline | undefined => {
    const first = text[at];
    if (first === '[') return listAt(at);
    if (first === '{') return mappingAt(at);
    const quotes = first === '"' ? doubleQuoted : first === "'" ? singleQuoted : undefined;
    const found = endOf(quotes ?? plain, at);
    if (found === undefined) return undefined;
    if (quotes !== undefined) return { kind: 'text', ...extent(at, found), text: text.slice(at + 1, found - 1) };
    const written = text.slice(at, found).trimEnd();
    return { kind: 'text', ...extent(at, at + written.length), text: written };
  };

  const take = (at: number, closing: string, takeOne: (at: number) => Extent | undefined): number | undefined => {
    let begin = endOf(blanks, at + 1) as number;
    if (text[begin] === closing) return begin + 1;
    depth += 1;
    while (depth < deepest) {
      const one = takeOne(begin);
      if (one === undefined) return undefined;
      const after = endOf(blanks, one.end - base) as number;
      if (text[after] === closing) {
        depth -= 1;
        return after + 1;
      }
      if (text[after] !== ',') return undefined;
      begin = endOf(blanks, after + 1) as number;
    }
    return undefined;
  };

  const listAt = (at: number): Outline | undefined => {
    const items: OutlineItem[] = [];
    const end = take(at, ']', (begin) => {
      const value = valueAt(begin, inBrackets);
      if (value !== undefined) items.push({ start: value.start, end: value.end, value });
      return value;
    });
    return end === undefined ? undefined : { kind: 'list', flow: true, ...extent(at, end), items };
  };

  const mappingAt = (at: number): Outline | undefined => {
    const pairs: OutlinePair[] = [];
    const end = take(at, '}', (begin) => {
      const colon = endOf(usualKey, begin);
      const value = colon === undefined ? undefined : valueAt(endOf(blanks, colon + 1) as number, inBrackets);
      if (colon === undefined || value === undefined) return undefined;
      const pair = pairOf(begin, colon, value);
      pairs.push(pair);
      return pair;
    });
    return end === undefined ? undefined : { kind: 'mapping', flow: true, ...extent(at, end), pairs };
  };

  const pairOf = (begin: number, colon: number, value: Outline): OutlinePair => {
    const quoted = text[begin] === '"';
    const written = quoted || text[begin] === "'" ? text.slice(begin + 1, colon - 1) : text.slice(begin, colon);
    const whole = { start: base + begin, end: value.end };
    return { ...whole, key: tidy(written), name: extent(begin, colon), quoted, colon: true, tag: undefined, value };
  };

  /** What stands behind a colon or a dash in a column, and on further lines where it is indented more. */
  const valueBehind = (mark: number, column: number): Outline | undefined => {
    const empty = endOf(endOfLine, mark);
    if (empty !== undefined) {
      goTo(empty);
      if (indent === column && text[here] === '-' && text[mark - 1] === ':') return undefined;
      return indent > column ? blockFrom(indent) : { kind: 'nothing', ...extent(mark, mark) };
    }
    const begin = endOf(blanks, mark) as number;
    if (text[mark - 1] === '-' && endOf(usualKey, begin) !== undefined) {
      [here, indent] = [begin, column + begin - mark + 1];
      return blockFrom(indent);
    }
    const value = valueAt(begin, inLine);
    const end = value && endOf(endOfLine, value.end - base);
    if (end === undefined) return undefined;
    goTo(end);
    return indent > column ? undefined : value;
  };

  const blockFrom = (column: number): Outline | undefined => {
    const start = here;
    depth += 1;
    const pairs: OutlinePair[] = [];
    const items: OutlineItem[] = [];
    const takeEntry = isDash() ? () => itemInto(items, column) : () => pairInto(pairs, column);
    do if (depth > deepest || !takeEntry()) return undefined;
    while (indent === column);
    depth -= 1;
    if (indent > column) return undefined;
    const { end } = (items.at(-1) ?? pairs.at(-1)) as Extent;
    const whole = { flow: false, start: base + start, end };
    return items.length > 0 ? { kind: 'list', ...whole, items } : { kind: 'mapping', ...whole, pairs };
  };

  const isDash = (): boolean => text[here] === '-' && (text[here + 1] ?? '\n') <= ' ';

  const itemInto = (items: OutlineItem[], column: number): boolean => {
    const start = here;
    const value = isDash() ? valueBehind(start + 1, column) : undefined;
    if (value !== undefined) items.push({ start: base + start, end: value.end, value });
    return value !== undefined;
  };

  const pairInto = (pairs: OutlinePair[], column: number): boolean => {
    const start = here;
    const colon = endOf(usualKey, start);
    const value = colon === undefined ? undefined : valueBehind(colon + 1, column);
    if (colon !== undefined && value !== undefined) pairs.push(pairOf(start, colon, value));
    return value !== undefined;
  };

  goTo(0);
  const whole = indent === -1 ? undefined : blockFrom(indent);
  return indent === -1 ? whole : undefined;
}
