/**
 * The most commas, colons and lines of a text, each of which may separate two values. A roster of the longest text that is
 * read has fewer.
 */
export const mostSeparators = 5_000_000;

/** The reason to refuse a text with more of them. */
export const tooManySeparators = 'more than 5,000,000 commas, colons and lines';

const [lineFeed, carriageReturn, comma, colon] = [10, 13, 44, 58] as const;

/** Compared one by one: a look into a set for each character takes longer than reading the text. */
const isSeparator = (code: number): boolean =>
  code === lineFeed || code === comma || code === colon || code === carriageReturn;

/** The offset of the first of a text's commas, colons and lines beyond the `most`; undefined if there are no more. */
export function excessIn(text: string, most = mostSeparators): number | undefined {
  if (text.length <= most) return undefined;
  let found = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (isSeparator(text.charCodeAt(offset))) found += 1;
    if (found > most) return offset;
  }
  return undefined;
}
