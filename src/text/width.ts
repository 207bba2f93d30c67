import stringWidth from 'fast-string-width';
import type { Shown } from './escape-controls.ts';

/** How many cells of a terminal a text takes. */
export function displayWidth(text: Shown): number {
  return /^[ -~\u00a1-\u02ff…·█░─│├└]*$/.test(text) ? text.length : stringWidth(text);
}

/** That many spaces. */
export const spaces = (count: number): Shown => ' '.repeat(count) as Shown;

/** The text with spaces after it until it is so many cells wide. */
export function padEnd(text: Shown, width: number): Shown {
  return (text + spaces(Math.max(0, width - displayWidth(text)))) as Shown;
}

/** Characters with their marks and joiners. Escaped text cut between two of them is still escaped. */
const segmentsOf = (text: Shown): Iterable<Shown> =>
  (text.match(/\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*|\p{M}+/gu) ?? []) as string[] as Shown[];

/** The longest beginning of a text that fits into so many cells. */
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

/** The text cut to so many cells, with an ellipsis where something was cut. */
export function truncate(text: Shown, width: number, ellipsis = '…' as Shown): Shown {
  if (displayWidth(text) <= width) return text;
  return `${fit(text, Math.max(0, width - displayWidth(ellipsis))).trimEnd()}${ellipsis}` as Shown;
}

/**
 * The text in lines of at most so many cells, broken at spaces, and inside a word where the word alone is too long.
 * An empty text gives one empty line.
 */
export function wrap(text: Shown, width: number): [Shown, ...Shown[]] {
  const limit = Math.max(1, width);
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
