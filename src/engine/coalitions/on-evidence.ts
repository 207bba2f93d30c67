import type { MemberSets } from '../../model/path.ts';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf } from '../../model/time.ts';
import { evidenceOn } from '../evidence/standings.ts';
import type { Step } from '../evidence/steps.ts';
import type { Move } from '../rule/changes.ts';
import { negated } from '../rule/constraints.ts';
import { coveringAfter, isInTime } from '../rule/covering-after.ts';
import { keptEvaluation } from '../rule/evaluate.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { cheapestSets, effortFor, memberSetsOf } from './cheapest-sets.ts';

/**
 * The smallest sets of members without whose reported or claimed positions a reached outcome would not be reached. With
 * such a position taken out, through all that repeats it, the one before it stands.
 *
 * @param taken a snapshot of this roster
 * @returns undefined unless the outcome is reached
 * @see docs/what-it-would-take.md#pivotal-members-and-room
 */
export function onEvidence(
  roster: Roster,
  taken: Snapshot,
  effort = effortFor(taken.members.length),
): MemberSets | undefined {
  const rule = keptEvaluation(taken);
  if (rule.evaluation.status !== 'reached') return undefined;
  const moves = withoutReports(roster, taken);
  const covering = coveringAfter(rule, taken.members, moves, (leaf) => isInTime(leaf, taken.asOf));
  const able = moves.map(({ code, from }) => ({ code, settled: !isPending(from.stance) }));
  return memberSetsOf(cheapestSets(requirementOf(negated(covering), able), 'members', effort));
}

/** The members of which the stance is known from others, each with the stance that it had before. */
function withoutReports(roster: Roster, { members, asOf }: Snapshot): Move[] {
  const isTold = ({ assumed, basis }: Standing): boolean => !assumed && basis !== undefined && basis !== 'stated';
  const told = members.filter(isTold);
  if (told.length === 0) return [];
  const { histories } = evidenceOn(roster, asOf, false);
  const end = endOf(asOf);
  const stepsByCode = new Map(histories.map(({ member: { code }, steps }) => [code, steps]));
  return told.flatMap((from): Move[] => {
    // The last step before the latest run of one stance; none if that has lasted from the beginning.
    const steps = stepsByCode.get(from.code) as readonly Step[];
    const before = steps.findLastIndex((step) => step.from <= end && step.stance !== from.stance);
    return steps
      .slice(Math.max(0, before), before + 1)
      .map((step) => ({ code: from.code, from, to: standingAt(from, step) }));
  });
}

function standingAt({ code, name, weights, denied }: Standing, { from: _, ...step }: Step): Standing {
  return { code, name, weights, ...step, answered: [], denied, assumed: false };
}
