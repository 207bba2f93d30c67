declare const isShown: unique symbol;

/** Escaped text that a terminal may print: nothing foreign in it breaks a line, moves a cursor, hides or reorders. */
export type Shown = string & { readonly [isShown]: true };

/** Text without a character to escape, as most text is. */
const safe = /^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/;

/** Controls, separators of lines, halves of pairs, and what is invisible or turns the direction of text; joiners stay. */
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Any text on one line, with unsafe characters written out as `\u{1b}`. Escaping it again changes nothing. */
export function visible(text: string): Shown {
  if (safe.test(text)) return text as Shown;
  return text
    .replace(/[\t\n\r\v\f]+/g, ' ')
    .replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`) as Shown;
}

/** The text of a template, with every interpolated text escaped. */
export function shown(words: TemplateStringsArray, ...texts: readonly (string | number)[]): Shown {
  return words.reduce((line, word, index) => `${line}${visible(String(texts[index - 1]))}${word}`) as Shown;
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
