import { type Alternative, both, conjunctionOf, isMet } from '../program/need.ts';
import { type Bounds, type Budget, meetsRow, type Program } from '../program/program.ts';
import { at, dot, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import { type OpenRow, type Range, type Relaxation, relaxations, type Subproblem, tightened } from './relaxation.ts';
import { improvedBySwaps, mostSwapClasses, violation } from './swaps.ts';
import { takeLargest } from './take-largest.ts';

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

/** A node of the search: what is decided, and what is left to decide. */
interface Node extends Subproblem {
  readonly alternative: Alternative;
  /** By place: the class. */
  readonly classes: Int32Array;
  /** By class: how many members are in already. */
  readonly decided: Vector;
  /** The rows that are open, as a key. */
  readonly key: string;
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

  /** The node of these bounds; undefined when a row is out of reach by itself, or a quota is. */
  const rootOf = (alternative: Alternative, { quotas, lower, upper }: Bounds): Node | undefined => {
    const left = [...quotas];
    for (let index = 0; index < lower.length; index += 1) {
      if (at(lower, index) > at(upper, index)) return undefined;
      const level = at(levels, index);
      left[level] = numberAt(left, level) - at(lower, index);
    }
    const classes = Int32Array.from(lower.keys()).filter((index) => at(lower, index) < at(upper, index));
    const room = Float64Array.from(classes, (index) => at(upper, index) - at(lower, index));
    budget.left -= lower.length * (alternative.must.length + 1);
    return nodeOf(alternative, classes, room, left, lower);
  };

  const nodeOf = (
    alternative: Alternative,
    classes: Int32Array,
    room: Vector,
    quotas: readonly number[],
    decided: Vector,
  ): Node | undefined => {
    const places = quotas.map((_, level) =>
      Int32Array.from(classes.keys()).filter((place) => at(levels, classes[place] as number) === level),
    );
    const fits = quotas.every(
      (quota, level) => quota >= 0 && quota <= itemAt(places, level).reduce((sum, place) => sum + at(room, place), 0),
    );
    if (!fits) return undefined;
    const rows: OpenRow[] = [];
    for (const index of alternative.must) {
      const row = itemAt(program.rows, index);
      const gains = Float64Array.from(classes, (which) => at(row.gains, which));
      const shortfall = row.required - dot(row.gains, decided);
      const extreme = (keys: Vector): number => {
        const selection = new Float64Array(room.length);
        for (const [level, own] of places.entries()) takeLargest(own, keys, numberAt(quotas, level), room, selection);
        return dot(gains, selection);
      };
      if ((row.signed ? extreme(gains.map((gain) => -gain)) : 0) >= shortfall) continue;
      const most = extreme(gains);
      if (most < shortfall) return undefined;
      const scale = row.signed ? Math.abs(shortfall) + Math.abs(most) || 1 : shortfall;
      rows.push({ index, gains, shortfall, scale });
    }
    budget.left -= 4 * classes.length * (alternative.must.length + 1);
    const key = rows.map(({ index }) => index).join(' ');
    return { alternative, classes, decided, rows, room, places, quotas, key };
  };

  /** The node within a range: classes whose number it fixes are decided. */
  const within = (node: Node, { least, most }: Range): Node | undefined => {
    const decided = node.decided.slice();
    const quotas = [...node.quotas];
    for (const [place, index] of node.classes.entries()) {
      const [level, more] = [at(levels, index), at(least, place)];
      decided[index] = at(decided, index) + more;
      quotas[level] = numberAt(quotas, level) - more;
    }
    const open = Int32Array.from(node.classes.keys()).filter((place) => at(least, place) < at(most, place));
    const classes = open.map((place) => node.classes[place] as number);
    const room = Float64Array.from(open, (place) => at(most, place) - at(least, place));
    return nodeOf(node.alternative, classes, room, quotas, decided);
  };
  const startOf = ({ rows, key }: Node): Vector =>
    lastWeights.get(key) ?? new Float64Array(rows.length).fill(1 / rows.length);
  const selectionOf = ({ classes, decided }: Node, added: Vector): Vector => {
    const selection = decided.slice();
    for (const [place, index] of classes.entries()) selection[index] = at(selection, index) + at(added, place);
    return selection;
  };

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
