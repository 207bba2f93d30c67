import type { Defection, MemberSets } from '../../model/path.ts';
import { criteriaThatCount } from '../../model/rule.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import type { Move } from '../rule/changes.ts';
import { type Constraint, type Covering, holds, totalGain } from '../rule/constraints.ts';
import { coveringAfter } from '../rule/covering-after.ts';
import { keptEvaluation } from '../rule/evaluate.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { supposed } from '../standings/supposed.ts';
import { cheapestSets, type Effort, effortFor, memberSetsOf, noSet } from './cheapest-sets.ts';

/** By what the turn of a member to oppose is known beside its move to support; no code has a blank. */
const turnOf = (code: string): string => `turn ${code}`;

/**
 * For each pivotal member, by code, the smallest sets of others whose support would make up for its turning to oppose.
 * Time is ignored.
 *
 * @param pivotal codes of the pivotal members; none if the outcome is not reached
 * @param effort for all of them together
 * @see docs/what-it-would-take.md#pivotal-members-and-room
 */
export function defection(
  snapshot: Snapshot,
  pivotal: readonly string[],
  effort = effortFor(snapshot.members.length),
): Defection[] {
  if (pivotal.length === 0) return [];
  const rule = keptEvaluation(snapshot);
  const able = snapshot.members.filter(({ stance }) => stance !== 'support' && traitsOf[stance].takesPart);
  // Where everybody supports it, nobody is left to make up for anybody, but what is still to begin may.
  const mayBegin = criteriaThatCount(snapshot.rule.criterion).some(({ notBefore }) => notBefore !== undefined);
  if (able.length === 0 && !mayBegin) return pivotal.map((member) => ({ member, ...memberSetsOf(noSet) }));
  const moves = [
    ...able.map((from): Move => ({ code: from.code, from, to: supposed(from, 'support') })),
    ...snapshot.members.map((from): Move => ({ code: turnOf(from.code), from, to: supposed(from, 'oppose') })),
  ];
  const covering = coveringAfter(rule, snapshot.members, moves, () => true);
  const movers = able.map(({ code, stance }) => ({ code, settled: !isPending(stance) }));
  const codes = new Set(able.map(({ code }) => code));
  const canBeMadeUp = madeUpTest(covering, codes);
  const constraints = constraintsIn(covering);
  /** What is known of turns, by what they take: two supporters that take the same need the same others. */
  const known = new Map<string, MemberSets>();
  let left: Effort = effort;

  const makingUp = (member: string): MemberSets => {
    left = { ...left, search: left.search - 10 * movers.length * constraints.length };
    if (left.search < 0 || left.count < 0) return { ...noSet, count: undefined, exact: false, complete: false };
    const others = movers.filter(({ code }) => code !== member);
    const found = cheapestSets(requirementOf(afterTurn(covering, member), others), 'members', left);
    left = { search: left.search - found.spent.search, count: left.count - found.spent.count };
    return found;
  };
  return pivotal.map((member): Defection => {
    if (!canBeMadeUp(member)) return { member, ...memberSetsOf(noSet) };
    const taken = constraints.map(({ gains }) => gains.get(turnOf(member)) ?? 0n);
    const key = `${codes.has(member) ? member : ''} ${taken.join(' ')}`;
    const sets = known.get(key) ?? makingUp(member);
    known.set(key, sets);
    return { member, ...memberSetsOf(sets) };
  });
}

/** A test whether everybody's support would make up for the turn of a member. */
function madeUpTest(covering: Covering, codes: ReadonlySet<string>): (member: string) => boolean {
  const totals = new Map(constraintsIn(covering).map((constraint) => [constraint, totalGain(constraint, codes)]));
  return (member) =>
    holds(covering, (constraint) => {
      const { gains } = constraint;
      const own = codes.has(member) ? (gains.get(member) ?? 0n) : 0n;
      return (totals.get(constraint) as bigint) - own + (gains.get(turnOf(member)) ?? 0n);
    });
}

function constraintsIn(covering: Covering): Constraint[] {
  return covering.kind === 'constraint' ? [covering.constraint] : covering.of.flatMap(constraintsIn);
}

/** The covering after one member has turned. */
function afterTurn(covering: Covering, member: string): Covering {
  if (covering.kind !== 'constraint')
    return { kind: covering.kind, of: covering.of.map((part) => afterTurn(part, member)) };
  const { gains, required } = covering.constraint;
  return { kind: 'constraint', constraint: { gains, required: required - (gains.get(turnOf(member)) ?? 0n) } };
}
