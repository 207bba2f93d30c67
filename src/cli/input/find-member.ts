import type { Member, Roster } from '../../model/roster.ts';
import { compareText } from '../../text/compare.ts';
import { fold } from '../../text/fold.ts';
import { addTo } from '../../text/grouped.ts';
import { firstIndex } from '../../text/sorted.ts';
import { didYouMean, enumeration, nearest, quote, tidy } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** What a member is found by. */
type NamedMember = Pick<Member, 'code' | 'name'>;

/** A member, or a group of members by its name in the roster. */
type Entry<M extends NamedMember = NamedMember> =
  | { readonly kind: 'member'; readonly member: M }
  | { readonly kind: 'group'; readonly name: string; readonly codes: readonly string[] };

/** Why a word means nobody, or too many; who was meant is found out when asked, which takes a while. */
export interface MemberFault {
  readonly kind: 'fault';
  readonly code: 'unknown-member' | 'ambiguous-member';
  readonly message: string;
  /** @param otherwise what to do where the word is like no code and no name */
  readonly hint: (otherwise?: string) => string;
}

/** What a roster, or several, call their members. */
interface Names<M extends NamedMember = NamedMember> extends Pick<Roster, 'groups'> {
  /** Where several rosters call one member differently, it is there under each name. */
  readonly members: readonly M[];
}

/** The members of a roster, found by what people call them: codes win over names, case and marks do not matter. */
export interface Directory<M extends NamedMember = Member> {
  /** The member of that code, of that name, or whose name alone begins like that. */
  member(word: string): Extract<Entry<M>, { kind: 'member' }> | MemberFault;
  /** The same among the names of members and groups. */
  memberOrGroup(word: string): Entry<M> | MemberFault;
}

/**
 * A directory of a roster, or of several. Names are put in order when the first word is no code, so that codes are found
 * at once.
 *
 * @param whose what the members are members of, in messages
 */
export function directoryOf<M extends NamedMember>(roster: Names<M>, whose = 'this roster'): Directory<M> {
  const byCode = new Map(roster.members.map((member) => [member.code, member]));
  let index: NameIndex<M> | undefined;
  const meantBy = (word: string, withGroups: boolean): readonly Entry<M>[] => {
    const exact = byCode.get(tidy(word));
    if (exact !== undefined) return [{ kind: 'member', member: exact }];
    index ??= indexOf(roster);
    return distinct(entriesNamed(fold(word), index, withGroups));
  };
  return {
    member: (word) => {
      const [only, another] = meantBy(word, false);
      if (only?.kind === 'member' && another === undefined) return only;
      if (another !== undefined) return ambiguous(word, meantBy(word, false));
      return only?.kind === 'group' ? isGroup(word, only.codes) : unknown(word, roster, { whose, withGroups: false });
    },
    memberOrGroup: (word) => {
      const meant = meantBy(word, true);
      return meant.length > 1
        ? ambiguous(word, meant)
        : (meant[0] ?? unknown(word, roster, { whose, withGroups: true }));
    },
  };
}

/** Entries without a second one of the same member. */
function distinct<M extends NamedMember>(entries: readonly Entry<M>[]): readonly Entry<M>[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    if (entry.kind === 'group') return true;
    const isNew = !seen.has(entry.member.code);
    seen.add(entry.member.code);
    return isNew;
  });
}

type Entries<M extends NamedMember> = ReadonlyMap<string, readonly Entry<M>[]>;

/** Entries by their folded names, of which several may be the same. */
interface NameIndex<M extends NamedMember> {
  readonly codes: Entries<M>;
  readonly members: Entries<M>;
  readonly groups: Entries<M>;
  /** Those of members and groups, sorted, to find all that begin with a word. */
  readonly sorted: readonly (readonly [name: string, entry: Entry<M>])[];
}

function indexOf<M extends NamedMember>({ members, groups }: Names<M>): NameIndex<M> {
  const entries = members.map((member): Entry<M> => ({ kind: 'member', member }));
  const ofCodes = entries.map((entry, place) => [fold(members[place]?.code ?? ''), entry] as const);
  const ofMembers = entries.map((entry, place) => [fold(members[place]?.name ?? ''), entry] as const);
  const ofGroups = Object.entries(groups).map(([name, codes]): readonly [string, Entry<M>] => [
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

function grouped<M extends NamedMember>(pairs: readonly (readonly [string, Entry<M>])[]): Entries<M> {
  const entries = new Map<string, [Entry<M>, ...Entry<M>[]]>();
  for (const [name, entry] of pairs) addTo(entries, name, entry);
  return entries;
}

/** All that a folded word means, in the first way in which it means anything; without groups, one is the last resort. */
function entriesNamed<M extends NamedMember>(
  wanted: string,
  index: NameIndex<M>,
  withGroups: boolean,
): readonly Entry<M>[] {
  const groups = index.groups.get(wanted) ?? [];
  const ways: readonly (() => readonly Entry<M>[])[] = [
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

function beginningWith<M extends NamedMember>(wanted: string, { sorted }: NameIndex<M>): readonly Entry<M>[] {
  if (wanted === '') return [];
  const start = firstIndex(0, sorted.length, (index) => compareText(sorted[index]?.[0] ?? '', wanted) >= 0);
  let end = start;
  while (sorted[end]?.[0].startsWith(wanted)) end += 1;
  return sorted.slice(start, end).map(([, entry]) => entry);
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

function unknown(
  word: string,
  roster: Names,
  { whose, withGroups }: { readonly whose: string; readonly withGroups: boolean },
): MemberFault {
  const message = `${quote(word)} is not a member of ${whose}`;
  const codes = (): string =>
    `the codes are ${enumeration([...new Set(roster.members.map(({ code }) => code))], 'and', mostCodes)}`;
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
export function memberNamed<M extends NamedMember>(word: string, directory: Directory<M>): M {
  const found = directory.member(word);
  if (found.kind === 'member') return found.member;
  throw new UsageError(found.code, `${found.message}; ${found.hint()}`);
}
