/** A change to a text: `put` replaces the text between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** The text after edits in any order, which must not overlap. Insertions at one offset keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let [done, result] = [0, ''];
  for (const { start, end, put } of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + put;
    done = end;
  }
  return result + text.slice(done);
}

/** The start of the line that contains an offset. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charAt(start - 1))) start -= 1;
  return start;
}

/** The end of the line that contains an offset, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charAt(end))) end += 1;
  return end;
}

/** Whether a character is a carriage return or a line feed. */
export const isBreak = (character: string): boolean => character === '\n' || character === '\r';

/** The line break at an offset, or else the first one of the text; empty if it has none. */
export function breakAt(text: string, offset: number): string {
  const at = isBreak(text.charAt(offset)) ? offset : lineEnd(text, 0);
  return text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at);
}

/** The zero-based column of an offset, in UTF-16 units. */
export function columnAt(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The blanks between the start of the line and an offset; undefined if there is anything else. */
export function marginOf(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** The start of the run of spaces and tabs that ends at an offset. */
export function beforeBlanks(text: string, offset: number): number {
  let start = offset;
  while (/[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** An edit that puts a space for tabs between a value and what is before it: the fast reader takes tabs for indentation. */
export function withoutTabs(text: string, offset: number): Edit[] {
  const start = beforeBlanks(text, offset);
  const isBetween = text.slice(start, offset).includes('\t') && marginOf(text, offset) === undefined;
  return isBetween ? [{ start, end: offset, put: ' ' }] : [];
}

/** The end of the run of spaces and tabs that begins at an offset. */
export function afterBlanks(text: string, offset: number): number {
  let end = offset;
  while (/[ \t]/.test(text.charAt(end))) end += 1;
  return end;
}

/** Edits that put a space for blanks with tabs after a closing bracket, which the fast reader takes for indentation too. */
export function withoutTabsAfter(text: string, offset: number): Edit[] {
  const end = afterBlanks(text, offset);
  return text.slice(offset, end).includes('\t') ? [{ start: offset, end, put: ' ' }] : [];
}

/** An edit that removes the tag of a text that comes after it, since a tag of texts cannot stand before anything else. */
export function withoutTag(text: string, tag: { readonly start: number; readonly end: number }): Edit {
  const end = afterBlanks(text, tag.end);
  const start = isBreak(text.charAt(end)) ? beforeBlanks(text, tag.start) : tag.start;
  return { start, end, put: '' };
}

/** An edit that adds lines below the line of an offset. A text without a final line break still has none. */
export function linesBelow(text: string, offset: number, lines: readonly string[]): Edit {
  const end = lineEnd(text, offset);
  const newline = breakAt(text, end);
  return { start: end, end, put: lines.map((line) => newline + line).join('') };
}

/** An edit that adds lines above the line that starts at an offset. */
export function linesAbove(text: string, start: number, lines: readonly string[]): Edit {
  const newline = breakAt(text, lineEnd(text, start));
  return { start, end: start, put: lines.map((line) => line + newline).join('') };
}

/** The text with all lines indented, apart from the first and empty ones. */
export function indentRest(text: string, by: string): string {
  return text.replace(/(\r\n?|\n)(?=[^\r\n])/g, `$1${by}`);
}

/** The end of the comment lines directly below an offset and indented beyond a column; without any, the offset. */
export function afterComments(text: string, offset: number, column: number): number {
  const end = lineEnd(text, offset);
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  const line = text.slice(next, lineEnd(text, next));
  const [, margin] = /^( *)#/.exec(line) ?? [];
  return margin === undefined || margin.length <= column ? offset : afterComments(text, next + line.length, column);
}

/** The start of the comment lines directly above an offset's line and after `from`; without any, of the line itself. */
export function beforeComments(text: string, offset: number, from: number): number {
  const start = lineStart(text, offset);
  const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
  const comment = above > from && /^[ \t]*#/.test(text.slice(above, start));
  return comment ? beforeComments(text, above, from) : start;
}
