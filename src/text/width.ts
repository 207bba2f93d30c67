import stringWidth from 'fast-string-width';

/** How many cells of a terminal a text takes; it must be visible. */
export function displayWidth(text: string): number {
  return /^[ -~\u00a1-\u02ff…·█░─│├└]*$/.test(text) ? text.length : stringWidth(text);
}

/** The text with spaces after it until it is so many cells wide. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

const segmentsOf = (text: string): Iterable<string> => text.match(/\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*|\p{M}+/gu) ?? [];

/** The longest beginning of a text that fits into so many cells. */
export function fit(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let fitted = '';
  let used = 0;
  for (const segment of segmentsOf(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    fitted += segment;
  }
  return fitted;
}

/** The text cut to so many cells, with an ellipsis where something was cut. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  return displayWidth(text) <= width
    ? text
    : `${fit(text, Math.max(0, width - displayWidth(ellipsis))).trimEnd()}${ellipsis}`;
}

/**
 * The text in lines of at most so many cells, broken at spaces, and inside a word where the word alone is too long.
 * An empty text gives one empty line.
 */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(1, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = (): void => {
    lines.push(line);
    [line, used] = ['', 0];
  };
  const add = (part: string, cells: number): void => {
    line += part;
    used += cells;
  };
  for (const [index, word] of text.split(' ').entries()) {
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
  return lines;
}
