import type { Coalitions, Easiest, Path, Pivotal } from '../model/path.ts';
import type { Roster } from '../model/roster.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isPending, traitsOf } from '../model/stance.ts';
import { once } from '../text/once.ts';
import { defection } from './coalitions/defection.ts';
import { easiest } from './coalitions/easiest.ts';
import { fewestDemands } from './coalitions/fewest-demands.ts';
import { leverage } from './coalitions/leverage.ts';
import { missingIn } from './coalitions/moves-to-support.ts';
import { onEvidence } from './coalitions/on-evidence.ts';
import { toBlock } from './coalitions/to-block.ts';
import { turning } from './coalitions/turning.ts';

/** The answers on which others build. */
export interface KnownAnswers {
  /** Undefined if the outcome is reached. */
  readonly path: Path | undefined;
  readonly pivotal: Pivotal;
}

/**
 * Answers about sets of members other than the path. Each is worked out when it is first read, which may take as long
 * as finding the path.
 *
 * @param taken a snapshot of this roster
 * @param known what is known of this snapshot
 */
export function coalitions(roster: Roster, taken: Snapshot, { path, pivotal }: KnownAnswers): Coalitions {
  const missing = once(() => missingIn(taken));
  const answers = {
    easiest: once(() => path && (easiestOf(path, taken) ?? easiest(taken, missing()))),
    turning: once(() => {
      const all = path && missing();
      return all && turning(all, path);
    }),
    toBlock: once(() => toBlock(taken)),
    fewestDemands: once(() => path && fewestDemands(taken, missing())),
    leverage: once(() => path && leverage(path)),
    defection: once(() => defection(taken, pivotal.members)),
    onEvidence: once(() => onEvidence(roster, taken)),
  };
  return {
    get easiest() {
      return answers.easiest();
    },
    get turning() {
      return answers.turning();
    },
    get toBlock() {
      return answers.toBlock();
    },
    get fewestDemands() {
      return answers.fewestDemands();
    },
    get leverage() {
      return answers.leverage();
    },
    get defection() {
      return answers.defection();
    },
    get onEvidence() {
      return answers.onEvidence();
    },
  };
}

/** The easiest way where a shortest path is one: no settled member could come to support. */
function easiestOf(path: Path, taken: Snapshot): Easiest | undefined {
  const isFar = taken.members.some(
    ({ stance }) => stance !== 'support' && traitsOf[stance].takesPart && !isPending(stance),
  );
  const { waitUntil: _, reason: __, ...sets } = path;
  return isFar ? undefined : { ...sets, settled: sets.size === undefined ? undefined : 0 };
}
