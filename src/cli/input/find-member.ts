import type { Member, Roster } from '../../model/roster.ts';
import { compareText } from '../../text/compare.ts';
import { fold } from '../../text/fold.ts';
import { didYouMean, enumeration, nearest, quote, tidy } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** A member, or a group of members by its name in the roster. */
type Entry =
  | { readonly kind: 'member'; readonly member: Member }
  | { readonly kind: 'group'; readonly name: string; readonly codes: readonly string[] };

/** Why a word means nobody, or too many; who was meant is found out when asked, which takes a while. */
export interface MemberFault {
  readonly kind: 'fault';
  readonly code: 'unknown-member' | 'ambiguous-member';
  readonly message: string;
  /** @param otherwise what to do where the word is like no code and no name */
  readonly hint: (otherwise?: string) => string;
}

/** What a roster calls its members. */
type Names = Pick<Roster, 'members' | 'groups'>;

/** The members of a roster, found by what people call them: codes win over names, case and marks do not matter. */
export interface Directory {
  /** The member of that code, of that name, or whose name alone begins like that. */
  member(word: string): Extract<Entry, { kind: 'member' }> | MemberFault;
  /** The same among the names of members and groups. */
  memberOrGroup(word: string): Entry | MemberFault;
}

/** A directory of a roster. Names are put in order when the first word is no code, so that codes are found at once. */
export function directoryOf(roster: Names): Directory {
  const byCode = new Map(roster.members.map((member) => [member.code, member]));
  let index: NameIndex | undefined;
  const meantBy = (word: string, withGroups: boolean): readonly Entry[] => {
    const exact = byCode.get(tidy(word));
    if (exact !== undefined) return [{ kind: 'member', member: exact }];
    index ??= indexOf(roster);
    return entriesNamed(fold(word), index, withGroups);
  };
  return {
    member: (word) => {
      const [only, another] = meantBy(word, false);
      if (only?.kind === 'member' && another === undefined) return only;
      if (another !== undefined) return ambiguous(word, meantBy(word, false));
      return only?.kind === 'group' ? isGroup(word, only.codes) : unknown(word, roster, false);
    },
    memberOrGroup: (word) => {
      const meant = meantBy(word, true);
      return meant.length > 1 ? ambiguous(word, meant) : (meant[0] ?? unknown(word, roster, true));
    },
  };
}

type Entries = ReadonlyMap<string, readonly Entry[]>;

/** Entries by their folded names, of which several may be the same. */
interface NameIndex {
  readonly codes: Entries;
  readonly members: Entries;
  readonly groups: Entries;
  /** Those of members and groups, sorted, to find all that begin with a word. */
  readonly sorted: readonly (readonly [name: string, entry: Entry])[];
}

function indexOf({ members, groups }: Names): NameIndex {
  const entries = members.map((member): Entry => ({ kind: 'member', member }));
  const ofCodes = entries.map((entry, place) => [fold(members[place]?.code ?? ''), entry] as const);
  const ofMembers = entries.map((entry, place) => [fold(members[place]?.name ?? ''), entry] as const);
  const ofGroups = Object.entries(groups).map(([name, codes]): readonly [string, Entry] => [
    fold(name),
    { kind: 'group', name, codes },
  ]);
  return {
    codes: grouped(ofCodes),
    members: grouped(ofMembers),
    groups: grouped(ofGroups),
    sorted: [...ofMembers, ...ofGroups].sort(([a], [b]) => compareText(a, b)),
  };
}

function grouped(pairs: readonly (readonly [string, Entry])[]): Entries {
  const entries = new Map<string, Entry[]>();
  for (const [name, entry] of pairs) {
    const known = entries.get(name);
    if (known === undefined) entries.set(name, [entry]);
    else known.push(entry);
  }
  return entries;
}

/** All that a folded word means, in the first way in which it means anything; without groups, one is the last resort. */
function entriesNamed(wanted: string, index: NameIndex, withGroups: boolean): readonly Entry[] {
  const groups = index.groups.get(wanted) ?? [];
  const ways: readonly (() => readonly Entry[])[] = [
    () => index.codes.get(wanted) ?? [],
    () => [...(index.members.get(wanted) ?? []), ...(withGroups ? groups : [])],
    () => beginningWith(wanted, index).filter(({ kind }) => withGroups || kind === 'member'),
    () => groups,
  ];
  for (const way of ways) {
    const meant = way();
    if (meant.length > 0) return meant;
  }
  return [];
}

function beginningWith(wanted: string, { sorted }: NameIndex): readonly Entry[] {
  if (wanted === '') return [];
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(sorted[middle]?.[0] ?? '', wanted) < 0) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.[0].startsWith(wanted)) end += 1;
  return sorted.slice(low, end).map(([, entry]) => entry);
}

const mostMeant = 5;
const mostCodes = 8;

function ambiguous(word: string, meant: readonly Entry[]): MemberFault {
  const texts = meant.map((entry) =>
    entry.kind === 'group'
      ? `the group ${quote(entry.name)}`
      : entry.member.code === entry.member.name
        ? entry.member.code
        : `${entry.member.code} (${entry.member.name})`,
  );
  const message = `${quote(word)} may be ${enumeration(texts.sort(compareText), 'or', mostMeant)}`;
  return { kind: 'fault', code: 'ambiguous-member', message, hint: () => 'name one by its code' };
}

function isGroup(word: string, codes: readonly string[]): MemberFault {
  const message = `${quote(word)} is a group, not a member`;
  return {
    kind: 'fault',
    code: 'unknown-member',
    message,
    hint: () => `name one of its members: ${enumeration(codes, 'or', mostCodes)}`,
  };
}

function unknown(word: string, roster: Names, withGroups: boolean): MemberFault {
  const message = `${quote(word)} is not a member of this roster`;
  const codes = (): string =>
    `the codes are ${enumeration(
      roster.members.map(({ code }) => code),
      'and',
      mostCodes,
    )}`;
  const names = withGroups ? roster : { ...roster, groups: {} };
  const hint: MemberFault['hint'] = (otherwise) => memberMeant(word, names) ?? otherwise ?? codes();
  return { kind: 'fault', code: 'unknown-member', message, hint };
}

/** Whose code or name an unknown word is like, as a hint; undefined when it is like none. */
export function memberMeant(word: string, { members, groups }: Names): string | undefined {
  const codes = members.map(({ code }) => code);
  const texts = new Map([
    ...Object.keys(groups).map((name) => [fold(name), `"${name}"`] as const),
    ...members.map(({ code, name }) => [fold(name), `"${code}" (${name})`] as const),
  ]);
  const byName = texts.get(nearest(fold(word), texts.keys()) ?? '');
  return didYouMean(word, codes) ?? (byName === undefined ? undefined : `did you mean ${byName}?`);
}

/** The member that a word means. @throws UsageError where nobody is meant, or several are */
export function memberNamed(word: string, directory: Directory): Member {
  const found = directory.member(word);
  if (found.kind === 'member') return found.member;
  throw new UsageError(found.code, `${found.message}; ${found.hint()}`);
}
