import type { Standing } from '../../model/snapshot.ts';
import { leaningRank, traitsOf } from '../../model/stance.ts';
import { sortedByName } from '../../text/compare.ts';

/** Members by name, as people look for them. */
export const membersByName = <M extends Pick<Standing, 'name'>>(members: readonly M[]): M[] =>
  sortedByName(members, ({ name }) => name);

/** Members from the worst stance and leaning to the best, and by name within these. */
export const worstFirst = <M extends Pick<Standing, 'name' | 'stance' | 'leaning'>>(members: readonly M[]): M[] =>
  membersByName(members).sort(
    (a, b) => traitsOf[a.stance].rank - traitsOf[b.stance].rank || leaningRank(a.leaning) - leaningRank(b.leaning),
  );
