import type { Coalitions } from '../model/coalitions.ts';
import type { Path } from '../model/path.ts';
import type { Roster } from '../model/roster.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isPending, traitsOf } from '../model/stance.ts';
import { defection } from './coalitions/defection.ts';
import { easiest } from './coalitions/easiest.ts';
import { fewestDemands } from './coalitions/fewest-demands.ts';
import { leverage } from './coalitions/leverage.ts';
import { onEvidence } from './coalitions/on-evidence.ts';
import { toBlock } from './coalitions/to-block.ts';

/**
 * What people ask of sets of members beside the path. May take as long as finding the path, several times.
 *
 * @param taken a snapshot of this roster
 * @param path of this snapshot
 */
export function coalitions(roster: Roster, taken: Snapshot, path: Path | undefined): Coalitions {
  return {
    easiest: easiestAfter(taken, path),
    toBlock: toBlock(taken),
    fewestDemands: fewestDemands(taken),
    leverage: path && leverage(path),
    defection: defection(taken),
    onEvidence: onEvidence(roster, taken),
  };
}

/** The easiest way: where no settled member could come to support, the shortest path is. */
function easiestAfter(taken: Snapshot, path: Path | undefined): Coalitions['easiest'] {
  const isFar = taken.members.some(
    ({ stance }) => stance !== 'support' && traitsOf[stance].takesPart && !isPending(stance),
  );
  if (isFar || path === undefined) return easiest(taken);
  const { waitUntil: _, reason: __, ...sets } = path;
  return { ...sets, settled: sets.size === undefined ? undefined : 0 };
}
