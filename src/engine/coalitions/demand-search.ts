import type { FewestDemands } from '../../model/path.ts';
import { mostSets } from '../solver/program/first-sets.ts';
import { alternativesOf, isMet, type Need } from '../solver/program/need.ts';
import type { Budget } from '../solver/program/program.ts';
import type { Requirement } from '../solver/program/requirement.ts';
import { cheapestSets, type Effort } from './cheapest-sets.ts';

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

/** Sets of demands by index. */
export interface FoundDemands extends Pick<FewestDemands, 'size' | 'count' | 'exact'> {
  readonly sets: readonly (readonly number[])[];
}

/** Demands that are always made together: a set with one of them has all. */
interface Bundle {
  readonly demands: readonly number[];
  /** Indexes of the groups that ask for it. */
  readonly groups: readonly number[];
}

/** Members with the same demands, as one. */
interface Group {
  readonly bundles: readonly number[];
  readonly gains: readonly bigint[];
}

/** The fewest demands that let enough members move; with all demands met, enough do. */
export function fewestBundles(problem: DemandProblem, effort: Effort): FoundDemands {
  const { groups, bundles } = bundled(problem);
  const [first] = bundles;
  const isFree = bundles.every(
    (bundle) => bundle.groups.length === 1 && bundle.demands.length === first?.demands.length,
  );
  return isFree && groups.every((group) => group.bundles.length === 1)
    ? fewestGroups(problem, groups, bundles, effort)
    : searched(problem, groups, bundles, effort);
}

/** The demands in bundles, in the order of their first demands, and the members in groups. */
function bundled({ number, askers }: DemandProblem): { groups: Group[]; bundles: Bundle[] } {
  const byDemands = new Map<string, { demands: readonly number[]; gains: bigint[] }>();
  for (const { demands, gains } of askers) {
    const known = byDemands.get(demands.join(' '));
    if (known === undefined) byDemands.set(demands.join(' '), { demands, gains: [...gains] });
    else for (const [index, gain] of gains.entries()) known.gains[index] = (known.gains[index] ?? 0n) + gain;
  }
  const groups = [...byDemands.values()];
  const groupsOf = Array.from({ length: number }, (): number[] => []);
  for (const [index, { demands }] of groups.entries()) for (const demand of demands) groupsOf[demand]?.push(index);
  const byGroups = new Map<string, { demands: number[]; groups: number[] }>();
  for (const [demand, asking] of groupsOf.entries()) {
    const known = byGroups.get(asking.join(' '));
    if (known === undefined) byGroups.set(asking.join(' '), { demands: [demand], groups: asking });
    else known.demands.push(demand);
  }
  const bundles = [...byGroups.values()];
  const bundlesOf = groups.map((): number[] => []);
  for (const [which, bundle] of bundles.entries()) for (const index of bundle.groups) bundlesOf[index]?.push(which);
  return { bundles, groups: groups.map(({ gains }, index) => ({ gains, bundles: bundlesOf[index] ?? [] })) };
}

/** Each group has demands of its own, equally many: the fewest demands are those of the fewest groups. */
function fewestGroups(
  { required, need }: DemandProblem,
  groups: readonly Group[],
  bundles: readonly Bundle[],
  effort: Effort,
): FoundDemands {
  const codeOf = (bundle: number): string => String(bundle).padStart(9, '0');
  const requirement: Requirement = {
    movers: bundles.map((_, index) => ({ code: codeOf(index), settled: false })),
    constraints: required.map((least, which) => ({
      required: least,
      gains: new Map(
        groups.flatMap(({ bundles: [own = 0], gains }) => {
          const gain = gains[which] ?? 0n;
          return gain === 0n ? [] : [[codeOf(own), gain] as const];
        }),
      ),
    })),
    need,
    needOf: () => need,
  };
  const { sets, size, count, exact } = cheapestSets(requirement, 'members', effort);
  return {
    sets: sets.map((set) => demandsIn(set.map((code) => bundles[Number(code)] as Bundle))),
    size: size === undefined ? undefined : size * (bundles[0]?.demands.length ?? 0),
    count,
    exact,
  };
}

const demandsIn = (bundles: readonly Bundle[]): number[] =>
  bundles.flatMap(({ demands }) => demands).sort((a, b) => a - b);

