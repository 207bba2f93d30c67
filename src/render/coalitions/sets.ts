import type { MemberSets } from '../../model/path.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { mostNames, type Naming, namesOf } from './naming.ts';

/** More sets than these are described by what they share and what is free. */
const mostAlternatives = 3;

/** Sets of members as words: how many members, in how many ways, and who they are. */
export interface SetsText {
  /** `in 138 ways`; undefined for one way, and where the members say it: `any 2 of A, B and C`. */
  readonly ways: string | undefined;
  /** The members of every set, and those to choose from; undefined where that would say no more than their number. */
  readonly members: string | undefined;
}

/** Sets by what they share and what is free: `Bulgaria, Greece and one of Croatia and Latvia`, `any 4 of A, B, C and D`. */
export function setsText(sets: MemberSets, naming: Naming): SetsText {
  const { count } = sets;
  const named = (codes: readonly string[]): string =>
    enumeration(namesOf(codes, naming), 'and', naming.all ? undefined : mostNames);
  if (count === 1n) return { ways: undefined, members: named(sets.sets[0] ?? []) };
  const ways = count === undefined ? 'in more ways than could be counted' : `in ${grouped(String(count))} ways`;
  const { shared, choice, of } = choiceIn(sets);
  const anyOf = `${choice === 1 ? 'one' : `any ${choice}`} of ${named(of)}`;
  if (isFreeChoice(sets)) {
    if (shared.length === 0) return { ways: undefined, members: choice === 1 ? `any ${anyOf}` : anyOf };
    return { ways, members: `${namesOf(shared, naming).join(', ')} and ${anyOf}` };
  }
  const few = count === BigInt(sets.sets.length) && sets.sets.length <= mostAlternatives;
  if (few && sets.sets.every((codes) => codes.length <= mostNames / 2))
    return { ways, members: sets.sets.map(named).join('; or ') };
  const others = `${choice} of ${grouped(`${of.length}`)} others`;
  return { ways, members: shared.length === 0 ? undefined : `${named(shared)} with ${others}` };
}

/** The members in every set, the number of others in a set, and the members to choose those from. */
function choiceIn({ size = 0, necessary, possible }: MemberSets) {
  const always = new Set(necessary);
  const of = possible.filter((code) => !always.has(code));
  return { shared: necessary, choice: size - necessary.length, of };
}

/** Whether every choice of the other members completes a set. */
export function isFreeChoice(sets: MemberSets): boolean {
  const { choice, of } = choiceIn(sets);
  let ways = 1n;
  for (let chosen = 1; chosen <= choice; chosen += 1) ways = (ways * BigInt(of.length - chosen + 1)) / BigInt(chosen);
  return sets.count === ways;
}
