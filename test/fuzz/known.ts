import type { Finding } from './finding.ts';

/**
 * What is wrong today and known: a pattern for the text by the claim that does not hold. An entry goes when its fault is
 * mended; an empty table is the aim.
 */
const refusedByOne = [
  // Keys of more than 1,024 characters, and an escape beyond Unicode.
  /[^\n]{1024}/,
  /\\U0011/,
  // Tags and anchors in odd places, and what they stand before.
  /[!&]/,
  // A second end of the document in lines that end with carriage returns alone.
  /\r\.\.\./,
  // A text directly behind a quote or a bracket that ends.
  /["'\]}]\w/,
  // A tab before a comment or a colon, and colons without keys.
  /^ *\t/m,
  /: +:/,
];
const readOtherwise = [/[!&].*["'|>]/];

const known: Readonly<Record<string, readonly RegExp[]>> = {
  'what the fast reader accepts the explaining one accepts': refusedByOne,
  'the YAML that the fast reader accepts the explaining one accepts': refusedByOne,
  'both readers read the same': readOtherwise,
  'both readers of YAML read the same': readOtherwise,
};

/** Whether a finding is one of those. */
export const isKnown = ({ claim, text }: Finding): boolean =>
  known[claim]?.some((pattern) => pattern.test(text)) ?? false;