/** Depth-first search for sets of ever more demands. A bundle is met or left out; bounds tell what can still move. */
function searched(
  { required, need }: DemandProblem,
  groups: readonly Group[],
  bundles: readonly Bundle[],
  effort: Effort,
): FoundDemands {
  const alternatives = alternativesOf(need);
  const costs = bundles.map(({ demands }) => demands.length);
  // There is one search, and not one for the size, one for the sets and one for the members.
  const budget: Budget = { left: 3 * effort.search };
  /** By bundle: met, left out, or undefined while it is open. */
  const state: (boolean | undefined)[] = bundles.map(() => undefined);
  /** What a group still costs; infinity if it cannot move any more. */
  const priceOf = ({ bundles: own }: Group): number =>
    own.reduce(
      (sum, which) => sum + (state[which] === true ? 0 : state[which] === false ? Infinity : (costs[which] ?? 0)),
      0,
    );

  const isMetBy = (moving: readonly Group[]): boolean =>
    isMet(
      need,
      (index) => moving.reduce((sum, { gains }) => sum + (gains[index] ?? 0n), 0n) >= (required[index] ?? 0n),
    );

  /**
   * A lower bound on what it costs to meet a constraint: each bundle is paid for in equal parts by the groups that may
   * still ask for it, and groups may be bought in part.
   */
  const leastCost = (index: number, able: readonly Group[]): number => {
    const askers = costs.map(() => 0);
    for (const { bundles: own } of able) for (const which of own) askers[which] = (askers[which] ?? 0) + 1;
    const offers = able
      .map(({ bundles: own, gains }) => ({
        gain: partOf(gains[index] ?? 0n, required[index] ?? 0n),
        price: own.reduce(
          (sum, which) => sum + (state[which] === true ? 0 : (costs[which] ?? 0) / (askers[which] ?? 1)),
          0,
        ),
      }))
      .sort((a, b) => a.price * b.gain - b.price * a.gain);
    let [left, cost] = [1, 0];
    for (const { gain, price } of offers) {
      if (left <= 0) break;
      cost += price * Math.min(1, left / gain);
      left -= gain;
    }
    return cost;
  };

  const sets: number[][] = [];
  let count = 0n;
  const explore = (bundle: number, left: number): void => {
    const able = groups.filter((group) => priceOf(group) <= left);
    budget.left -= groups.length * (required.length + 4);
    if (budget.left < 0 || !isMetBy(able)) return;
    if (left === 0) {
      count += 1n;
      if (sets.length < mostSets) sets.push(demandsIn(bundles.filter((_, which) => state[which] === true)));
      // From now on the sets are only counted.
      if (sets.length === mostSets && count === BigInt(mostSets)) budget.left = effort.count;
      return;
    }
    budget.left -= groups.length * required.length * 4;
    const fits = ({ must }: { readonly must: readonly number[] }): boolean =>
      must.every((index) => leastCost(index, able) <= left + tolerance);
    if (!alternatives.some(fits)) return;
    const next = state.findIndex(
      (is, which) => which >= bundle && is === undefined && able.some(({ bundles: own }) => own.includes(which)),
    );
    if (next < 0) return;
    const cost = costs[next] ?? 0;
    if (cost <= left) {
      state[next] = true;
      explore(next + 1, left - cost);
    }
    state[next] = false;
    explore(next + 1, left);
    state[next] = undefined;
  };

  const whole = costs.reduce((sum, cost) => sum + cost, 0);
  let size = 0;
  for (; size <= whole && sets.length === 0 && budget.left >= 0; size += 1) explore(0, size);
  if (sets.length > 0) return { size: size - 1, sets, count: budget.left < 0 ? undefined : count, exact: true };
  const some = leftOver({ required, need }, groups, bundles);
  return { size: some.length, sets: [some], count: undefined, exact: false };
}

const tolerance = 1e-6;

/** What part of a required amount an amount is, rounded up. */
const partOf = (amount: bigint, required: bigint): number => Number((amount << 40n) / required + 1n) / 2 ** 40;

/** The demands of bundles that are left when each that is not needed has been dropped, the last first. */
function leftOver(
  { required, need }: Pick<DemandProblem, 'required' | 'need'>,
  groups: readonly Group[],
  bundles: readonly Bundle[],
): number[] {
  const moving = new Set(groups.keys());
  let sums = required.map((_, index) => groups.reduce((sum, { gains }) => sum + (gains[index] ?? 0n), 0n));
  const kept = bundles.toReversed().filter((bundle) => {
    const lost = bundle.groups.filter((index) => moving.has(index));
    const rest = sums.map((sum, index) =>
      lost.reduce((left, group) => left - (groups[group]?.gains[index] ?? 0n), sum),
    );
    if (!isMet(need, (index) => (rest[index] ?? 0n) >= (required[index] ?? 0n))) return true;
    for (const index of lost) moving.delete(index);
    sums = rest;
    return false;
  });
  return demandsIn(kept);
}
