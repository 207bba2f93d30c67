/** Controls, separators of lines, halves of pairs, and what is invisible or turns the direction of text; joiners stay. */
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text that is not ours on one line, with what could move a cursor, hide or reorder written out as `\u{1b}`. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r\v\f]+/g, ' ')
    .replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
