/** Controls, separators of lines, halves of pairs, and what is invisible or turns the direction of text; joiners stay. */
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text that is not ours on one line, with what could move a cursor, hide or reorder written out as `\u{1b}`. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r\v\f]+/g, ' ')
    .replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const encoder = new TextEncoder();

/** What no address needs as it is, and what Markdown, HTML or a terminal might take for an end. */
const unsafeInAddress = /[^!-~]|["'()<>\\^`{|}]/gu;

/** An address in printable ASCII: everything else, and all that could end a link, is written as bytes in percent. */
export function addressText(address: string): string {
  return address.replace(unsafeInAddress, (character) =>
    [...encoder.encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
