import type { Easiest } from '../../model/path.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { cheapestSets, type Effort, effortFor, memberSetsOf } from './cheapest-sets.ts';
import { missingIn } from './moves-to-support.ts';

/**
 * The easiest way to the outcome: of all sets of members that would settle it by coming to support, those with the
 * fewest settled members, and of these the smallest.
 *
 * @returns undefined if the outcome is reached
 * @see docs/rules.md#paths
 */
export function easiest(snapshot: Snapshot, effort?: Effort): Easiest | undefined {
  const missing = missingIn(snapshot);
  if (missing === undefined) return undefined;
  const found = cheapestSets(missing.requirement, 'settled-first', effort ?? effortFor(snapshot.members.length));
  return { ...memberSetsOf(found), settled: found.size === undefined ? undefined : found.settled };
}
