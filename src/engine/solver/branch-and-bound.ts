import { isMet, type Need } from './requirement.ts';
import {
  type ClassBounds,
  improvedBySwaps,
  mostSwapClasses,
  type OpenRow,
  type Relaxation,
  relaxations,
  type Subproblem,
  tightened,
  violation,
} from './surrogate-relaxation.ts';
import type { ClassConstraint } from './symmetry.ts';
import { at, descending, dot, itemAt, total, type Vector } from './vectors.ts';

/**
 * Work left, in steps of about equal length; below zero when used up. No clock, so that every machine gives one
 * answer.
 */
export interface Budget {
  left: number;
}

/** A search over rows, within bounds that differ from call to call. */
export interface Search {
  /**
   * Finds a selection, by class, that meets the need within the bounds.
   *
   * @returns undefined when there is none, and when the budget is used up
   */
  find(need: Need, bounds: ClassBounds): Vector | undefined;
  /** The bounds, tightened without losing any selection that meets the need; one must exist. */
  tighten(need: Need, bounds: ClassBounds): ClassBounds;
}

/** A need in two parts: rows that must all be met, and disjunctions: lists of needs, one of each to be met. */
interface Conjunction {
  readonly must: readonly number[];
  readonly disjunctions: readonly (readonly Need[])[];
}

function conjunctionOf(need: Need): Conjunction {
  if (need.kind === 'constraint') return { must: [need.index], disjunctions: [] };
  if (need.kind === 'any') return { must: [], disjunctions: [need.of] };
  const parts = need.of.map(conjunctionOf);
  return {
    must: parts.flatMap(({ must }) => must),
    disjunctions: parts.flatMap(({ disjunctions }) => disjunctions),
  };
}

/**
 * A branch-and-bound search. At each node, relaxations of the rows that must be met give a selection that meets them,
 * or prove that there is none, or show which class to branch on.
 *
 * @param holds whether a selection meets a row exactly; asked where rows are rounded
 */
export function branchAndBound(
  rows: readonly ClassConstraint[],
  budget: Budget,
  holds: (index: number, selection: Vector) => boolean,
): Search {
  const orders = rows.map(({ gains }) => descending(gains));
  const lastWeights = new Map<string, Vector>();
  const meets = (index: number, selection: Vector): boolean => {
    const { gains, required, rounded } = itemAt(rows, index);
    return dot(gains, selection) >= required && (!rounded || holds(index, selection));
  };

  /** Largest gain in a row from adding `remaining` members to the lower bounds. */
  const mostGained = (index: number, remaining: number, { lower, upper }: ClassBounds): number => {
    const { gains } = itemAt(rows, index);
    let [left, sum] = [remaining, 0];
    for (const which of itemAt(orders, index)) {
      if (left === 0) break;
      const more = Math.min(left, at(upper, which) - at(lower, which));
      sum += more * at(gains, which);
      left -= more;
    }
    return sum;
  };

  /** The node of these bounds; undefined when a row is out of reach by itself, or the size is. */
  const subproblemOf = (must: readonly number[], bounds: ClassBounds): Subproblem | undefined => {
    const { size, lower, upper } = bounds;
    const remaining = size - total(lower);
    budget.left -= lower.length * (must.length + 1);
    if (remaining < 0 || total(upper) < size) return undefined;
    const openRows: OpenRow[] = [];
    for (const index of must) {
      const row = itemAt(rows, index);
      const shortfall = row.required - dot(row.gains, lower);
      if (shortfall <= 0) continue;
      if (mostGained(index, remaining, bounds) < shortfall) return undefined;
      openRows.push({ row, shortfall });
    }
    const freeClasses = [...lower.keys()].filter((index) => at(lower, index) < at(upper, index));
    return { openRows, bounds, freeClasses, remaining };
  };
  const keyOf = ({ openRows }: Subproblem): string => openRows.map(({ row }) => rows.indexOf(row)).join(' ');
  const startOf = (node: Subproblem): Vector =>
    lastWeights.get(keyOf(node)) ?? new Float64Array(node.openRows.length).fill(1 / node.openRows.length);

  const find = ({ must, disjunctions }: Conjunction, bounds: ClassBounds): Vector | undefined => {
    const node = subproblemOf(must, bounds);
    if (node === undefined || budget.left < 0) return undefined;

    /** The selection if it meets the disjunctions too; otherwise a search for each need of one that is unmet. */
    const withDisjunctions = (selection: Vector): Vector | undefined => {
      const unmet = disjunctions.find(
        (needs) => !needs.some((need) => isMet(need, (index) => meets(index, selection))),
      );
      if (unmet === undefined) return selection;
      const others = disjunctions.filter((needs) => needs !== unmet);
      for (const need of unmet) {
        const more = conjunctionOf(need);
        const both = {
          must: [...new Set([...must, ...more.must])],
          disjunctions: [...others, ...more.disjunctions],
        };
        const answer = find(both, bounds);
        if (answer !== undefined) return answer;
      }
      return undefined;
    };
    const meetsAll = (selection: Vector): boolean => must.every((index) => meets(index, selection));

    const key = keyOf(node);
    let [tightest, nearest]: (Relaxation | undefined)[] = [];
    for (const relaxation of relaxations(node, startOf(node))) {
      budget.left -= node.freeClasses.length * (node.openRows.length + 3) + bounds.lower.length;
      if (meetsAll(relaxation.selection)) return withDisjunctions(relaxation.selection);
      lastWeights.set(key, relaxation.weights);
      if (relaxation.slack < 0) return undefined;
      if (tightest === undefined || relaxation.slack < tightest.slack) tightest = relaxation;
      if (nearest === undefined || violation(relaxation.slacks) < violation(nearest.slacks)) nearest = relaxation;
    }
    const close = nearest as Relaxation;
    lastWeights.set(key, (tightest as Relaxation).weights);
    budget.left -= node.openRows.length * Math.min(node.freeClasses.length, mostSwapClasses) ** 2;
    const better = improvedBySwaps(node, close);
    if (meetsAll(better)) return withDisjunctions(better);

    const { lower, upper, size } = tightened(node, tightest as Relaxation);
    const classes = close.order.filter((index) => at(lower, index) < at(upper, index));
    const branch = classes.findLast((index) => at(close.selection, index) > at(lower, index)) ?? classes[0];
    // Nothing is left but the tightest relaxation's own selection, which was tried.
    if (branch === undefined) return undefined;
    const middle = Math.max(at(lower, branch), Math.min(at(close.selection, branch), at(upper, branch)) - 1);
    const above = find({ must, disjunctions }, { size, lower: lower.with(branch, middle + 1), upper });
    return above ?? find({ must, disjunctions }, { size, lower, upper: upper.with(branch, middle) });
  };

  return {
    find: (need, bounds) => find(conjunctionOf(need), bounds),
    tighten(need, bounds) {
      const node = subproblemOf(conjunctionOf(need).must, bounds) as Subproblem;
      const all = [...relaxations(node, startOf(node))];
      return tightened(
        node,
        all.reduce((tightest, other) => (other.slack < tightest.slack ? other : tightest)),
      );
    },
  };
}
