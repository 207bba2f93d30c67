import { type Shown, shown, visible } from '../../../text/escape-controls.ts';
import { displayWidth, padEnd, truncate } from '../../../text/width.ts';

/** A mark in a column, and its text. */
export interface Label {
  readonly column: number;
  readonly mark: string;
  readonly text: Shown;
}

/**
 * Labels packed into lines: each text is to the right of its mark, or to the left near the right edge. Empty without
 * labels.
 */
export function labelLines(labels: readonly Label[], columns: number, ellipsis: string): Shown[] {
  const lines: Shown[] = [];
  for (const label of labels) {
    const { start, text } = placed(label, columns, visible(ellipsis));
    const free = lines.findIndex((line) => line === '' || displayWidth(line) + 2 <= start);
    const index = free < 0 ? lines.length : free;
    lines[index] = shown`${padEnd(lines[index] ?? shown``, start)}${text}`;
  }
  return lines;
}

function placed({ column, mark, text }: Label, columns: number, ellipsis: Shown) {
  const [before, after] = [column - 1, columns - column - 2];
  const width = displayWidth(text);
  if (width <= after || (after >= before && after > 0))
    return { start: column, text: shown`${mark} ${truncate(text, after, ellipsis)}` };
  if (before <= 0) return { start: column, text: visible(mark) };
  const cut = truncate(text, before, ellipsis);
  return { start: column - 1 - displayWidth(cut), text: shown`${cut} ${mark}` };
}

/** The items of a legend in as few lines as have room for them. */
export function legendLines(items: readonly Shown[], width: number): Shown[] {
  const lines: Shown[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const longer = last && shown`${last}   ${item}`;
    if (longer !== undefined && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines;
}
