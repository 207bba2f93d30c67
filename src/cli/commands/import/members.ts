import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Member, Names, Roster } from '../../../model/roster.ts';
import { codesFor } from '../../../roster/names/codes-for.ts';
import { countryCode } from '../../../roster/names/country-codes.ts';
import { looksLikeCountries, namesFor } from '../../../roster/names/country-names.ts';
import { isCode } from '../../../roster/schema/scalars.ts';
import { reservedKey } from '../../../roster/yaml/cursor.ts';
import { fold } from '../../../text/fold.ts';
import { quote } from '../../../text/suggest.ts';
import { directoryOf } from '../../input/find-member.ts';
import type { ImportedMember } from './readers/imported.ts';

/** Who the words of a file mean. */
export interface Resolved {
  readonly codeOf: (member: ImportedMember) => string;
  /** The code of a member that another one follows; undefined for nobody in the roster. */
  readonly find: (word: string) => string | undefined;
  readonly nameOf: (code: string) => string;
  readonly names: Names | undefined;
  readonly problems: readonly Diagnostic[];
  /** Words that are no country among countries, with the codes made for them. */
  readonly made: readonly { readonly word: string; readonly code: string }[];
}

/** The number of words for which it is looked up who was meant: a comparison with every name takes a while. */
const mostHints = 100;

/** Members of a body: by code, name, or what else a country is called. */
export function membersOfBody(imported: readonly ImportedMember[], body: Roster): Resolved {
  const directory = directoryOf(body, 'this body');
  const codes = new Map<string, string>();
  const problems: Diagnostic[] = [];
  for (const { word, span } of imported) {
    if (codes.has(word)) continue;
    const found = directory.member(word);
    const country = found.kind === 'fault' ? directory.member(countryCode(word) ?? '') : found;
    codes.set(word, country.kind === 'member' ? country.member.code : word);
    if (country.kind === 'member' || found.kind === 'member') continue;
    const otherwise = 'leave out --body to import it with the members that the file names';
    const hint = problems.length < mostHints ? found.hint(otherwise) : otherwise;
    problems.push({ code: found.code, severity: 'error', message: found.message, span, hint });
  }
  const names = new Map(body.members.map(({ code, name }) => [code, name]));
  return {
    codeOf: ({ word }) => codes.get(word) ?? word,
    find: (word) => {
      const found = [word, countryCode(word) ?? ''].map(directory.member).find(({ kind }) => kind === 'member');
      return found?.kind === 'member' ? found.member.code : undefined;
    },
    nameOf: (code) => names.get(code) ?? code,
    names: body.names,
    problems,
    made: [],
  };
}

/**
 * Members that a file itself names: countries by their ISO codes, others by the codes or names that it has.
 *
 * @param handles the words are handles or names of people
 */
export function membersOfFile(imported: readonly ImportedMember[], handles: boolean): Resolved {
  const words = [...new Set(imported.map(({ word }) => word))];
  // A table of ours says of members that are called by their codes that they have no other name.
  const people = handles || imported.every(({ word, name }) => name === word);
  const { codes, ofCountries, made } = codesFor(words, isUsable, people);
  const codeOf = ({ word }: ImportedMember): string => codes.get(word) ?? word;
  const all = new Set(codes.values());
  const isIso = ofCountries && (looksLikeCountries(all) || words.some((word) => codes.get(word) !== word));
  const names: Names | undefined = isIso ? 'iso-3166' : looksLikeCountries(all) ? 'none' : undefined;
  const given = namesIn(imported, codeOf, ofCountries ? namesFor(all, 'iso-3166') : (code) => code);
  const byName = new Map([...given].map(([code, name]) => [fold(name), code]));
  const find = (word: string): string | undefined => {
    const country = countryCode(word);
    return (
      codes.get(word) ?? byName.get(fold(word)) ?? (country !== undefined && all.has(country) ? country : undefined)
    );
  };
  return { codeOf, find, nameOf: (code) => given.get(code) ?? code, names, problems: [], made };
}

const isUsable = (word: string): boolean => isCode(word) && word !== reservedKey;

/** The name of each code: the one that the file gives, the country's, or the word that the code was made from. */
function namesIn(
  imported: readonly ImportedMember[],
  codeOf: (member: ImportedMember) => string,
  countryName: (code: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const member of imported) {
    const code = codeOf(member);
    const country = countryName(code);
    const own = member.name ?? (country !== code ? country : member.word);
    const isCountry = countryCode(own) === code;
    if (!names.has(code) || member.name !== undefined) names.set(code, isCountry && country !== code ? country : own);
  }
  return names;
}

/** A remark on words that are no countries in a file of countries. */
export const madeRemark = ({ word, code }: { readonly word: string; readonly code: string }): string =>
  `${quote(word)} is no country of ISO 3166: its code is ${code}`;

/** A member of a new roster, without positions. */
export const memberOf = (code: string, name: string): Member => ({
  code,
  name,
  terms: [{}],
  weights: {},
  positions: [],
});
