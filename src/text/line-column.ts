/** A place in a text. One-based; columns count characters. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** A text, and the offsets at which its lines start. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Looks for the lines of a text once. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return { text, starts };
}

/** Zero-based index of the line on which an offset lies. */
export function lineIndex({ starts }: Lines, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset is. */
export function lineAndColumnOf(lines: Lines, offset: number): LineAndColumn {
  const index = lineIndex(lines, offset);
  return { line: index + 1, column: [...lines.text.slice(lines.starts[index] ?? 0, offset)].length + 1 };
}
