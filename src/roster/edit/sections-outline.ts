import { outline } from '../outline/outline.ts';
import type { OutlineMapping, OutlinePair } from '../outline/syntax.ts';
import { isMapping } from '../yaml/cursor.ts';
import { keyIn, linesAtMargin } from './members-outline.ts';
import { lineStart } from './text-edits.ts';

/** A section of a roster's text, such as `claims:`. */
export interface Section {
  readonly key: string;
  readonly start: number;
  /** Where its last line with anything in it ends that is not a comment at the margin; in braces, its value. */
  readonly end: number;
  /** It is read as YAML when it is asked for. */
  readonly pair: () => OutlinePair;
}

/** The sections of a roster's text, in their order. */
export interface Sections {
  /** All of them in braces; undefined in a block. */
  readonly braces: OutlineMapping | undefined;
  readonly all: readonly Section[];
}

/**
 * The sections of a text that is known to be a sound document, by their lines where those alone show which they are.
 *
 * @param value the document as plain values
 * @returns undefined where it is no mapping
 */
export function sectionsOutline(text: string, value: unknown): Sections | undefined {
  if (!isMapping(value)) return undefined;
  const lines = [...text.matchAll(linesAtMargin)];
  const keys = lines.flatMap(([line]) => keyIn(line));
  const known = new Set(keys.filter((key) => Object.hasOwn(value, key)));
  const count = Object.keys(value).length;
  if (lines.length !== count || keys.length !== count || known.size !== count) return byTree(text);
  const all = lines.map(({ index: start }, place): Section => {
    const slice = text.slice(start, lines[place + 1]?.index ?? text.length);
    const pair = (): OutlinePair => (outline(slice, start) as OutlineMapping).pairs[0] as OutlinePair;
    return { key: keys[place] as string, start, end: start + endOfContent(slice), pair };
  });
  return { braces: undefined, all };
}

/** The end of a section's last line that is neither empty nor a comment at the margin; its first line is the key's. */
function endOfContent(slice: string): number {
  let end = slice.length;
  let start = lineStart(slice, end);
  while (start > 0 && !/^(?!#).*\S/.test(slice.slice(start, end))) {
    end = start - (slice.startsWith('\r\n', start - 2) ? 2 : 1);
    start = lineStart(slice, end);
  }
  return end;
}

/** The sections from the syntax tree of a text whose values are a mapping. */
function byTree(text: string): Sections {
  const whole = outline(text) as OutlineMapping;
  const all = whole.pairs.map((pair) => ({ key: pair.key, start: pair.start, end: pair.end, pair: () => pair }));
  return { braces: whole.flow ? whole : undefined, all };
}
