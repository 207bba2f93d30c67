/** A change of a text: what stands between two offsets gives way to something else. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** The text with all changes made. They do not overlap, and come in any order; of two at one place the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [done, result] = [0, ''];
  for (const { start, end, put } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + put;
    done = end;
  }
  return result + text.slice(done);
}

/** Where the line begins in which an offset lies. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the line ends in which an offset lies, its line break left out. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charAt(end))) end += 1;
  return end;
}

export const isBreak = (character: string): boolean => character === '\n' || character === '\r';

/** The line break at an offset, or else the first of the text: what ends a new line there. */
export function breakAt(text: string, offset: number): string {
  const at = isBreak(text.charAt(offset)) ? offset : lineEnd(text, 0);
  return text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at);
}

/** How far an offset is from the beginning of its line. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** @returns the blanks before an offset when there is nothing else before it on its line; else undefined */
export function marginOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** An offset without the blanks before it. */
export function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (text.charAt(start - 1) === ' ') start -= 1;
  return start;
}

/** New lines below the one in which an offset lies. Where that was the last and had no line break, the new last has none. */
export function linesBelow(text: string, offset: number, lines: readonly string[]): Edit {
  const end = lineEnd(text, offset);
  const newline = breakAt(text, end);
  return { start: end, end, put: lines.map((line) => newline + line).join('') };
}

/** New lines before an offset at the beginning of a line. */
export function linesAbove(text: string, start: number, lines: readonly string[]): Edit {
  const newline = breakAt(text, lineEnd(text, start));
  return { start, end: start, put: lines.map((line) => line + newline).join('') };
}

/** Lines moved to the right, all but the first and those that are empty. */
export function indentRest(text: string, by: string): string {
  return text.replace(/(\r\n?|\n)(?=[^\r\n])/g, `$1${by}`);
}

/** @returns the end of the last of the comments that follow directly on lines of their own, further in than a column; without any the offset */
export function afterComments(text: string, offset: number, column: number): number {
  const end = lineEnd(text, offset);
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const line = text.slice(next, lineEnd(text, next));
  const [, margin] = /^( *)#/.exec(line) ?? [];
  return margin === undefined || margin.length <= column ? offset : afterComments(text, next + line.length, column);
}

/** Where the comments begin that stand directly above a line, at most up to an offset; without any the line itself. */
export function beforeComments(text: string, offset: number, from: number): number {
  const start = lineStart(text, offset);
  const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
  const comment = above > from && /^[ \t]*#/.test(text.slice(above, start));
  return comment ? beforeComments(text, above, from) : start;
}
