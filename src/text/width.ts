import stringWidth from 'fast-string-width';
import type { Shown } from './escape-controls.ts';

/** Text of characters that take one cell each: the answer for most texts, without the library and its tables. */
const oneCellEach = /^[ -~\u00a1-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*$/;

/** The width of a text in terminal cells. */
export function displayWidth(text: Shown): number {
  if (oneCellEach.test(text)) return text.length;
  // Marks have no width, and the library runs out of stack on millions of them.
  return stringWidth(text.length < mostMarks ? text : text.replace(/\p{M}{1000}/gu, ''));
}

const mostMarks = 1000;

/** Indents and gaps of usual widths, made once. */
const usualSpaces = Array.from({ length: 120 }, (_, count) => ' '.repeat(count) as Shown);

/** A text of `count` spaces. */
export const spaces = (count: number): Shown => usualSpaces[count] ?? (' '.repeat(count) as Shown);

/** The text padded with spaces to a width in cells; a wider text stays as it is. */
export function padEnd(text: Shown, width: number): Shown {
  const missing = width - displayWidth(text);
  return missing > 0 ? ((text + spaces(missing)) as Shown) : text;
}

/**
 * The characters of a text, each with its marks and joiners. Cutting between them keeps escaped text escaped. More than
 * a thousand marks are cut: an expression without a limit runs out of stack on millions of them.
 */
const segmentsOf = (text: Shown): Iterable<Shown> =>
  (text.match(/\P{M}\p{M}{0,1000}(?:\u200d\P{M}\p{M}{0,1000}){0,100}|\p{M}{1,1000}/gu) ?? []) as string[] as Shown[];

/** The longest beginning of a text that fits into `width` cells. */
export function fit(text: Shown, width: number): Shown {
  if (displayWidth(text) <= width) return text;
  if (oneCellEach.test(text)) return text.slice(0, Math.max(0, width)) as Shown;
  let fitted = '';
  let used = 0;
  for (const segment of segmentsOf(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    fitted += segment;
  }
  return fitted as Shown;
}

/** The text cut to at most `width` cells, with an ellipsis if anything was cut. */
export function truncate(text: Shown, width: number, ellipsis = '…' as Shown): Shown {
  if (displayWidth(text) <= width) return text;
  return `${fit(text, Math.max(0, width - displayWidth(ellipsis))).trimEnd()}${ellipsis}` as Shown;
}

/** The text in lines where each character takes one cell and single spaces part the words; undefined if a word is too long. */
function brokenAtSpaces(text: Shown, limit: number): [Shown, ...Shown[]] | undefined {
  if (text.length <= limit) return [text];
  // Most texts take one line or two, and a list that grows gets room for many more.
  const first = text.lastIndexOf(' ', limit);
  if (first > 0 && text.length - first - 1 <= limit)
    return [text.slice(0, first), text.slice(first + 1)] as [Shown, Shown];
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const end = text.lastIndexOf(' ', start + limit);
    if (end <= start) return undefined;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
  return lines as [Shown, ...Shown[]];
}

/**
 * The text in lines of at most `width` cells, broken at spaces, and inside words that are too long for a line. An empty
 * text gives one empty line.
 */
export function wrap(text: Shown, width: number): [Shown, ...Shown[]] {
  const limit = Math.max(1, width);
  if (oneCellEach.test(text) && !/^ | {2}| $/.test(text)) {
    const usual = brokenAtSpaces(text, limit);
    if (usual !== undefined) return usual;
  }
  const lines: Shown[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line as Shown);
    [line, used] = ['', 0];
  };
  const add = (part: string, cells: number): void => {
    line += part;
    used += cells;
  };
  for (const [index, word] of (text.split(' ') as Shown[]).entries()) {
    const cells = displayWidth(word);
    const gap = index > 0 && line !== '' ? 1 : 0;
    if (line !== '' && used + gap + cells > limit) flush();
    else add(' '.repeat(gap), gap);
    if (cells <= limit) {
      add(word, cells);
      continue;
    }
    for (const segment of segmentsOf(word)) {
      const more = displayWidth(segment);
      if (used > 0 && used + more > limit) flush();
      add(segment, more);
    }
  }
  flush();
  return lines as [Shown, ...Shown[]];
}
