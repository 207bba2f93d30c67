import type { MemberSets } from '../../model/path.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { mostNames, mostUndecided, type Naming, namesOf } from './naming.ts';

/** More sets than these are described by what they share and what is free. */
const mostAlternatives = 3;

/** Sets of members as words: how many there are, and who is in them. */
interface SetsText {
  /** `in 138 ways`; undefined for one way. */
  readonly ways: string | undefined;
  /** The members of every set, and those to choose from; undefined where that would say no more than their number. */
  readonly members: string | undefined;
  /** Whether the members say the number and the ways as well: `any 2 of A, B and C`. */
  readonly isWhole: boolean;
}

/** Sets by what they share and what is free: `Bulgaria, Greece and one of Croatia and Latvia`, `any 4 of A, B, C and D`. */
function setsText(sets: MemberSets, naming: Naming): SetsText {
  const { count, complete } = sets;
  const named = (codes: readonly string[]): string =>
    enumeration(namesOf(codes, naming), 'and', naming.all ? undefined : mostNames);
  if (count === 1n) return { ways: undefined, members: named(sets.sets[0] ?? []), isWhole: false };
  const ways = count === undefined ? 'in more ways than could be counted' : `in ${grouped(String(count))} ways`;
  const { shared, choice, of } = choiceIn(sets);
  const anyOf = `${choice === 1 ? 'one' : `any ${choice}`} of ${named(of)}`;
  if (isFreeChoice(sets)) {
    if (shared.length === 0) return { ways, members: choice === 1 ? `any ${anyOf}` : anyOf, isWhole: true };
    return { ways, members: `${namesOf(shared, naming).join(', ')} and ${anyOf}`, isWhole: false };
  }
  const few = count === BigInt(sets.sets.length) && sets.sets.length <= mostAlternatives;
  if (few && sets.sets.every((codes) => codes.length <= mostNames / 2))
    return { ways, members: sets.sets.map(named).join('; or '), isWhole: false };
  if (shared.length === 0) return { ways, members: undefined, isWhole: false };
  const others = complete ? `, with ${choice} of ${grouped(`${of.length}`)} others` : '';
  return { ways, members: `always ${named(shared)}${others}`, isWhole: false };
}

/** Sets after the number of their members: `6 of the 8 undecided, in 2 ways: A and one of B and C`; `any 2 of A, B and C`. */
export function setsWords(head: string, sets: MemberSets, naming: Naming): string {
  if (!sets.exact) return `${head}, perhaps fewer: the search was stopped`;
  const { ways, members, isWhole } = setsText(sets, naming);
  if (isWhole && members !== undefined) return members;
  const told = ways === undefined ? head : `${head}, ${ways}`;
  return members === undefined ? told : `${told}: ${members}`;
}

/** The same inside a sentence: `Italy and Poland`, `any one of A and B`; undefined where it takes a number of ways. */
export function setsPhrase(sets: MemberSets, naming: Naming): string | undefined {
  if (!sets.exact) return undefined;
  const { ways, members, isWhole } = setsText(sets, naming);
  return ways === undefined || isWhole ? members : undefined;
}

/** `, in 12 ways`; empty for one way, and where they are not known. */
export const waysText = ({ count, exact }: Pick<MemberSets, 'count' | 'exact'>): string =>
  count === undefined || count === 1n || !exact ? '' : `, in ${grouped(String(count))} ways`;

/** The undecided members that it takes: `Poland`, `all 29 undecided`, `6 of the 8 undecided, in 2 ways: …`. */
export function undecidedText(sets: MemberSets, some: number, undecided: number, naming: Naming): string {
  if (sets.exact && sets.size === some && some === undecided)
    return some > mostUndecided ? `all ${some} undecided` : enumeration(namesOf(sets.necessary, naming), 'and');
  return setsWords(some === undecided ? allOf(undecided) : `${some} of the ${undecided} undecided`, sets, naming);
}

/** `the one undecided`, `both undecided`, `all 8 undecided`. */
const allOf = (undecided: number): string =>
  undecided === 1 ? 'the one undecided' : undecided === 2 ? 'both undecided' : `all ${undecided} undecided`;

/** The sets without members that are in all of them. */
export function withoutMembers(sets: MemberSets, codes: readonly string[]): MemberSets {
  const without = new Set(codes);
  const rest = (from: readonly string[]): string[] => from.filter((code) => !without.has(code));
  const { size, necessary, possible } = sets;
  return {
    ...sets,
    size: size === undefined ? undefined : size - codes.length,
    sets: sets.sets.map(rest),
    necessary: rest(necessary),
    possible: rest(possible),
  };
}

/** The members in every set, the number of others in a set, and the members to choose those from. */
function choiceIn({ size = 0, necessary, possible }: MemberSets) {
  const always = new Set(necessary);
  const of = possible.filter((code) => !always.has(code));
  return { shared: necessary, choice: size - necessary.length, of };
}

/** Whether every choice of the other members completes a set. */
function isFreeChoice(sets: MemberSets): boolean {
  const { choice, of } = choiceIn(sets);
  let ways = 1n;
  for (let chosen = 1; chosen <= choice; chosen += 1) ways = (ways * BigInt(of.length - chosen + 1)) / BigInt(chosen);
  return sets.count === ways;
}
