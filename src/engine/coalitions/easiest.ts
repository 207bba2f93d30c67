import type { Easiest } from '../../model/path.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { cheapestSets, effortFor, memberSetsOf } from './cheapest-sets.ts';
import { missingIn } from './moves-to-support.ts';

/**
 * The easiest way to the outcome: of all sets of members that would settle it by coming to support, those with the
 * fewest settled members, and of these the smallest.
 *
 * @param missing what is missing in the snapshot
 * @returns undefined if the outcome is reached
 * @see docs/what-it-would-take.md#paths
 */
export function easiest(
  snapshot: Snapshot,
  missing = missingIn(snapshot),
  effort = effortFor(snapshot.members.length),
): Easiest | undefined {
  if (missing === undefined) return undefined;
  const found = cheapestSets(missing.requirement, 'settled-first', effort);
  return { ...memberSetsOf(found), settled: found.size === undefined ? undefined : found.settled };
}
