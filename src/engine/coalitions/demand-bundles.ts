import type { Need } from '../solver/program/need.ts';
import { isMet } from '../solver/program/need.ts';
import { itemAt } from '../solver/program/vectors.ts';

/** Members that move when all their demands are met, and what they have to bring about. */
export interface DemandProblem {
  /** How many demands there are; they are told by index. */
  readonly number: number;
  readonly askers: readonly Asker[];
  /** By constraint: what the gains of those that move must add up to. */
  readonly required: readonly bigint[];
  readonly need: Need;
}

interface Asker {
  /** At least one, in order. */
  readonly demands: readonly number[];
  /** By constraint; none below zero. */
  readonly gains: readonly bigint[];
}

/** Demands that are always made together: a set with one of them has all. */
export interface Bundle {
  readonly demands: readonly number[];
  /** Indexes of the groups that ask for it. */
  readonly groups: readonly number[];
}

/** Members with the same demands, as one. */
export interface Group {
  readonly bundles: readonly number[];
  readonly gains: readonly bigint[];
}

/** The demands in bundles, in the order of their first demands, and the members in groups. */
export function bundled({ number, askers }: DemandProblem): {
  readonly groups: readonly Group[];
  readonly bundles: readonly Bundle[];
} {
  const byDemands = new Map<string, { demands: readonly number[]; gains: readonly bigint[] }>();
  for (const { demands, gains } of askers) {
    const known = byDemands.get(demands.join(' '));
    const sums = known === undefined ? gains : known.gains.map((gain, index) => gain + itemAt(gains, index));
    byDemands.set(demands.join(' '), { demands, gains: sums });
  }
  const groups = [...byDemands.values()];
  const groupsOf = Array.from({ length: number }, (): number[] => []);
  for (const [index, { demands }] of groups.entries())
    for (const demand of demands) itemAt(groupsOf, demand).push(index);
  const byGroups = new Map<string, { demands: number[]; groups: readonly number[] }>();
  for (const [demand, asking] of groupsOf.entries()) {
    const known = byGroups.get(asking.join(' '));
    if (known === undefined) byGroups.set(asking.join(' '), { demands: [demand], groups: asking });
    else known.demands.push(demand);
  }
  const bundles = [...byGroups.values()];
  const bundlesOf = groups.map((): number[] => []);
  for (const [which, bundle] of bundles.entries())
    for (const index of bundle.groups) itemAt(bundlesOf, index).push(which);
  return { bundles, groups: groups.map(({ gains }, index) => ({ gains, bundles: itemAt(bundlesOf, index) })) };
}

/** The demands of some bundles, in order. */
export const demandsIn = (bundles: readonly Bundle[]): number[] =>
  bundles.flatMap(({ demands }) => demands).sort((a, b) => a - b);

/** Whether some groups together bring about what is asked. */
export const isMetBy = (
  moving: readonly Group[],
  { required, need }: Pick<DemandProblem, 'required' | 'need'>,
): boolean =>
  isMet(need, (index) => moving.reduce((sum, { gains }) => sum + itemAt(gains, index), 0n) >= itemAt(required, index));

/** The demands of the bundles that are left when each that is not needed has been dropped, the last first. */
export function leftOver(
  { required, need }: Pick<DemandProblem, 'required' | 'need'>,
  groups: readonly Group[],
  bundles: readonly Bundle[],
): number[] {
  const moving = new Set(groups.keys());
  let sums = required.map((_, index) => groups.reduce((sum, { gains }) => sum + itemAt(gains, index), 0n));
  const kept = bundles.toReversed().filter((bundle) => {
    const lost = bundle.groups.filter((index) => moving.has(index));
    const rest = sums.map((sum, index) =>
      lost.reduce((left, group) => left - itemAt(itemAt(groups, group).gains, index), sum),
    );
    if (!isMet(need, (index) => itemAt(rest, index) >= itemAt(required, index))) return true;
    for (const index of lost) moving.delete(index);
    sums = rest;
    return false;
  });
  return demandsIn(kept);
}
