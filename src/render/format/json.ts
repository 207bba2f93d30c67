/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');

/** A document indented by two spaces, ending in a newline. */
export function json(document: Json): string {
  // Characters that a terminal might interpret and JSON.stringify leaves alone.
  const unsafe = /[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu;
  return `${JSON.stringify(document, null, 2).replace(unsafe, escaped)}\n`;
}

/** An exact decimal as a JSON number, or as its digits in text when a double would not keep it. */
export function number(decimal: string): number | string {
  const value = Number(decimal);
  return String(value) === decimal && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : decimal;
}
