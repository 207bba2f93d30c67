import type { Claim } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { StanceCounts } from '../../model/tally.ts';
import { baseKey } from '../evidence/claims.ts';
import { type RunningCounts, stanceCounts } from '../evidence/stance-counts.ts';

/** Stance counts that follow members as they move: of all, and of those that claims within a group count. */
export interface GroupCounts {
  readonly all: StanceCounts;
  /** Those that a claim is held against. */
  of(claim: Pick<Claim, 'among'>): StanceCounts;
  add(standing: Standing): void;
  remove(standing: Standing): void;
}

const none: readonly RunningCounts[] = [];

/** The counts before anybody is added, for these claims. */
export function runningCounts(claims: readonly Claim[]): GroupCounts {
  const all = stanceCounts([]);
  const byBase = new Map([[baseKey({}), all]]);
  const ofMember = new Map<string, RunningCounts[]>();
  for (const { among } of claims) {
    if (among === undefined || byBase.has(baseKey({ among }))) continue;
    const counts = stanceCounts([]);
    byBase.set(baseKey({ among }), counts);
    for (const code of among.codes) ofMember.set(code, [...(ofMember.get(code) ?? []), counts]);
  }
  const change = ({ code, stance }: Standing, number: 1 | -1): void => {
    all.members += number;
    all[stance] += number;
    for (const counts of ofMember.get(code) ?? none) {
      counts.members += number;
      counts[stance] += number;
    }
  };
  return {
    all,
    of: (claim) => byBase.get(baseKey(claim)) as RunningCounts,
    add: (standing) => change(standing, 1),
    remove: (standing) => change(standing, -1),
  };
}
