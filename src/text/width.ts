import stringWidth from 'fast-string-width';
import type { Shown } from './escape-controls.ts';

/** Text of characters that take one cell each. */
const oneCellEach = /^[ -~\u00a1-\u02ff…·█░─│├└]*$/;

/** The width of a text in terminal cells. */
export function displayWidth(text: Shown): number {
  return oneCellEach.test(text) ? text.length : stringWidth(text);
}

/** A text of `count` spaces. */
export const spaces = (count: number): Shown => ' '.repeat(count) as Shown;

/** The text padded with spaces to a width in cells; a wider text stays as it is. */
export function padEnd(text: Shown, width: number): Shown {
  return (text + spaces(Math.max(0, width - displayWidth(text)))) as Shown;
}

/** The characters of a text, each with its marks and joiners. Cutting between them keeps escaped text escaped. */
const segmentsOf = (text: Shown): Iterable<Shown> =>
  (text.match(/\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*|\p{M}+/gu) ?? []) as string[] as Shown[];

/** The longest beginning of a text that fits into `width` cells. */
export function fit(text: Shown, width: number): Shown {
  if (displayWidth(text) <= width) return text;
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

/**
 * The text in lines of at most `width` cells, broken at spaces, and inside words that are too long for a line. An empty
 * text gives one empty line.
 */
export function wrap(text: Shown, width: number): [Shown, ...Shown[]] {
  const limit = Math.max(1, width);
  if (text.length <= limit && !text.startsWith(' ') && oneCellEach.test(text)) return [text];
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
