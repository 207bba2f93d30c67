import type { Standing } from '../../model/snapshot.ts';
import { traitsOf } from '../../model/stance.ts';
import { sortedByName } from '../../text/compare.ts';

/** Members by name, as people look for them. */
export const membersByName = <M extends Pick<Standing, 'name'>>(members: readonly M[]): M[] =>
  sortedByName(members, ({ name }) => name);

/** Members from the worst stance to the best, and by name within a stance. */
export const worstFirst = <M extends Pick<Standing, 'name' | 'stance'>>(members: readonly M[]): M[] =>
  membersByName(members).sort((a, b) => traitsOf[a.stance].rank - traitsOf[b.stance].rank);
