/*
 * The values of a text in the style of most rosters, in one pass and a third of the library's time.
 *
 * On each line stands a key or a dash, and behind it at most one value: a text as it is or in quotes, or a list or mapping
 * in brackets or braces. Whatever YAML has besides (texts over several lines, escapes, tags, anchors, tabs, documents) is
 * not for this reader: it gives up, and the library reads the text, right or wrong. So it must never give a value that the
 * library would not; `test/behaviour/usual-text.test.ts` and the fuzzer hold it to that.
 */

import { tidy } from '../../text/suggest.ts';
import { reservedKey } from './cursor.ts';

type Mapping = Record<string, unknown>;

/** A character that is not usual: a tab, a carriage return, a control, a surrogate, another end of a line. */
const unusual = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** A key with its colon: in quotes, or without any sign that means something in a key. */
const keyPattern =
  /(?:"[^"\\\n]{0,999}"|'[^'\n]{0,999}'|[^\s\-?:,[\]{}#&*!|>'"%@`.][^\n:#,[\]{}]{0,999}(?<! )):(?![^ \n])/y;
/** A text as it is, on a line of its own: a colon in it has no blank behind it, and a number sign none before it. */
const linePattern = /[^\s\-?:,[\]{}#&*!|>'"%@`][^\n:#]*(?:(?::(?=[^ \n])|(?<! )#)[^\n:#]*)*/y;
/** The same in brackets or braces. */
const partPattern = /[^\s\-?:,[\]{}#&*!|>'"%@`][^\n:#,[\]{}]*(?::[^\s:#,[\]{}][^\n:#,[\]{}]*)*/y;
const singleQuoted = /'[^'\n]*'(?!')/y;
const doubleQuoted = /"[^"\\\n]*"/y;

const deepestUsual = 20;
/** More texts than a roster has; the library has a limit of its own. */
const mostTexts = 2_500_000;

const [newline, blank, quotes, sign, quote, comma, dash] = [10, 32, 34, 35, 39, 44, 45] as const;
const [bracket, bracketEnd, brace, braceEnd] = [91, 93, 123, 125] as const;

