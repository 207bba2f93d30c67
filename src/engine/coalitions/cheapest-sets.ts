import type { MemberSets } from '../../model/path.ts';
import { compareText } from '../../text/compare.ts';
import { countSets, type SetCounts } from '../counting/count-sets.ts';
import { smallestSetsBySearch } from '../solver/many-constraints.ts';
import { smallestSetsBySorting } from '../solver/one-constraint.ts';
import { mostSets } from '../solver/program/first-sets.ts';
import { isNeverMet, type Need } from '../solver/program/need.ts';
import type { Requirement } from '../solver/program/requirement.ts';
import type { Costs, SmallestSets } from '../solver/smallest-sets.ts';

/** The work after which a search or a count is given up, in steps of about equal length. */
export interface Effort {
  /** For the size; the sets, and the members in all of them, get the same again. */
  readonly search: number;
  /** For counting the sets. */
  readonly count: number;
}

/**
 * The effort for a body of this many members: as much as makes an answer in a fraction of a second. A larger body gets
 * more, since each step of a search costs more there.
 */
export function effortFor(members: number): Effort {
  return { search: Math.min(6_000_000, 2_000_000 + 8_000 * members), count: 28_000_000 };
}

/** The cheapest sets that meet a requirement, counted. */
export interface CheapestSets extends MemberSets {
  /** How many of the members are settled, where costs make that the same for all sets. */
  readonly settled: number | undefined;
  /** Whether one of them also meets another need over the same constraints. */
  readonly suffice: (need: Need) => boolean;
  /** The steps that all of this has taken. */
  readonly spent: Effort;
}

/** The sets alone. */
export function memberSetsOf({
  size,
  sets,
  count,
  exact,
  complete,
  necessary,
  possible,
  holding,
}: MemberSets): MemberSets {
  return { size, sets, count, exact, complete, necessary, possible, holding };
}

/** The answer where no set would do. */
export const noSet: CheapestSets = {
  size: undefined,
  settled: undefined,
  sets: [],
  count: 0n,
  exact: true,
  complete: true,
  necessary: [],
  possible: [],
  holding: new Map(),
  suffice: () => false,
  spent: { search: 0, count: 0 },
};

/** What is asked of a set of members. */
type Asked = Omit<Requirement, 'needOf'>;

/** The cheapest sets that meet a requirement: found, listed and counted as far as the effort goes. */
export function cheapestSets(requirement: Asked, costs: Costs, effort: Effort): CheapestSets {
  const { constraints, need } = requirement;
  if (isNeverMet(need)) return noSet;
  const found = solved(requirement, costs, effort.search);
  if (found === undefined) return noSet;
  const { size, settled, sets, frame, suffice } = found;
  const counting = { left: effort.count };
  const counts =
    found.complete && sets.length < mostSets ? countsOf(sets) : frame && countSets(frame, constraints, need, counting);
  const { necessary, possible, complete } = counts ? membershipBy(counts.count, counts.holding) : found.membership();
  return {
    size,
    settled,
    sets,
    count: counts?.count,
    exact: found.exact,
    complete: found.complete && complete,
    necessary: [...necessary].sort(compareText),
    possible: [...possible].sort(compareText),
    holding: counts?.holding,
    suffice,
    spent: { search: found.spent(), count: effort.count - counting.left },
  };
}

function solved(requirement: Asked, costs: Costs, effort: number): SmallestSets | undefined {
  const { movers, constraints, need } = requirement;
  const [only, another] = constraints;
  return only !== undefined && another === undefined && need.kind === 'constraint'
    ? smallestSetsBySorting(movers, only, costs)
    : smallestSetsBySearch(requirement, costs, effort);
}

/** The counts where all sets are listed. */
function countsOf(sets: readonly (readonly string[])[]): SetCounts {
  const holding = new Map<string, bigint>();
  for (const code of sets.flat()) holding.set(code, (holding.get(code) ?? 0n) + 1n);
  return { count: BigInt(sets.length), holding };
}

function membershipBy(count: bigint, holding: ReadonlyMap<string, bigint>) {
  const codes = [...holding.keys()];
  return { necessary: codes.filter((code) => holding.get(code) === count), possible: codes, complete: true };
}
