import { type Alternative, both, conjunctionOf, isMet } from '../program/need.ts';
import { type Bounds, type Budget, meetsRow, type Program } from '../program/program.ts';
import { at, dot, numberAt, type Vector } from '../program/vectors.ts';
import { type Node, nodesOf, selectionOf } from './node.ts';
import { type Range, type Relaxation, relaxations, tightened } from './relaxation.ts';
import { improvedBySwaps, mostSwapClasses, violation } from './swaps.ts';

/** The weights of rows, in parts of what a row gains, and the prices of levels, with which a search ended. */
export interface Multipliers {
  readonly rows: readonly { readonly index: number; readonly weight: number }[];
  readonly prices: readonly number[];
}

/** A search for selections, within bounds that differ from call to call. */
export interface Search {
  /**
   * Finds a selection, by class, that meets an alternative within the bounds.
   *
   * @returns undefined when there is none, and when the budget is used up
   */
  find(alternative: Alternative, bounds: Bounds): Vector | undefined;
  /** The bounds, tightened without losing any selection that meets the alternative; one must exist. */
  tighten(alternative: Alternative, bounds: Bounds): Bounds;
  /**
   * The multipliers with which the search of this alternative ended last, or others to begin with.
   *
   * @param best search for the best ones instead
   * @returns undefined when one row alone, or a quota, shows that there is no selection
   */
  multipliers(alternative: Alternative, bounds: Bounds, best?: boolean): Multipliers | undefined;
}

/**
 * A branch-and-bound search. At each node, relaxations of the rows that must be met give a selection that meets them,
 * or prove that there is none, or show which class to branch on. A node keeps nothing of classes whose number is known.
 *
 * @param levels by class: the level of its cost, from zero
 */
export function branchAndBound(program: Program, levels: Vector, budget: Budget): Search {
  const lastWeights = new Map<string, Vector>();
  const meets = (index: number, selection: Vector): boolean => meetsRow(program, index, selection);

  const { rootOf, nodeOf, within } = nodesOf(program, levels, budget);
  const startOf = ({ rows, key }: Node): Vector =>
    lastWeights.get(key) ?? new Float64Array(rows.length).fill(1 / rows.length);
  const tightestOf = (node: Node): Relaxation => {
    let tightest: Relaxation | undefined;
    for (const relaxation of relaxations(node, startOf(node))) {
      budget.left -= node.room.length * (2 * node.rows.length + 3);
      if (tightest === undefined || relaxation.slack < tightest.slack) tightest = relaxation;
      if (budget.left < 0) break;
    }
    const best = tightest as Relaxation;
    lastWeights.set(node.key, best.weights);
    return best;
  };

  const find = (node: Node | undefined): Vector | undefined => {
    if (node === undefined || budget.left < 0) return undefined;
    const { alternative, rows, room, key } = node;
    const width = room.length;
    /** What is added, as a selection, if it meets the rows and the disjunctions; with a search where it does not. */
    const accepted = (added: Vector, slacks: Vector): { readonly selection: Vector | undefined } | undefined => {
      if (slacks.some((slack) => slack < 0)) return undefined;
      const selection = selectionOf(node, added);
      if (!alternative.must.every((index) => meets(index, selection))) return undefined;
      return { selection: withDisjunctions(node, selection) };
    };

    let [tightest, nearest]: (Relaxation | undefined)[] = [];
    for (const relaxation of relaxations(node, startOf(node))) {
      budget.left -= width * (2 * rows.length + 3);
      const answer = accepted(relaxation.selection, relaxation.slacks);
      if (answer !== undefined) return answer.selection;
      lastWeights.set(key, relaxation.weights);
      if (relaxation.slack < 0) return undefined;
      if (tightest === undefined || relaxation.slack < tightest.slack) tightest = relaxation;
      if (nearest === undefined || violation(relaxation.slacks) < violation(nearest.slacks)) nearest = relaxation;
    }
    const [bound, close] = [tightest as Relaxation, nearest as Relaxation];
    lastWeights.set(key, bound.weights);
    budget.left -= width * 10 + rows.length * Math.min(width, mostSwapClasses) ** 2;
    const better = improvedBySwaps(node, close);
    const slacks = Float64Array.from(rows, (row) => dot(row.gains, better) - row.shortfall);
    const answer = accepted(better, slacks);
    if (answer !== undefined) return answer.selection;

    const { least, most } = tightened(node, bound);
    const branch = branchOf(node, close, { least, most });
    // Nothing is left but the tightest relaxation's own selection, which was tried.
    if (branch === undefined) return undefined;
    const [low, high] = [at(least, branch), at(most, branch)];
    const middle = Math.max(low, Math.min(at(close.selection, branch), high) - 1);
    return (
      find(within(node, { least: least.with(branch, middle + 1), most })) ??
      find(within(node, { least, most: most.with(branch, middle) }))
    );
  };

  /** The selection if it meets the disjunctions; otherwise a search for each need of one that is unmet. */
  const withDisjunctions = (node: Node, selection: Vector): Vector | undefined => {
    const { must, disjunctions } = node.alternative;
    const unmet = disjunctions.find((needs) => !needs.some((need) => isMet(need, (index) => meets(index, selection))));
    if (unmet === undefined) return selection;
    const rest = { must, disjunctions: disjunctions.filter((needs) => needs !== unmet) };
    for (const need of unmet) {
      const alternative = both(rest, conjunctionOf(need));
      const answer = find(nodeOf(alternative, node.classes, node.room, node.quotas, node.decided));
      if (answer !== undefined) return answer;
    }
    return undefined;
  };

  /** The class to branch on: that which gains least of those chosen, else the one nearest to being chosen. */
  const branchOf = ({ classes }: Node, { selection, gains, lines }: Relaxation, range: Range): number | undefined => {
    let [branch, nearest, chosen]: [number | undefined, number, boolean] = [undefined, Number.POSITIVE_INFINITY, false];
    for (const [place, index] of classes.entries()) {
      if (at(range.least, place) === at(range.most, place)) continue;
      const isChosen = at(selection, place) > 0;
      const distance = Math.abs(at(gains, place) - numberAt(lines, at(levels, index)));
      if (isChosen === chosen ? distance < nearest : isChosen) [branch, nearest, chosen] = [place, distance, isChosen];
    }
    return branch;
  };

  return {
    find: (alternative, bounds) => find(rootOf(alternative, bounds)),
    tighten(alternative, bounds) {
      const node = rootOf(alternative, bounds) as Node;
      const { least, most } = tightened(node, tightestOf(node));
      const [lower, upper] = [bounds.lower.slice(), bounds.upper.slice()];
      for (const [place, index] of node.classes.entries()) {
        lower[index] = at(bounds.lower, index) + at(least, place);
        upper[index] = at(bounds.lower, index) + at(most, place);
      }
      return { ...bounds, lower, upper };
    },
    multipliers(alternative, bounds, best = false) {
      const node = rootOf(alternative, bounds);
      if (node === undefined) return undefined;
      const { weights, lines } = best
        ? tightestOf(node)
        : (relaxations(node, startOf(node)).next().value as Relaxation);
      budget.left -= node.room.length * (2 * node.rows.length + 3);
      return {
        rows: node.rows.map(({ index, scale }, which) => ({ index, weight: at(weights, which) / scale })),
        prices: lines.map((line) => (line === Number.POSITIVE_INFINITY ? 0 : line)),
      };
    },
  };
}
