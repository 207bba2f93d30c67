import { compareText } from '../../text/compare.ts';
import { firstSets, mostSets } from './program/first-sets.ts';
import { alternativesOf, isMet, type Need } from './program/need.ts';
import type { Budget, Program } from './program/program.ts';
import type { Requirement } from './program/requirement.ts';
import { rowsOf, symmetryClasses } from './program/symmetry.ts';
import { at, dot, itemAt, numberAt, type Vector } from './program/vectors.ts';
import { branchAndBound } from './search/branch-and-bound.ts';
import { fewestMembers, fewestSettled, type MetQuotas, quotasOfSize } from './search/cheapest-quotas.ts';
import { boundsAt, type LeveledSearch } from './search/first-step.ts';
import { membershipBySearch } from './search/membership.ts';
import { minimalSelection } from './search/minimal-selection.ts';
import { type LiveAlternative, partialSetBySearch } from './search/search-sets.ts';
import type { Costs, SmallestSets } from './smallest-sets.ts';

/**
 * The cheapest sets for any need, by search.
 *
 * @param effort the steps after which the search for the size is given up; that for the first sets, and that for the
 * members in all of them, have as many each
 * @returns undefined when no set meets the need
 */
export function smallestSetsBySearch(
  { movers, constraints, need }: Omit<Requirement, 'needOf'>,
  costs: Costs,
  effort: number,
): SmallestSets | undefined {
  const budget: Budget = { left: effort };
  let granted = effort;
  /** Grants as many steps again. */
  const grant = (): void => {
    granted += effort - budget.left;
    budget.left = effort;
  };
  const spent = (): number => granted - budget.left;
  const classes = symmetryClasses(movers, constraints, ({ settled }) => settled);
  const exactGains = constraints.map(({ gains }) => classes.map(([{ code }]) => gains.get(code) ?? 0n));
  const holds = (index: number, selection: Vector): boolean => {
    const gains = itemAt(exactGains, index);
    const gain = gains.reduce((sum, each, which) => sum + each * BigInt(at(selection, which)), 0n);
    return gain >= itemAt(constraints, index).required;
  };
  const sizes = Float64Array.from(classes, (members) => members.length);
  const program: Program = { rows: rowsOf(constraints, classes, true), sizes, holds };
  const isSettled = Float64Array.from(classes, ([member]) => (member.settled ? 1 : 0));
  const searchBy = (levels: Vector): LeveledSearch => {
    return { ...branchAndBound(program, levels, budget), program, levels, budget };
  };
  const codesOf = (share: (index: number) => number): string[] =>
    classes.flatMap((members, index) => members.slice(0, share(index)).map(({ code }) => code)).sort(compareText);

  const alternatives = alternativesOf(need);
  const byStanding = searchBy(isSettled);
  const strict = program.rows.some(({ rounded }) => rounded) ? rowsOf(constraints, classes, false) : program.rows;
  const known = strict.some(({ signed }) => signed) ? undefined : minimalSelection(strict, sizes, need, isSettled);
  const found =
    costs === 'members'
      ? fewestMembers(searchBy(new Float64Array(sizes.length)), alternatives, known)
      : fewestSettled(byStanding, alternatives);
  const meetsKnown = (selection: Vector) => (other: Need) => isMet(other, (index) => holds(index, selection));
  if (found === undefined) {
    if (budget.left >= 0) return undefined;
    const set = known && codesOf((index) => at(known, index));
    return {
      size: set?.length,
      settled: known && dot(isSettled, known),
      exact: false,
      sets: set === undefined ? [] : [set],
      complete: false,
      frame: undefined,
      membership: () => ({ necessary: new Set(), possible: new Set(set), complete: false }),
      suffice: known === undefined ? () => false : meetsKnown(known),
      spent,
    };
  }

  const { search, quotas, witnesses } = found;
  const some = witnesses[0].selection;
  const size = quotas.reduce((sum, quota) => sum + quota, 0);
  const isAlive = budget.left >= 0;
  grant();
  const live = liveAt(found);
  const classOfCode = new Map(classes.flatMap((members, index) => members.map(({ code }) => [code, index] as const)));
  const classOf = movers.map(({ code }) => classOfCode.get(code) as number);
  const listed: number[][] = [];
  const able = witnesses.map(({ alternative }) => alternative);
  for (const met of costs === 'members' ? quotasOfSize(byStanding, able, size) : [found]) {
    const partial = partialSetBySearch(met.search, liveAt(met), classOf);
    listed.push(...firstSets(partial, size, mostSets - listed.length));
    if (listed.length === mostSets) break;
  }
  const complete = isAlive && budget.left >= 0;
  const selections = listed.map((set) => selectionOf(set, classOf, sizes.length));
  const sets = listed.map((set) => set.map((index) => itemAt(movers, index).code));
  return {
    size,
    settled: dot(isSettled, selections[0] ?? some),
    exact: true,
    // A search given up before it listed any set still knows one.
    sets: sets.length > 0 ? sets : [codesOf((index) => at(some, index))],
    complete,
    frame: isAlive ? { classes, rows: program.rows, levels: search.levels, quotas, ...hull(live) } : undefined,
    membership() {
      if (isAlive) grant();
      const all = [...witnesses.map(({ selection }) => selection), ...selections];
      const membership = membershipBySearch(search, live, all);
      return {
        necessary: new Set(codesOf((index) => (membership.always[index] ? at(sizes, index) : 0))),
        possible: new Set(codesOf((index) => (membership.sometimes[index] ? at(sizes, index) : 0))),
        complete: membership.complete,
      };
    },
    suffice(other) {
      if (meetsKnown(some)(other)) return true;
      grant();
      return alternativesOf(other).some((way) => search.find(way, boundsAt(search, quotas)) !== undefined);
    },
    spent,
  };
}

/** The alternatives that are met, each in the bounds of all selections that meet it. */
function liveAt({ search, quotas, witnesses }: MetQuotas): [LiveAlternative, ...LiveAlternative[]] {
  const [first, ...rest] = witnesses.map(({ alternative, selection }) => {
    return { alternative, selection, bounds: search.tighten(alternative, boundsAt(search, quotas)) };
  });
  return [first as LiveAlternative, ...rest];
}

/** The least bounds that contain those of all alternatives. */
function hull([first, ...others]: readonly [LiveAlternative, ...LiveAlternative[]]): { lower: Vector; upper: Vector } {
  const extreme = (which: 'lower' | 'upper', pick: (...numbers: number[]) => number): Vector =>
    first.bounds[which].map((number, index) => pick(number, ...others.map(({ bounds }) => at(bounds[which], index))));
  return { lower: extreme('lower', Math.min), upper: extreme('upper', Math.max) };
}

/** The selection that a set of member indexes makes. */
function selectionOf(set: readonly number[], classOf: readonly number[], numberOfClasses: number): Vector {
  const selection = new Float64Array(numberOfClasses);
  for (const index of set) {
    const which = numberAt(classOf, index);
    selection[which] = at(selection, which) + 1;
  }
  return selection;
}
