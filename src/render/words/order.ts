import type { Standing } from '../../model/snapshot.ts';
import { rankOf } from '../../model/stance.ts';
import { firstByName, sortedByName, sortedByRank } from '../../text/compare.ts';

/** Members by name, as people look for them. */
export const membersByName = <M extends Pick<Standing, 'name'>>(members: readonly M[]): M[] =>
  sortedByName(members, ({ name }) => name);

type Ranked = Pick<Standing, 'name' | 'stance' | 'leaning'>;

/** Members from the worst stance and leaning to the best, and by name within these. */
export const worstFirst = <M extends Ranked>(members: readonly M[]): M[] =>
  sortedByRank(membersByName(members), rankOf);

/** The first members in that order, as many as there are but no more than `most`, and the others, by stance alone. */
export function worstOf<M extends Ranked>(members: readonly M[], most: number): { first: M[]; others: M[] } {
  const ranked = sortedByRank(members, rankOf);
  const last = ranked[most - 1];
  if (last === undefined || ranked.length === most) return { first: worstFirst(ranked), others: [] };
  // Of the rank at which the list ends, the first by name are among them.
  const start = ranked.findIndex((one) => rankOf(one) === rankOf(last));
  const end = ranked.findLastIndex((one) => rankOf(one) === rankOf(last)) + 1;
  const ending = firstByName(ranked.slice(start, end), ({ name }) => name, most - start);
  const first = [...worstFirst(ranked.slice(0, start)), ...ending];
  const isFirst = new Set(first);
  return { first, others: ranked.filter((one) => !isFirst.has(one)) };
}
