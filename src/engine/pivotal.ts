import type { Pivotal, Room } from '../model/path.ts';
import { type CountCriterion, isCeiling } from '../model/rule.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CountEvaluation, Evaluation } from '../model/tally.ts';
import { compareAmounts } from '../text/compare.ts';
import { decimalText, finest, unitsOf } from '../text/decimal.ts';
import { addTo } from '../text/grouped.ts';
import { isMetBy, measure, scopedMemberUnder, thresholdOf } from './rule/constraints.ts';
import { type Evaluated, keptEvaluation } from './rule/evaluate.ts';
import { type Connected, type LeafChange, outcomeTree } from './rule/outcome-tree.ts';
import { membersInScope } from './rule/scope.ts';
import { supposed } from './standings/supposed.ts';
import { hasCome } from './time/dates.ts';

/** How a criterion that counts withstands members that turn to oppose. */
interface Stability {
  /** Whether it is reached when nobody turns. */
  readonly isReached: boolean;
  /** The members whose turning makes it reached where it was not, or the reverse. */
  readonly deciding: readonly string[];
  /** Undefined if it is not reached. */
  readonly room: Room | undefined;
}

/** The difference that one member makes to a criterion by turning to oppose, in units of its figures. */
interface Turn {
  readonly code: string;
  readonly opposes: boolean;
  readonly have: bigint;
  readonly base: bigint;
}

/**
 * The members that could each undo a reached outcome by turning to oppose, whatever their stance, and the room of each
 * criterion; nobody and no room if the outcome is not reached. A member that turns to oppose is assumed to give a
 * reason.
 *
 * @see docs/what-it-would-take.md#pivotal-members-and-room
 */
export function pivotal(snapshot: Snapshot): Pivotal {
  const rule = keptEvaluation(snapshot);
  if (rule.evaluation.status !== 'reached') return { members: [], rooms: countEvaluations(rule).map(() => undefined) };
  const rooms: (Room | undefined)[] = [];
  const changes = new Map<string, [LeafChange<CountEvaluation>, ...LeafChange<CountEvaluation>[]]>();
  const tree = outcomeTree(connected(rule.evaluation), (leaf) => {
    const { isReached, deciding, room } = stabilityOf(leaf, snapshot);
    rooms.push(room);
    const change: LeafChange<CountEvaluation> = { leaf, outcome: isReached ? 'blocked' : 'reached' };
    for (const code of deciding) addTo(changes, code, change);
    return isReached ? 'reached' : 'blocked';
  });
  const undoes = (code: string): boolean => {
    const known = changes.get(code);
    return known !== undefined && tree.outcomeAfter(known) !== 'reached';
  };
  return { members: snapshot.members.flatMap(({ code }) => (undoes(code) ? [code] : [])), rooms };
}

const connected = (evaluation: Evaluation): Connected<CountEvaluation> =>
  evaluation.kind === 'count'
    ? { kind: 'leaf', leaf: evaluation }
    : { kind: evaluation.kind, of: evaluation.of.map(connected) };

/** The evaluations of the criteria that count, from left to right. */
const countEvaluations = ({ evaluation, of }: Evaluated): readonly CountEvaluation[] =>
  evaluation.kind === 'count' ? [evaluation] : of.flatMap(countEvaluations);

function stabilityOf(evaluation: CountEvaluation, { members, asOf }: Snapshot): Stability {
  const { criterion, status, closed } = evaluation;
  // What is closed stays as it is, whoever turns.
  if (closed) return { isReached: status === 'reached', deciding: [], room: undefined };
  const { decimals, have, base } = measure(criterion, members);
  const inTime = criterion.notBefore === undefined || hasCome(criterion.notBefore, asOf);
  const isMetAfter = (turn: Pick<Turn, 'have' | 'base'>): boolean =>
    isMetBy(criterion, have + turn.have, base + turn.base, decimals);
  const turns = turnsUnder(criterion, members, decimals);
  const isReached = inTime && isMetAfter({ have: 0n, base: 0n });
  const deciding = inTime ? turns.flatMap((turn) => (isMetAfter(turn) === isReached ? [] : [turn.code])) : [];
  if (status !== 'reached') return { isReached, deciding, room: undefined };
  const undoing = worstOrders(criterion, turns).map((order) => firstUndoing(order, isMetAfter));
  const harmless = turns.filter(({ opposes }) => !opposes).length;
  return {
    isReached,
    deciding,
    room: { members: Math.min(harmless, ...undoing), weight: spare(evaluation) },
  };
}

/** The turns of all members in the scope of a criterion; recused ones come back to oppose. */
function turnsUnder(criterion: CountCriterion, members: Snapshot['members'], decimals: number): Turn[] {
  const scoped = scopedMemberUnder(criterion, decimals);
  return membersInScope(criterion, members).flatMap((standing): Turn[] => {
    const after = scoped(supposed(standing, 'oppose'));
    if (after === undefined) return [];
    const before = scoped(standing);
    const counted = (counts: boolean | undefined): bigint => (counts === true ? after.weight : 0n);
    return [
      {
        code: standing.code,
        opposes: standing.stance === 'oppose',
        have: counted(after.counts) - counted(before?.counts),
        base: counted(after.inBase) - counted(before?.inBase),
      },
    ];
  });
}

/**
 * The orders, worst first, in which turns can undo a criterion with the fewest members. A floor fails at its bound,
 * or when nothing is left to count or to count from. A ceiling of `all but` fails only if something is counted at
 * all, so one order begins with a member that will be counted.
 */
function worstOrders(criterion: CountCriterion, turns: readonly Turn[]): (readonly Turn[])[] {
  // Over a base of one, the threshold of a share is the share itself; what is subtracted does not depend on the base.
  const { quantity } = criterion.bound;
  const { numerator, denominator } =
    quantity.kind === 'share'
      ? thresholdOf(criterion, 1n, 0)
      : { numerator: quantity.kind === 'absolute' ? 0n : 1n, denominator: 1n };
  const worst = (harm: (turn: Turn) => bigint): Turn[] => turns.toSorted((a, b) => compareAmounts(harm(a), harm(b)));
  const margin = ({ have, base }: Turn): bigint => denominator * have - numerator * base;
  if (!isCeiling(criterion))
    return [worst((turn) => -margin(turn)), worst(({ base }) => -base), worst(({ have }) => -have)];
  const order = worst(margin);
  const counted = order.find(({ have }) => have > 0n);
  return counted === undefined ? [order] : [order, [counted, ...order.filter((turn) => turn !== counted)]];
}

/** How many members can turn in an order before the criterion fails; infinity if it never does. */
function firstUndoing(order: readonly Turn[], isMetAfter: (turned: Pick<Turn, 'have' | 'base'>) => boolean): number {
  let [have, base] = [0n, 0n];
  const index = order.findIndex((turn) => {
    have += turn.have;
    base += turn.base;
    return !isMetAfter({ have, base });
  });
  return index < 0 ? Infinity : index;
}

/** What a floor has beyond its need, or what a ceiling still allows: an exact decimal. */
function spare({ criterion, have, need }: CountEvaluation): string {
  const [more, less] = isCeiling(criterion) ? [need, have] : [have, need];
  const decimals = finest([more, less]);
  return decimalText(unitsOf(more, decimals) - unitsOf(less, decimals), decimals);
}
