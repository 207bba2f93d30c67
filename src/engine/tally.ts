import type { Snapshot } from '../model/snapshot.ts';
import { isPending } from '../model/stance.ts';
import type { Holdout, Tally } from '../model/tally.ts';
import { compareHoldouts } from './evidence/order.ts';
import { stanceCounts } from './evidence/stance-counts.ts';
import { type Constraint, type Covering, gainOf, holds } from './rule/constraints.ts';
import { evaluate, type Judged } from './rule/evaluate.ts';

/** The rule's answer for a snapshot: the outcome, what is missing, and who is holding out. */
export function tally(snapshot: Snapshot): Tally {
  const judged = evaluate(snapshot.rule.criterion, snapshot);
  const outcome = judged.evaluation.status;
  const undecided = outcome !== 'reached' && snapshot.decision === undefined;
  return {
    outcome,
    evaluation: judged.evaluation,
    counts: stanceCounts(snapshot.members.map(({ stance }) => stance)),
    holdouts: holdoutsOf(snapshot, judged),
    milestones: snapshot.milestones.filter(({ days, deadline }) => days >= 0 || (deadline && undecided)),
  };
}

/** Members whose coming to support brings closer something that is unmet by number and still matters. */
function holdoutsOf(snapshot: Snapshot, judged: Judged): Holdout[] {
  const helping = new Set<string>();
  collectHelping(judged, helping);
  const blocks = blockingTest(judged);
  return snapshot.members
    .filter(({ code }) => helping.has(code))
    .map((standing) => ({ ...standing, blocking: !isPending(standing.stance) && blocks(standing.code) }))
    .sort(compareHoldouts);
}

function collectHelping({ evaluation, covering, of }: Judged, helping: Set<string>): void {
  if (evaluation.status === 'reached') return;
  for (const part of of) collectHelping(part, helping);
  if (of.length === 0)
    for (const constraint of unmet(covering)) for (const code of constraint.gains.keys()) helping.add(code);
}

/** The constraints that still stand in the way of a covering. */
function unmet(covering: Covering): Constraint[] {
  if (holds(covering, () => 0n)) return [];
  return covering.kind === 'constraint' ? [covering.constraint] : covering.of.flatMap(unmet);
}

/**
 * Whether one settled member alone keeps the outcome blocked: everybody's support would do, everybody else's would not.
 * By number: time is ignored.
 */
function blockingTest({ covering }: Judged): (code: string) => boolean {
  const totals = new Map<Constraint, bigint>();
  const total = (constraint: Constraint): bigint => {
    const known = totals.get(constraint) ?? gainOf(constraint);
    totals.set(constraint, known);
    return known;
  };
  if (!holds(covering, total)) return () => false;
  return (code) => !holds(covering, (constraint) => total(constraint) - (constraint.gains.get(code) ?? 0n));
}
