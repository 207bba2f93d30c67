import { firstIndex } from './sorted.ts';

/** A place in a text. Both numbers are one-based; columns count code points. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** A text and the offsets at which its lines start, in UTF-16 units. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** The lines of a text; an empty text has one. LF, CRLF and a lone CR end a line. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return { text, starts };
}

/** The zero-based index of the line that contains an offset. */
export function lineIndex({ starts }: Lines, offset: number): number {
  return firstIndex(1, starts.length, (index) => (starts[index] ?? 0) > offset) - 1;
}

/** The line and column of an offset. */
export function lineAndColumnOf(lines: Lines, offset: number): LineAndColumn {
  const index = lineIndex(lines, offset);
  return { line: index + 1, column: [...lines.text.slice(lines.starts[index] ?? 0, offset)].length + 1 };
}

/** Lines that are joined at a time. */
const mostAtATime = 500;

/**
 * Lines in texts of several, each line ending in a newline: the pieces that a line is made of need not be kept until all
 * of a hundred thousand lines are there.
 */
export function joinedLines(lines: Iterable<string>): string[] {
  const texts: string[] = [];
  let some: string[] = [];
  const join = (): void => {
    if (some.length > 0) texts.push([...some, ''].join('\n'));
    some = [];
  };
  for (const line of lines) {
    some.push(line);
    if (some.length === mostAtATime) join();
  }
  join();
  return texts;
}
