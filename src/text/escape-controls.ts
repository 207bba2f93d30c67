/*
 * Text and numbers without domain: this folder knows no rosters, and every other folder may use it.
 *
 * Texts from files and arguments are untrusted: they may hold escape sequences, line breaks, or characters that hide or
 * reorder what follows. Text for a terminal has the type `Shown`, and the functions of this file are the way to make it
 * from a plain string, so that a forgotten escape does not compile. Measuring, padding and wrapping (`width.ts`) take
 * and give `Shown`. Numbers are exact decimals in text (`decimal.ts`, `numerals.ts`), never floating point.
 */

declare const isShown: unique symbol;

/** Text that is safe to print: nothing from outside in it breaks a line, moves the cursor, hides or reorders text. */
export type Shown = string & { readonly [isShown]: true };

/** Text of common characters that need no escape, for speed. */
const safe = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*$/;

/** A text on one line, with unsafe characters written as `\u{1b}`. Applying it twice changes nothing more. */
export function visible(text: string): Shown {
  if (safe.test(text)) return text as Shown;
  // Controls, line separators, lone surrogates, and invisible or bidirectional formatting; joiners stay.
  const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
  return text
    .replace(/[\t\n\r\v\f]+/g, ' ')
    .replace(unsafe, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`) as Shown;
}

/** A template's text, with every interpolated value escaped. */
export function shown(words: TemplateStringsArray, ...texts: readonly (string | number)[]): Shown {
  let line = words[0] as string;
  for (let index = 0; index < texts.length; index += 1)
    line += visible(String(texts[index])) + (words[index + 1] as string);
  return line as Shown;
}

const encoder = new TextEncoder();

/** Characters that are not printable ASCII, or that could end a link in Markdown, HTML or a terminal. */
const unsafeInAddress = /[^!-~]|["'()<>\\^`{|}]/gu;

/** An address in printable ASCII. All other characters, and those that could end a link, are percent-encoded. */
export function addressText(address: string): string {
  return address.replace(unsafeInAddress, (character) =>
    [...encoder.encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}
