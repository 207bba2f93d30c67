import { fold } from '../../text/fold.ts';
import { countryCode } from './country-codes.ts';
import { codeFrom, freeCode } from './member-codes.ts';

/** The codes of members that are called by words: codes, names, or both. */
export interface CodesFor {
  /** By the word; words of one name have one code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Whether the members are countries. */
  readonly ofCountries: boolean;
  /** Words among countries that are none, with the codes made for them. */
  readonly made: readonly { readonly word: string; readonly code: string }[];
}

/** The fewest countries among which other members may be, so that they still are countries. */
const fewest = 5;

/**
 * Codes for words. Countries have their ISO codes, if all words are countries or most of them, five at least; a word that
 * can be a code is one; any other becomes one.
 *
 * @param isCode whether a word can be used as a code
 * @param people the words are of people, some of whom are called like countries
 */
export function codesFor(words: readonly string[], isCode: (word: string) => boolean, people = false): CodesFor {
  const countries = new Map(words.map((word) => [word, people ? undefined : countryCode(word)]));
  const known = [...countries.values()].filter((code) => code !== undefined);
  const ofCountries = known.length === countries.size || (known.length >= fewest && known.length * 2 >= countries.size);
  const taken = new Set(words.filter(isCode));
  const codes = new Map<string, string>();
  const folded = new Map<string, string>();
  const made: { word: string; code: string }[] = [];
  for (const word of countries.keys()) {
    const country = ofCountries ? countries.get(word) : undefined;
    const code = country ?? (isCode(word) ? word : (folded.get(fold(word)) ?? freeCode(codeFrom(word), taken)));
    codes.set(word, code);
    if (country !== undefined || isCode(word)) continue;
    folded.set(fold(word), code);
    taken.add(code);
    if (ofCountries) made.push({ word, code });
  }
  return { codes, ofCountries, made };
}
