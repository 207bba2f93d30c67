import names from 'countries-list/minimal/countries.en.min.json' with { type: 'json' };
import type { Names } from '../../model/roster.ts';

const englishNames: Readonly<Record<string, string>> = names;
const countryOf = (code: string): string | undefined =>
  Object.hasOwn(englishNames, code) ? englishNames[code] : undefined;

/** The fewest codes of two capitals from which a roster is taken for one of countries. */
const fewest = 5;

/** Whether a roster that does not say so is taken for one of countries: at least five codes of two capitals, all ISO 3166. */
export function looksLikeCountries(codes: Iterable<string>): boolean {
  const pairs = [...codes].filter((code) => /^[A-Z]{2}$/.test(code));
  return pairs.length >= fewest && pairs.every((code) => countryOf(code) !== undefined);
}

/**
 * The names of members that have none of their own: in a roster of countries the English name for an ISO 3166-1 code of
 * two letters, else the code.
 *
 * @param setting what the roster says itself
 * @see docs/format.md
 */
export function namesFor(codes: Iterable<string>, setting: Names | undefined): (code: string) => string {
  const isOfCountries = setting === undefined ? looksLikeCountries(codes) : setting === 'iso-3166';
  return (code) => (isOfCountries ? countryOf(code) : undefined) ?? code;
}
