import { bare } from './other-words.ts';

/** Words for each kind of bound, as the beginning of a text. */
const comparisonWords: readonly (readonly [key: string, words: RegExp])[] = [
  ['more-than', /^(?:more than|over|above|greater than|exceeding|> ?(?!=)) ?/],
  ['at-least', /^(?:at least|no fewer than|no less than|not less than|minimum|min|>=|≥) ?/],
  ['at-most', /^(?:at most|up to|no more than|not more than|maximum|max|<=|≤) ?/],
  ['fewer-than', /^(?:fewer than|less than|under|below|< ?(?!=)) ?/],
];

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
};

const isMajority = /^(?:an? )?(?:simple |absolute |overall |plain )?majority$|^most$/;
const isLarge = /^(?:an? )?(?:super ?|qualified |special |large |reinforced )majority$/;

/** Whom a part is of, at the end of a text. */
const ofVotes = / of (?:the |all )?(?:votes(?: cast)?|voters|those (?:voting|who vote|that vote)|ballots)$/;
const ofMembers = / of (?:the |all )?(?:members|them|countries|states|total|membership)$/;

/** A bound as it was meant. */
interface MeantBound {
  /** The kind of bound, if the text says which. */
  readonly key?: string;
  /** As a roster has it: `2/3`. */
  readonly amount: string;
}

/**
 * The hint for a text that is meant as a bound, such as `50% plus 1` or `two thirds of the votes`.
 *
 * @returns undefined if nobody can say what it means
 */
export function boundHint(text: string): string | undefined {
  if (isLarge.test(bare(text))) return 'say how large it is: at-least: 2/3 or at-least: 60%';
  const { meant, base } = partsOf(text);
  if (meant === undefined) return undefined;
  const written = meant.key === undefined ? meant.amount : `${meant.key}: ${meant.amount}`;
  return `write ${written}${base === undefined ? '' : `, and ${base}`}`;
}

/** The criterion that a text means by itself, as YAML; undefined if nobody can say. */
export function criterionIn(text: string): string | undefined {
  const { meant, base } = partsOf(text);
  return meant && `{ ${[`${meant.key ?? 'at-least'}: ${meant.amount}`, ...(base ? [base] : [])].join(', ')} }`;
}

function partsOf(text: string): { readonly meant: MeantBound | undefined; readonly base: string | undefined } {
  const words = bare(text);
  const meant = boundIn(words.replace(ofVotes, '').replace(ofMembers, ''));
  return { meant, base: ofVotes.test(words) ? 'of: votes' : undefined };
}

function boundIn(words: string): MeantBound | undefined {
  if (isMajority.test(words)) return { key: 'more-than', amount: '1/2' };
  const share = amountBefore(words, /^(.+?) ?(?:\+|plus|and) ?(?:1|one)$/);
  if (share !== undefined) return /[%/]/.test(share) ? { key: 'more-than', amount: share } : undefined;
  const least = amountBefore(words, /^(.+?) ?\+$/);
  if (least !== undefined) return { key: 'at-least', amount: least };
  for (const [key, beginning] of comparisonWords) {
    const amount = beginning.test(words) ? amountIn(words.replace(beginning, '')) : undefined;
    if (amount !== undefined) return { key, amount };
  }
  const amount = amountIn(words);
  return amount === undefined ? undefined : { amount };
}

function amountBefore(words: string, form: RegExp): string | undefined {
  const [, before] = form.exec(words) ?? [];
  return before === undefined ? undefined : amountIn(before);
}

/** An amount in words, as a roster has it. */
function amountIn(words: string): string | undefined {
  if (/^\d+(?:\.\d+)?%?$|^\d+\/\d+$|^all$/.test(words)) return words;
  if (/^(?:everybody|everyone|unanimous|unanimity|unanimously|all members|every member|the whole)$/.test(words))
    return 'all';
  if (/^(?:none|nobody|no one|nil)$/.test(words)) return '0';
  const number = numberWords.indexOf(words);
  if (number >= 0) return `${number}`;
  const [, percent] = /^(\d+(?:[.,]\d+)?) ?(?:%|per ?cent|pct|pc)$/.exec(words) ?? [];
  if (percent !== undefined) return `${percent.replace(',', '.')}%`;
  const [, rest] = /^(?:all|everybody|everyone) (?:but|except|minus|-) ?(\w+)$/.exec(words) ?? [];
  const lacking = rest === undefined ? undefined : amountIn(rest);
  if (lacking !== undefined) return `all but ${lacking}`;
  return partIn(words);
}

/** A part in words: `half`, `two thirds`, `3 quarters`. */
function partIn(words: string): string | undefined {
  const [, count = '', noun = ''] = /^(?:(\w+) )?([a-z]+)$/.exec(words) ?? [];
  const denominator = Object.hasOwn(parts, noun) ? parts[noun] : undefined;
  if (denominator === undefined) return undefined;
  const numerator = ['', 'a', 'one'].includes(count) ? '1' : amountIn(count);
  return numerator !== undefined && Number(numerator) < denominator ? `${numerator}/${denominator}` : undefined;
}
