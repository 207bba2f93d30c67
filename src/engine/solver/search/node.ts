import type { Alternative } from '../program/need.ts';
import type { Bounds, Budget, Program } from '../program/program.ts';
import { at, dot, itemAt, numberAt, type Vector } from '../program/vectors.ts';
import type { OpenRow, Range, Subproblem } from './relaxation.ts';
import { takeLargest } from './take-largest.ts';

/** A node of the search: what is decided, and what is left to decide. */
export interface Node extends Subproblem {
  readonly alternative: Alternative;
  /** By place: the class. */
  readonly classes: Int32Array;
  /** By class: how many members are in already. */
  readonly decided: Vector;
  /** The rows that are open, as a key. */
  readonly key: string;
}

/** Makes nodes. Each is undefined when a row is out of reach by itself, or a quota is. */
export interface Nodes {
  /** The node of these bounds. */
  rootOf(alternative: Alternative, bounds: Bounds): Node | undefined;
  /** The node of these classes, each with room for so many members, when others are decided. */
  nodeOf(
    alternative: Alternative,
    classes: Int32Array,
    room: Vector,
    quotas: readonly number[],
    decided: Vector,
  ): Node | undefined;
  /** The node within a range: classes whose number it fixes are decided. */
  within(node: Node, range: Range): Node | undefined;
}

/** The nodes of a program. @param levels by class: the level of its cost, from zero */
export function nodesOf(program: Program, levels: Vector, budget: Budget): Nodes {
  const rootOf: Nodes['rootOf'] = (alternative, { quotas, lower, upper }) => {
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

  const nodeOf: Nodes['nodeOf'] = (alternative, classes, room, quotas, decided) => {
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

  const within: Nodes['within'] = (node, { least, most }) => {
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
  return { rootOf, nodeOf, within };
}

/** What is decided in a node together with what is added, as a selection by class. */
export function selectionOf({ classes, decided }: Node, added: Vector): Vector {
  const selection = decided.slice();
  for (const [place, index] of classes.entries()) selection[index] = at(selection, index) + at(added, place);
  return selection;
}