/** The mapping in a text; undefined if any of it is not in the usual style. */
export function readUsualText(text: string): Mapping | undefined {
  if (unusual.test(text)) return undefined;
  /** Where the line with content begins that comes next, and how far it is indented; -1 behind the last. */
  let [here, indent] = [0, -1];
  /** Where what was read last ends. */
  let end = 0;
  let depth = 0;
  let texts = 0;

  const has = (pattern: RegExp, at: number): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) end = pattern.lastIndex;
    return found;
  };

  const blanksFrom = (at: number): number => {
    let after = at;
    while (text.charCodeAt(after) === blank) after += 1;
    return after;
  };

  const lineAfter = (at: number): number => {
    const found = text.indexOf('\n', at);
    return found === -1 ? text.length : found + 1;
  };

  /** Goes to the first line with content, from the beginning of a line. */
  const goTo = (from: number): void => {
    let begin = from;
    while (begin < text.length) {
      here = blanksFrom(begin);
      const code = text.charCodeAt(here);
      if (code !== newline && code !== sign && here < text.length) {
        indent = here - begin;
        return;
      }
      begin = lineAfter(here);
    }
    [here, indent] = [text.length, -1];
  };

  /** Goes to the next line with content, if nothing but a comment is left of this one. */
  const endsLine = (): boolean => {
    const at = blanksFrom(end);
    const code = text.charCodeAt(at);
    if (at < text.length && code !== newline && (code !== sign || at === end)) return false;
    goTo(lineAfter(at));
    return true;
  };

  const keyAt = (at: number): string | undefined => {
    if (!has(keyPattern, at)) return undefined;
    const code = text.charCodeAt(at);
    const key = tidy(code === quotes || code === quote ? text.slice(at + 1, end - 2) : text.slice(at, end - 1));
    return key === reservedKey ? undefined : key;
  };

  const scalarAt = (at: number, pattern: RegExp): string | undefined => {
    texts += 1;
    if (texts > mostTexts) return undefined;
    const code = text.charCodeAt(at);
    if (code === quotes || code === quote)
      return has(code === quotes ? doubleQuoted : singleQuoted, at) ? text.slice(at + 1, end - 1) : undefined;
    if (!has(pattern, at)) return undefined;
    while (text.charCodeAt(end - 1) === blank) end -= 1;
    return text.slice(at, end);
  };

  /** A value on one line; `pattern` is that of a text without quotes. */
  const valueAt = (at: number, pattern: RegExp): unknown => {
    const code = text.charCodeAt(at);
    if (code !== bracket && code !== brace) return scalarAt(at, pattern);
    if (depth === deepestUsual) return undefined;
    depth += 1;
    const value = code === bracket ? partsAt(at) : pairsAt(at);
    depth -= 1;
    return value;
  };

  /** Takes one by one what stands between an opening sign and the closing one, separated by commas. */
  const takeEach = (at: number, closing: number, take: (begin: number) => boolean): boolean => {
    let begin = blanksFrom(at + 1);
    if (text.charCodeAt(begin) === closing) {
      end = begin + 1;
      return true;
    }
    while (take(begin)) {
      const after = blanksFrom(end);
      end = after + 1;
      if (text.charCodeAt(after) === closing) return true;
      if (text.charCodeAt(after) !== comma) return false;
      begin = blanksFrom(end);
    }
    return false;
  };

  const partsAt = (at: number): unknown[] | undefined => {
    const parts: unknown[] = [];
    const takePart = (begin: number): boolean => {
      const part = valueAt(begin, partPattern);
      return part !== undefined && parts.push(part) > 0;
    };
    return takeEach(at, bracketEnd, takePart) ? parts : undefined;
  };

  /** A value behind a key in braces, where nothing is an empty text. */
  const pairedAt = (at: number): unknown => {
    const code = text.charCodeAt(at);
    if (code !== comma && code !== braceEnd) return valueAt(at, partPattern);
    end = at;
    return '';
  };

  const pairsAt = (at: number): Mapping | undefined => {
    const pairs: Mapping = {};
    const takePair = (begin: number): boolean => {
      const key = keyAt(begin);
      if (key === undefined || Object.hasOwn(pairs, key)) return false;
      const value = pairedAt(blanksFrom(end));
      pairs[key] = value;
      return value !== undefined;
    };
    return takeEach(at, braceEnd, takePair) ? pairs : undefined;
  };

  /** What stands behind a key or a dash in a column, and on further lines where it is indented more. */
  const valueBehind = (column: number): unknown => {
    const at = blanksFrom(end);
    const code = text.charCodeAt(at);
    if (at < text.length && code !== newline && code !== sign) {
      const value = valueAt(at, linePattern);
      return value !== undefined && endsLine() && indent <= column ? value : undefined;
    }
    if (!endsLine()) return undefined;
    return indent > column ? blockFrom(indent) : '';
  };

  const blockFrom = (column: number): unknown => {
    if (depth === deepestUsual) return undefined;
    depth += 1;
    const value = isDash(here) ? listFrom(column) : mappingFrom(column);
    depth -= 1;
    return value;
  };

  const isDash = (at: number): boolean => text.charCodeAt(at) === dash && text.charCodeAt(at + 1) === blank;

  const mappingFrom = (column: number): Mapping | undefined => {
    const values: Mapping = {};
    do {
      const key = keyAt(here);
      if (key === undefined || Object.hasOwn(values, key)) return undefined;
      const value = valueBehind(column);
      if (value === undefined) return undefined;
      values[key] = value;
    } while (indent === column);
    return indent < column ? values : undefined;
  };

  const listFrom = (column: number): unknown[] | undefined => {
    const items: unknown[] = [];
    do {
      if (!isDash(here)) return undefined;
      end = here + 1;
      const begin = here + 2;
      let item: unknown;
      if (has(keyPattern, begin)) {
        // A mapping that begins behind the dash.
        [here, indent] = [begin, column + 2];
        item = blockFrom(indent);
      } else item = valueBehind(column);
      if (item === undefined) return undefined;
      items.push(item);
    } while (indent === column);
    return indent < column ? items : undefined;
  };

  goTo(0);
  return indent === 0 ? mappingFrom(0) : undefined;
}
