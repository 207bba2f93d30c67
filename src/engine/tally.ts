import type { Snapshot, Standing } from '../model/snapshot.ts';
import { isPending, rankOf } from '../model/stance.ts';
import type { Holdout, Tally } from '../model/tally.ts';
import { sortedByRank } from '../text/compare.ts';
import type { Writable } from '../text/defined.ts';
import { addTo } from '../text/grouped.ts';
import { stanceCounts } from './evidence/stance-counts.ts';
import { addWords } from './evidence/standings.ts';
import { compositionsOf } from './rule/composition.ts';
import { type Constraint, type Covering, holds, totalGain } from './rule/constraints.ts';
import { type Evaluated, keptEvaluation } from './rule/evaluate.ts';
import { type Connected, type LeafChange, outcomeTree } from './rule/outcome-tree.ts';
import { lastMove } from './standings/last-move.ts';

/** The rule's answer for a snapshot: the outcome, what is missing, and who holds out. @see docs/rules.md */
export function tally(snapshot: Snapshot): Tally {
  const rule = keptEvaluation(snapshot);
  const outcome = rule.evaluation.status;
  const moved = lastMove(snapshot.members);
  const undecided = outcome !== 'reached' && snapshot.decision === undefined;
  return {
    outcome,
    evaluation: rule.evaluation,
    compositions: compositionsOf(rule),
    counts: stanceCounts(snapshot.members.map(({ stance }) => stance)),
    holdouts: holdoutsOf(snapshot, rule),
    ...(moved && { lastMove: moved }),
    milestones: snapshot.milestones.filter(({ days, deadline }) => days >= 0 || (deadline && undecided)),
  };
}

/**
 * The members whose support would add to a criterion that is not met by number, under nothing that is reached: by stance,
 * then by leaning, the furthest from support first, then by code.
 */
function holdoutsOf(snapshot: Snapshot, rule: Evaluated): Holdout[] {
  const helping = new Set<string>();
  collectHelping(rule, helping);
  const settled = new Set<string>();
  for (const { code, stance } of snapshot.members) if (helping.has(code) && !isPending(stance)) settled.add(code);
  const blocking = blockingAmong(settled, rule);
  const holdouts: Holdout[] = [];
  for (const standing of snapshot.members)
    if (helping.has(standing.code)) holdouts.push(holdoutOf(standing, blocking.has(standing.code)));
  // Those of one rank stay sorted by code.
  return sortedByRank(holdouts, rankOf);
}

/** A standing as a holdout, field by field: spread with one field more, it takes Node 20 four times the room. */
function holdoutOf(standing: Standing, blocking: boolean): Holdout {
  const { code, name, weights, stance, circa, wants, answered, sources, denied, assumed } = standing;
  const holdout: Writable<Holdout> = {
    code,
    name,
    weights,
    stance,
    circa,
    wants,
    answered,
    sources,
    denied,
    assumed,
    blocking,
  };
  addWords(holdout, standing);
  const { days, wantIds, followed } = standing;
  if (days !== undefined) holdout.days = days;
  if (wantIds !== undefined) holdout.wantIds = wantIds;
  if (followed !== undefined) holdout.followed = followed;
  return holdout;
}

function collectHelping({ evaluation, covering, of }: Evaluated, helping: Set<string>): void {
  if (evaluation.status === 'reached') return;
  for (const part of of) collectHelping(part, helping);
  if (of.length === 0)
    for (const constraint of unmet(covering)) for (const code of constraint.gains.keys()) helping.add(code);
}

/** The unmet constraints of a covering; none if it holds. */
function unmet(covering: Covering): Constraint[] {
  if (holds(covering, () => 0n)) return [];
  return covering.kind === 'constraint' ? [covering.constraint] : covering.of.flatMap(unmet);
}

/**
 * The members that alone keep the outcome blocked: everybody's support would meet the rule, everybody else's would not.
 * By number; `not-before` dates are ignored.
 *
 * @param codes those of whom it is asked
 */
function blockingAmong(codes: ReadonlySet<string>, { covering }: Evaluated): ReadonlySet<string> {
  const blocking = new Set<string>();
  if (codes.size === 0) return blocking;
  /** The constraints that do not hold without a member, by its code. */
  const failing = new Map<string, [LeafChange<Constraint>, ...LeafChange<Constraint>[]]>();
  const tree = outcomeTree(connected(covering), (constraint) => {
    const spare = totalGain(constraint) - constraint.required;
    const change = { leaf: constraint, outcome: 'blocked' } as const;
    for (const [code, gain] of constraint.gains) if (gain > spare && codes.has(code)) addTo(failing, code, change);
    return spare >= 0n ? 'reached' : 'blocked';
  });
  if (tree.outcome() !== 'reached') return blocking;
  for (const [code, changes] of failing) if (tree.outcomeAfter(changes) !== 'reached') blocking.add(code);
  return blocking;
}

const connected = (covering: Covering): Connected<Constraint> =>
  covering.kind === 'constraint'
    ? { kind: 'leaf', leaf: covering.constraint }
    : { kind: covering.kind, of: covering.of.map(connected) };
