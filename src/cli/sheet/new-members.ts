import { isDeepStrictEqual } from 'node:util';
import type { Roster } from '../../model/roster.ts';
import { addMembers, type NewMember } from '../../roster/amend/add-members.ts';
import { countryCode } from '../../roster/names/country-codes.ts';
import { codeFrom, freeCode } from '../../roster/names/member-codes.ts';
import { rosterOf } from '../../roster/read/read-roster.ts';
import { isCode } from '../../roster/schema/scalars.ts';
import { readValues, type Values } from '../../roster/yaml/values.ts';
import { enumeration, tidy } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import { type Directory, directoryOf } from '../input/find-member.ts';

/** The member that a word means: by its code or name, or by what else a country is called. */
export function memberFor(word: string, directory: Directory): ReturnType<Directory['member']> {
  const found = directory.member(word);
  const country = found.kind === 'fault' && found.code === 'unknown-member' ? countryCode(word) : undefined;
  const meant = country === undefined ? found : directory.member(country);
  return meant.kind === 'member' ? meant : found;
}

interface Named {
  readonly move: { readonly code: string };
  readonly name?: string | undefined;
}

/** The members of a table that a roster does not have. */
export function newMembersIn(moves: readonly Named[], roster: Roster): readonly NewMember[] {
  const directory = directoryOf(roster);
  const taken = new Set(roster.members.map(({ code }) => code));
  const found = new Map<string, NewMember>();
  const names = new Set(roster.members.flatMap(({ code, name }) => (name === code ? [] : [name])));
  for (const { move, name } of moves) {
    const word = tidy(move.code);
    const known = memberFor(word, directory);
    if (known.kind === 'member' || known.code !== 'unknown-member' || found.has(word)) continue;
    const country = names.size > 0 ? countryCode(word) : undefined;
    const code = country ?? (isCode(word) ? word : freeCode(codeFrom(word), taken));
    taken.add(code);
    const called = country === undefined && !isCode(word) ? word : name;
    found.set(word, { code, ...(called !== undefined && called !== code && { name: called }) });
  }
  return [...new Map([...found.values()].map((member) => [member.code, member])).values()];
}

/** A roster's text with more members. */
export interface Larger {
  readonly text: string;
  readonly values: Values;
  readonly before: Roster;
}

/**
 * The text of a roster with more members, of whom nothing is known yet.
 *
 * @returns undefined where the text is no roster
 * @throws UsageError where they would change what other members are called
 */
export function withMembers(
  text: string,
  values: Values,
  roster: Roster,
  members: readonly NewMember[],
): Larger | undefined {
  const larger = addMembers(text, values, members);
  if (larger === undefined) return undefined;
  const read = readValues(larger);
  const before = 'value' in read ? rosterOf(read.value) : undefined;
  if (before === undefined) return { text: larger, values: read, before: roster };
  const codes = new Set(members.map(({ code }) => code));
  const rest = { ...before, members: before.members.filter(({ code }) => !codes.has(code)) };
  if (isDeepStrictEqual(rest, roster)) return { text: larger, values: read, before };
  const added = enumeration([...codes], 'and', 5);
  throw new UsageError(
    'names-would-change',
    `adding ${added} would change the names of other members; add "names: iso-3166" or "names: none" to the roster first`,
  );
}
