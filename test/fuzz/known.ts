import type { Finding } from './finding.ts';

/**
 * What is wrong today and known: a pattern for the text by the claim that does not hold. An entry goes when its fault is
 * mended; an empty table is the aim.
 */
const known: Readonly<Record<string, readonly RegExp[]>> = {
  'both readers read the same': [
    // An escaped line break before an empty line.
    /\\(?:\r\n?|\n)[ \t]*[\r\n]/,
  ],
  'what the fast reader accepts the explaining one accepts': [
    /\\(?:\r\n?|\n)[ \t]*[\r\n]/,
    // Anchors that end in a colon, and anchors and tags in odd places.
    /[&!]/,
    // Lines of a tab alone, and a second end of the document.
    /^ *\t/m,
    /\.\.\.[\s\S]*\.\.\./,
  ],
  // Comments behind the colon of a key in braces, and behind the sign of a block scalar.
  'no comment is lost': [/#/],
  // What is rewritten with a tag or a key over several lines, and a tab before a bracket.
  'what can be recorded in one style can be in every style': [/\t/, /!/, /(?:'[^'\n]*\n[^']*'|"[^"\n]*\n[^"]*")\s*:/],
};

/** Whether a finding is one of those. */
export const isKnown = ({ claim, text }: Finding): boolean =>
  known[claim]?.some((pattern) => pattern.test(text)) ?? false;
