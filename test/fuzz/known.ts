import type { Finding } from './finding.ts';

/**
 * What is wrong today and known: a pattern for the text by the claim that does not hold. An entry goes when its fault is
 * mended; an empty table is the aim.
 */
const known: Readonly<Record<string, readonly RegExp[]>> = {
  // Comments behind the colon of a key in braces, and behind the sign of a block scalar.
  'no comment is lost': [/#/],
  // A second move of a member with a tag, refused without a word.
  'recording is answered': [/!/],
  // What is rewritten with a tag or a key over several lines, and a tab before a bracket.
  'what can be recorded in one style can be in every style': [/\t/, /!/, /(?:'[^'\n]*\n[^']*'|"[^"\n]*\n[^"]*")\s*:/],
};

/** Whether a finding is one of those. */
export const isKnown = ({ claim, text }: Finding): boolean =>
  known[claim]?.some((pattern) => pattern.test(text)) ?? false;
