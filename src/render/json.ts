/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A document on two spaces of indentation that ends in a newline. */
export function json(document: Json): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** An exact decimal as a number of JSON; as its digits in text where a double would not keep it. */
export function number(decimal: string): number | string {
  const value = Number(decimal);
  return String(value) === decimal ? value : decimal;
}
