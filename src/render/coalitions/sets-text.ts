import type { MemberSets } from '../../model/path.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { type Naming, namesOf } from '../words/path.ts';

/** Most names and most sets in a sentence. */
const mostNames = 8;
const mostAlternatives = 3;

/** Names separated by commas, cut off after eight of them. */
export function namesText(codes: readonly string[], naming: Pick<Naming, 'nameOf' | 'all'>): string {
  const names = namesOf(codes, naming);
  if (naming.all || names.length <= mostNames + 1) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`;
}

/** The same in a sentence: `France and Germany`. */
export function listText(codes: readonly string[], last: 'and' | 'or', naming: Pick<Naming, 'nameOf' | 'all'>): string {
  return enumeration(namesOf(codes, naming), last, naming.all ? undefined : mostNames);
}

/** How many ways there are: `in 138 ways`; empty if there is one. */
export function waysText({ count }: Pick<MemberSets, 'count'>): string {
  if (count === undefined) return 'in more ways than could be counted';
  return count === 1n ? '' : `in ${grouped(String(count))} ways`;
}

/**
 * Sets of members by what they share and what is free: `Bulgaria, Greece and one of Croatia, Latvia`.
 *
 * @returns undefined where that is no more than how many they are of how many
 */
export function setsText(sets: MemberSets, naming: Pick<Naming, 'nameOf' | 'all'>): string | undefined {
  const { size = 0, count, necessary, possible } = sets;
  const always = new Set(necessary);
  const others = possible.filter((code) => !always.has(code));
  const choice = size - necessary.length;
  if (choice === 0) return namesText(necessary, naming);
  if (count === waysToChoose(others.length, choice)) {
    const some = `${choice === 1 ? 'one' : choice} of ${namesText(others, naming)}`;
    return necessary.length === 0 ? `any ${some}` : `${namesText(necessary, naming)} and ${some}`;
  }
  if (count === BigInt(sets.sets.length) && sets.sets.length <= mostAlternatives && size <= mostNames / 2)
    return sets.sets.map((set) => namesText(set, naming)).join('; or ');
  if (necessary.length === 0) return undefined;
  return `always ${listText(necessary, 'and', naming)}, with ${choice} of ${others.length} others`;
}

function waysToChoose(of: number, some: number): bigint {
  let ways = 1n;
  for (let chosen = 1; chosen <= some; chosen += 1) ways = (ways * BigInt(of - chosen + 1)) / BigInt(chosen);
  return ways;
}
