import type { FewestDemands } from '../../model/path.ts';
import { mostSets } from '../solver/program/first-sets.ts';
import { type Alternative, alternativesOf } from '../solver/program/need.ts';
import type { Budget } from '../solver/program/program.ts';
import { itemAt, numberAt } from '../solver/program/vectors.ts';
import { cheapestSets, type Effort } from './cheapest-sets.ts';
import {
  type Bundle,
  bundled,
  type DemandProblem,
  demandsIn,
  type Group,
  isMetBy,
  leftOver,
} from './demand-bundles.ts';

/** Sets of demands by index. */
export interface FoundDemands extends Pick<FewestDemands, 'size' | 'count' | 'exact'> {
  readonly sets: readonly (readonly number[])[];
}

/** The fewest demands that let enough members move; with all demands met, enough do. */
export function fewestIn(problem: DemandProblem, effort: Effort): FoundDemands {
  const { groups, bundles } = bundled(problem);
  const costs = new Set(bundles.map(({ demands }) => demands.length));
  const isFree = costs.size === 1 && bundles.every((bundle) => bundle.groups.length === 1);
  return isFree && groups.every((group) => group.bundles.length === 1)
    ? fewestGroups(problem, groups, bundles, effort)
    : searched(problem, groups, bundles, effort);
}

/** Each group has demands of its own, equally many: the fewest demands are those of the fewest groups. */
function fewestGroups(
  { required, need }: DemandProblem,
  groups: readonly Group[],
  bundles: readonly Bundle[],
  effort: Effort,
): FoundDemands {
  const codeOf = (bundle: number): string => String(bundle).padStart(9, '0');
  const requirement = {
    movers: bundles.map((_, index) => ({ code: codeOf(index), settled: false })),
    constraints: required.map((least, which) => ({
      required: least,
      gains: new Map(groups.map(({ bundles: own, gains }) => [codeOf(numberAt(own, 0)), itemAt(gains, which)])),
    })),
    need,
  };
  const { sets, count, exact } = cheapestSets(requirement, 'members', effort);
  const demands = sets.map((set) => demandsIn(set.map((code) => itemAt(bundles, Number(code)))));
  return { sets: demands, size: itemAt(demands, 0).length, count, exact };
}

/** Slack for sums of doubles: the costs are whole. */
const tolerance = 1e-6;

/** Depth-first search for sets of ever more demands. A bundle is met or left out; bounds tell what can still move. */
function searched(
  problem: DemandProblem,
  groups: readonly Group[],
  bundles: readonly Bundle[],
  effort: Effort,
): FoundDemands {
  const { required, need } = problem;
  const alternatives = alternativesOf(need);
  const costs = bundles.map(({ demands }) => demands.length);
  // There is one search, and not one for the size, one for the sets and one for the members.
  const budget: Budget = { left: 3 * effort.search };
  const asked = groups.reduce((sum, group) => sum + group.bundles.length, 0);
  /** By bundle: what meeting it still costs; infinity once it is left out. */
  const prices = [...costs];
  const priceOf = ({ bundles: own }: Group): number => own.reduce((sum, which) => sum + numberAt(prices, which), 0);

  /**
   * A lower bound on what it costs to meet a constraint: each bundle is paid for in equal parts by the groups that may
   * still ask for it, and groups may be bought in part.
   */
  const leastCost = (index: number, able: readonly Group[]): number => {
    const askers = costs.map(() => 0);
    for (const { bundles: own } of able) for (const which of own) askers[which] = numberAt(askers, which) + 1;
    const offers = able
      .map(({ bundles: own, gains }) => ({
        gain: partOf(itemAt(gains, index), itemAt(required, index)),
        price: own.reduce((sum, which) => sum + numberAt(prices, which) / numberAt(askers, which), 0),
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
  const isWithin = ({ must }: Alternative, able: readonly Group[], left: number): boolean =>
    must.every((index) => leastCost(index, able) <= left + tolerance);

  const sets: number[][] = [];
  let count = 0n;
  const explore = (left: number): void => {
    const able = groups.filter((group) => priceOf(group) <= left);
    budget.left -= groups.length * (required.length + 2) + asked;
    if (budget.left < 0 || !isMetBy(able, problem)) return;
    if (left === 0) {
      count += 1n;
      if (sets.length === mostSets) return;
      sets.push(demandsIn(bundles.filter((_, which) => prices[which] === 0)));
      // From now on the sets are only counted.
      if (sets.length === mostSets) budget.left = effort.count;
      return;
    }
    budget.left -= required.length * (groups.length * 2 + asked);
    if (!alternatives.some((alternative) => isWithin(alternative, able, left))) return;
    // Groups that can move ask for a bundle that is open: those that ask for none move already, and are not enough.
    const open = able.flatMap(({ bundles: own }) => own.filter((which) => numberAt(prices, which) > 0));
    const bundle = open.reduce((first, which) => Math.min(first, which));
    const cost = numberAt(costs, bundle);
    prices[bundle] = 0;
    explore(left - cost);
    prices[bundle] = Number.POSITIVE_INFINITY;
    explore(left);
    prices[bundle] = cost;
  };

  const whole = costs.reduce((sum, cost) => sum + cost, 0);
  let size = 0;
  for (; size < whole && sets.length === 0 && budget.left >= 0; size += 1) explore(size + 1);
  if (sets.length > 0) return { size, sets, count: budget.left < 0 ? undefined : count, exact: true };
  const some = leftOver(problem, groups, bundles);
  return { size: some.length, sets: [some], count: undefined, exact: false };
}

/** What part of a required amount an amount is, rounded up. */
const partOf = (amount: bigint, required: bigint): number => Number((amount << 40n) / required + 1n) / 2 ** 40;
