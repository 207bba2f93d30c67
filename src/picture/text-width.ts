/** The width of a character in ems, by kind; the first kind that fits. */
const kinds: readonly (readonly [pattern: RegExp, ems: number])[] = [
  [/[iljtfrI.,:;'| ()!]/, 0.32],
  [/[mwMW%@]/, 0.92],
  [/[A-Z]/, 0.72],
  [/[0-9]/, 0.6],
  [/[ -~]/, 0.57],
  [/\p{M}/u, 0],
  [/[\u00a0-\u058f]/, 0.62],
];

/** Everything else may be as wide as it is high. */
const widest = 1;

const emsOf = (character: string): number => kinds.find(([pattern]) => pattern.test(character))?.[1] ?? widest;

/** The slack for fonts that run wide; with it the estimate is about the width in DejaVu Sans, the widest of the usual ones. */
const slack = { regular: 1.05, bold: 1.18 };

/** The estimated width of a text in pixels. Pictures cannot measure: they are drawn without a browser, too. */
export function widthOf(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return ems * size * (bold ? slack.bold : slack.regular);
}

/** A text that fits into a width, its end replaced by an ellipsis if need be; empty when not even that fits. */
export function cut(text: string, size: number, room: number, bold = false): string {
  if (widthOf(text, size, bold) <= room) return text;
  const left = room - widthOf('…', size, bold);
  if (left < 0) return '';
  let [width, end] = [0, 0];
  for (const character of text) {
    width += widthOf(character, size, bold);
    if (width > left) break;
    end += character.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** A text in lines that fit into a width, at most so many; a word wider than a line is broken, and the last line is cut. */
export function linesOf(text: string, size: number, room: number, most: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1;
    const line = isLast ? cut(rest, size, room, bold) : firstLine(rest, size, room, bold);
    lines.push(line);
    rest = isLast ? '' : rest.slice(line.length).trimStart();
  }
  return lines;
}

/** As many words as fit, or as much of the first as fits. */
function firstLine(text: string, size: number, room: number, bold: boolean): string {
  let [width, end, words] = [0, 0, 0];
  for (const character of text) {
    width += widthOf(character, size, bold);
    if (width > room) return text.slice(0, words > 0 ? words : Math.max(end, character.length));
    if (character === ' ') words = end;
    end += character.length;
  }
  return text;
}
