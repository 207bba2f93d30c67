import { type Shown, visible } from '../../text/escape-controls.ts';
import { joinedLines } from '../../text/lines.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { type Layout, narrow, type Painted, painted } from './theme.ts';

const labelWidth = 11;

/** Width of a section's text, in terminal cells. */
export const bodyWidth = ({ width }: Layout): number => (width >= narrow ? width - labelWidth : width - 2);

/** An entry of a section: a line, or a line after a short key in a column of its own. */
export type SectionEntry = Shown | readonly [key: Shown, text: Shown];

/** Entries to the right of a label, or below it in a narrow terminal; no lines without entries. */
export function section(label: string, entries: readonly SectionEntry[], layout: Layout): Generator<Painted> {
  const keys = entries.reduce(
    (most, entry) => (typeof entry === 'string' ? most : Math.max(most, displayWidth(entry[0]) + 2)),
    0,
  );
  const lines = entries.flatMap((entry) => {
    const [key, text] = typeof entry === 'string' ? [undefined, entry] : entry;
    return wrap(text, bodyWidth(layout) - keys).map((line, index) => {
      const head = index === 0 && key !== undefined ? padEnd(key, keys) : spaces(keys);
      return painted`${layout.theme.faint(head)}${line}`;
    });
  });
  return laidOutSection(label, lines, layout);
}

/**
 * Lines that are laid out already, to the right of a label, or below it in a narrow terminal; nothing without lines.
 */
export function* laidOutSection(
  label: string,
  lines: readonly Painted[],
  { width, theme }: Layout,
): Generator<Painted> {
  if (lines.length === 0) return;
  const beside = width >= narrow;
  if (!beside) yield theme.strong(visible(label));
  for (const [index, line] of lines.entries()) {
    if (!beside) yield painted`  ${line}`;
    else if (index > 0) yield painted`${spaces(labelWidth)}${line}`;
    else yield painted`${theme.strong(padEnd(visible(label), labelWidth))}${line}`;
  }
}

/** Spaces before the end of a line; the lookbehind keeps the search linear in long runs of them. */
const trailingSpaces = /(?<! ) +$/gm;

/** Lines in texts of several, without trailing spaces. */
const trimmedLines = (lines: Iterable<Painted>): string[] =>
  joinedLines(lines).map((text) => text.replace(trailingSpaces, ''));

/** The text of an answer: its lines without trailing spaces, each ending in a newline; empty without lines. */
export const linesText = (lines: Iterable<Painted>): Painted => trimmedLines(lines).join('') as Painted;

/** The text of an answer: blocks of lines with an empty line between them; blocks without lines are left out. */
export function blocksText(blocks: readonly Iterable<Painted>[]): Painted {
  const texts = blocks.map(trimmedLines).filter((text) => text.length > 0);
  return texts.flatMap((text, index) => (index === 0 ? text : ['\n', ...text])).join('') as Painted;
}

/** What an answer is about, and the body and the dates: on the right, or below where there is no room. */
export interface Heading {
  readonly title: readonly Painted[];
  readonly below: readonly Painted[];
}

/** The heading of an answer, in two parts where it does not fit into one line. */
export function headingOf(
  { title, body }: { readonly title: string; readonly body?: string },
  dates: string,
  { width, theme }: Pick<Layout, 'width' | 'theme'>,
  separator = ' · ',
): Heading {
  const when = visible([body ?? '', dates].filter((part) => part !== '').join(separator));
  const what = visible(title);
  const gap = width - displayWidth(what) - displayWidth(when);
  if (gap >= 2) return { title: [painted`${theme.strong(what)}${spaces(gap)}${theme.faint(when)}`], below: [] };
  return {
    title: wrap(what, width).map((line) => theme.strong(line)),
    below: when === '' ? [] : wrap(when, width).map((line) => theme.faint(line)),
  };
}

/** The heading of an answer, in one line or more. */
export function headingLines(...heading: Parameters<typeof headingOf>): Painted[] {
  const { title, below } = headingOf(...heading);
  return [...title, ...below];
}
