import type { Defection } from '../../model/path.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { coveringAfter, type Move } from '../rule/changes.ts';
import { type Constraint, type Covering, holds, totalGain } from '../rule/constraints.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { cheapestSets, type Effort, effortFor, memberSetsOf, noSet } from './cheapest-sets.ts';

/** By what the turn of a member to oppose is known beside its move to support; no code has a blank. */
const turnOf = (code: string): string => `turn ${code}`;

/**
 * For each pivotal member, by code, the smallest sets of others whose support would make up for its turning to oppose.
 * Time is ignored.
 *
 * @param pivotal codes of the pivotal members; none if the outcome is not reached
 * @see docs/rules.md#pivotal-members-and-room
 */
export function defection(
  snapshot: Snapshot,
  pivotal: readonly string[],
  effort = effortFor(snapshot.members.length),
): Defection[] {
  if (pivotal.length === 0) return [];
  const able = snapshot.members.filter(({ stance }) => stance !== 'support' && traitsOf[stance].takesPart);
  const moves = [
    ...able.map((from): Move => ({ code: from.code, from, to: { ...from, stance: 'support', assumed: true } })),
    ...snapshot.members.map((from): Move => {
      return { code: turnOf(from.code), from, to: { ...from, stance: 'oppose', assumed: true } };
    }),
  ];
  const covering = coveringAfter(snapshot.rule.criterion, snapshot.members, moves, () => true);
  const movers = able.map(({ code, stance }) => ({ code, settled: !isPending(stance) }));
  const most = mostWithout(
    covering,
    able.map(({ code }) => code),
  );
  let left: Effort = effort;
  return pivotal.map((member): Defection => {
    if (!most(member)) return { member, ...memberSetsOf(noSet) };
    left = { ...left, search: left.search - movers.length };
    if (left.search < 0 || left.count < 0)
      return { member, ...memberSetsOf(noSet), count: undefined, exact: false, complete: false };
    const others = movers.filter(({ code }) => code !== member);
    const { spent, ...found } = cheapestSets(requirementOf(afterTurn(covering, member), others), 'members', left);
    left = { search: left.search - spent.search, count: left.count - spent.count };
    return { member, ...memberSetsOf(found) };
  });
}

/** A test whether a covering would hold with everybody's support after one member has turned. */
function mostWithout(covering: Covering, codes: readonly string[]): (member: string) => boolean {
  const totals = new Map<Constraint, bigint>();
  const total = (constraint: Constraint): bigint => {
    const known = totals.get(constraint) ?? totalGain(constraint, codes);
    totals.set(constraint, known);
    return known;
  };
  return (member) =>
    holds(covering, (constraint) => {
      const { gains } = constraint;
      return total(constraint) - (gains.get(member) ?? 0n) + (gains.get(turnOf(member)) ?? 0n);
    });
}

/** The covering after one member has turned. */
function afterTurn(covering: Covering, member: string): Covering {
  if (covering.kind !== 'constraint')
    return { kind: covering.kind, of: covering.of.map((part) => afterTurn(part, member)) };
  const { gains, required } = covering.constraint;
  return { kind: 'constraint', constraint: { gains, required: required - (gains.get(turnOf(member)) ?? 0n) } };
}
