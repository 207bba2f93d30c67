import type { MemberSets } from '../../model/path.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import type { Move } from '../rule/changes.ts';
import { negated } from '../rule/constraints.ts';
import { coveringAfter, isInTime } from '../rule/covering-after.ts';
import { keptEvaluation } from '../rule/evaluate.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { supposed } from '../standings/supposed.ts';
import { cheapestSets, effortFor, memberSetsOf } from './cheapest-sets.ts';

/**
 * The smallest sets of members that could stop the outcome by turning to oppose: while it is open, pending members
 * without which it would be blocked; when it is reached, members of any stance without which it would not be.
 *
 * @returns undefined if the outcome is blocked
 * @see docs/what-it-would-take.md#who-could-still-block-it
 */
export function toBlock(snapshot: Snapshot, effort = effortFor(snapshot.members.length)): MemberSets | undefined {
  const rule = keptEvaluation(snapshot);
  const outcome = rule.evaluation.status;
  if (outcome === 'blocked') return undefined;
  const { members } = snapshot;
  const isOpen = outcome === 'open';
  const movers = members.filter(({ stance }) =>
    isOpen ? isPending(stance) : traitsOf[stance].takesPart && stance !== 'oppose',
  );
  // Open is what the support of all pending members would meet, whatever the date.
  const before = isOpen
    ? members.map((standing) => (isPending(standing.stance) ? supposed(standing, 'support') : standing))
    : members;
  const byCode = new Map(before.map((standing) => [standing.code, standing]));
  const moves = movers.map((standing): Move => {
    const { code } = standing;
    return { code, from: byCode.get(code) as Standing, to: supposed(standing, 'oppose') };
  });
  const covering = coveringAfter(rule, before, moves, (leaf) => isOpen || isInTime(leaf, snapshot.asOf));
  const able = movers.map(({ code, stance }) => ({ code, settled: !isPending(stance) }));
  const requirement = requirementOf(negated(covering), able);
  return memberSetsOf(cheapestSets(requirement, 'members', effort));
}
