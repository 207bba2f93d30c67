import type { Standing } from '../../model/snapshot.ts';
import { rankOf } from '../../model/stance.ts';
import { sortedByName, sortedByRank } from '../../text/compare.ts';

/** Members by name, as people look for them. */
export const membersByName = <M extends Pick<Standing, 'name'>>(members: readonly M[]): M[] =>
  sortedByName(members, ({ name }) => name);

/** Members from the worst stance and leaning to the best, and by name within these. */
export const worstFirst = <M extends Pick<Standing, 'name' | 'stance' | 'leaning'>>(members: readonly M[]): M[] =>
  sortedByRank(membersByName(members), rankOf);
