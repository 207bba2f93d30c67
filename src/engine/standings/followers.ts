import type { Snapshot } from '../../model/snapshot.ts';
import type { Stance } from '../../model/stance.ts';
import { addTo } from '../../text/grouped.ts';

/**
 * Moves by code, with those of the members that follow: one that does not move itself takes the stance that all whom it
 * follows move to, if that is one and the same, and others may follow it in turn. In a circle that nobody else moves
 * nobody moves.
 *
 * @see docs/what-if.md#followers
 */
export function movesWithFollowers(
  { members }: Pick<Snapshot, 'members'>,
  moves: ReadonlyMap<string, Stance>,
): ReadonlyMap<string, Stance> {
  const present = new Set(members.map(({ code }) => code));
  const all = new Map([...moves].filter(([code]) => present.has(code)));
  /** By the code of a member: those that follow it, among others. */
  const followers = new Map<string, [Follower, ...Follower[]]>();
  for (const { code, follows = [] } of members)
    for (const followed of follows) addTo(followers, followed, { code, follows });
  // A map is gone through in the order of its entries, also of those that are added meanwhile.
  for (const [moved, stance] of all)
    for (const { code, follows } of followers.get(moved) ?? [])
      if (!all.has(code) && follows.every((followed) => all.get(followed) === stance)) all.set(code, stance);
  return all;
}

interface Follower {
  readonly code: string;
  readonly follows: readonly string[];
}
