import { resolve } from 'node:path';
import type { Member, Roster } from '../../model/roster.ts';
import { codesFor } from '../../roster/names/codes-for.ts';
import { namesFor } from '../../roster/names/country-names.ts';
import { rosterOf } from '../../roster/read/read-roster.ts';
import { isCode } from '../../roster/schema/scalars.ts';
import { enumeration, quote, tidy } from '../../text/suggest.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import { decode } from '../input/decode.ts';
import { readFile, readStream } from '../input/read-file.ts';

/** The members of a new roster, as a user calls them. */
export interface NamedMembers {
  readonly words: readonly string[];
  /** A word that can be a code is one; otherwise codes are made of all that are not countries. */
  readonly areCodes: boolean;
}

/** The first lines of a new roster whose members the user names. */
export const nextSteps = `# Next: give it a title, write down who stands where, then run \`rutte-tally validate\` and \`rutte-tally status\` on it.
# No rule was given, so it is consensus; rutte-tally rules lists others.
`;

/** The members of a list with commas. @throws UsageError for one that is empty, or names somebody twice */
export function membersIn(list: string): NamedMembers {
  const words = list.split(',').map(tidy);
  if (words.includes('')) throw new UsageError('missing-value', '--members: write codes or names, as in ana,bo,chi');
  return distinct(words, '--members', true);
}

/** The members of a file with a name on each line. @throws UsageError for one that cannot be read, or has none */
export async function namesIn(file: string, { host }: Surroundings): Promise<NamedMembers> {
  const read = file === '-' ? await readStream(host.stdin) : readFile(resolve(host.cwd(), file));
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded)
    throw new UsageError('unreadable-file', `--from: ${quote(file)} ${decoded.problem.message}`);
  const words = decoded.text
    .split(/\r\n|\r|\n/)
    .map(tidy)
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (words.length === 0)
    throw new UsageError('missing-value', `--from: ${quote(file)} has no names; write one per line`);
  return distinct(words, '--from', false);
}

function firstRepeated(words: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return words.find((word) => seen.has(word) || !seen.add(word));
}

function distinct(words: readonly string[], option: string, areCodes: boolean): NamedMembers {
  const twice = firstRepeated(words);
  if (twice !== undefined) throw new UsageError('repeated-member', `${option}: ${quote(twice)} is listed twice`);
  return { words, areCodes };
}

/** A roster of members who have said nothing yet, by consensus. */
export function rosterWith({ words, areCodes }: NamedMembers): Roster {
  const { codes, ofCountries } = codesFor(words, (word) => areCodes && isCode(word) && word !== '__proto__');
  const all = words.map((word) => codes.get(word) ?? word);
  const twice = firstRepeated(all);
  if (twice !== undefined) {
    const both = words.filter((word) => codes.get(word) === twice).map(quote);
    throw new UsageError('repeated-member', `${enumeration(both, 'and')} are the same member, ${twice}`);
  }
  const countryName = ofCountries ? namesFor(all, 'iso-3166') : (code: string) => code;
  const members = words.map((word): readonly [string, Partial<Pick<Member, 'name'>>] => {
    const code = codes.get(word) ?? word;
    return [code, countryName(code) !== code || word === code ? {} : { name: word }];
  });
  const isNamed = ofCountries && all.some((code) => countryName(code) !== code);
  return rosterOf({
    title: 'What is to be decided',
    ...(isNamed && { names: 'iso-3166' }),
    rule: 'consensus',
    members: Object.fromEntries(members),
  }) as Roster;
}
