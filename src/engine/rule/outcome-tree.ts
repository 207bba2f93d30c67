import { type Outcome, outcomes } from '../../model/stance.ts';
import { allOf, anyOf } from './evaluate.ts';

/** A tree of `all` and `any`, whatever its leaves are. */
export type Connected<T> =
  | { readonly kind: 'leaf'; readonly leaf: T }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Connected<T>[] };

/** The outcome that a leaf comes to have. */
export interface LeafChange<T> {
  readonly leaf: T;
  readonly outcome: Outcome;
}

/** The outcome of a tree, kept up to date while outcomes of its leaves change: only what is above them is looked at. */
export interface OutcomeTree<T> {
  outcome(): Outcome;
  change(change: LeafChange<T>): void;
  /** What it would be after changes. */
  outcomeAfter(changes: readonly LeafChange<T>[]): Outcome;
}

/** The outcome that parts have under a connective, by how many of them have each. */
const outcomeOf = (kind: 'all' | 'any', parts: Readonly<Record<Outcome, number>>): Outcome =>
  (kind === 'all' ? allOf : anyOf)(outcomes.filter((outcome) => parts[outcome] > 0));

interface Node {
  outcome: Outcome;
  readonly above: Node | undefined;
  /** Of `all` and `any`. */
  readonly kind?: 'all' | 'any';
  /** How many parts have each outcome. */
  readonly parts: Record<Outcome, number>;
}

/**
 * The outcome of a tree.
 *
 * @param outcomeAt the outcome that a leaf has at first
 */
export function outcomeTree<T>(tree: Connected<T>, outcomeAt: (leaf: T) => Outcome): OutcomeTree<T> {
  const nodes = new Map<T, Node>();
  const build = (part: Connected<T>, above: Node | undefined): Node => {
    const parts = { reached: 0, open: 0, blocked: 0 };
    if (part.kind === 'leaf') {
      const node: Node = { outcome: outcomeAt(part.leaf), above, parts };
      nodes.set(part.leaf, node);
      return node;
    }
    const node: Node = { outcome: 'reached', above, kind: part.kind, parts };
    for (const inner of part.of) parts[build(inner, node).outcome] += 1;
    node.outcome = outcomeOf(part.kind, parts);
    return node;
  };
  const root = build(tree, undefined);
  const set = (node: Node, outcome: Outcome): void => {
    const { above, outcome: before } = node;
    if (before === outcome) return;
    node.outcome = outcome;
    if (above?.kind === undefined) return;
    above.parts[before] -= 1;
    above.parts[outcome] += 1;
    set(above, outcomeOf(above.kind, above.parts));
  };
  const nodeOf = (leaf: T): Node => nodes.get(leaf) as Node;
  return {
    outcome: () => root.outcome,
    change: ({ leaf, outcome }) => set(nodeOf(leaf), outcome),
    outcomeAfter(changes) {
      const before = changes.map(({ leaf }) => nodeOf(leaf).outcome);
      for (const { leaf, outcome } of changes) set(nodeOf(leaf), outcome);
      const after = root.outcome;
      for (const [index, { leaf }] of changes.entries()) set(nodeOf(leaf), before[index] as Outcome);
      return after;
    },
  };
}
