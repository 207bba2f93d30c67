import type { Pivotal, Room } from '../model/path.ts';
import { type CountCriterion, isCeiling } from '../model/rule.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CountEvaluation } from '../model/tally.ts';
import { compareAmounts } from '../text/compare.ts';
import { decimalText, finest, unitsOf } from '../text/decimal.ts';
import { isMetBy, measure, scopedMemberUnder, thresholdOf } from './rule/constraints.ts';
import { type Evaluated, keptEvaluation } from './rule/evaluate.ts';
import { hasCome } from './time/dates.ts';

/** How a part of a rule withstands members that turn to oppose. */
interface Stability {
  /** Whether it is still reached when this member opposes. */
  readonly isReached: (code: string) => boolean;
  /** One for each criterion that counts, from left to right; undefined if it is not reached. */
  readonly rooms: readonly (Room | undefined)[];
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
  const { isReached, rooms } = stabilityOf(rule, snapshot);
  const codes = snapshot.members.map(({ code }) => code);
  return { members: codes.filter((code) => !isReached(code)), rooms };
}

/** The evaluations of the criteria that count, from left to right. */
const countEvaluations = ({ evaluation, of }: Evaluated): readonly CountEvaluation[] =>
  evaluation.kind === 'count' ? [evaluation] : of.flatMap(countEvaluations);

function stabilityOf({ evaluation, of }: Evaluated, snapshot: Snapshot): Stability {
  if (evaluation.kind === 'count') return stabilityOfCount(evaluation, snapshot);
  const parts = of.map((part) => stabilityOf(part, snapshot));
  const isReached = (code: string): boolean =>
    evaluation.kind === 'all'
      ? parts.every((part) => part.isReached(code))
      : parts.some((part) => part.isReached(code));
  return { isReached, rooms: parts.flatMap(({ rooms }) => rooms) };
}

function stabilityOfCount(evaluation: CountEvaluation, { members, asOf }: Snapshot): Stability {
  const { criterion, status, closed } = evaluation;
  // What is closed stays as it is, whoever turns.
  if (closed) return { isReached: () => status === 'reached', rooms: [undefined] };
  const { decimals, have, base } = measure(criterion, members);
  const isMetAfter = (turn: Pick<Turn, 'have' | 'base'>): boolean =>
    isMetBy(criterion, have + turn.have, base + turn.base, decimals);
  const turns = turnsUnder(criterion, members, decimals);
  const byCode = new Map(turns.map((turn) => [turn.code, turn]));
  const inTime = criterion.notBefore === undefined || hasCome(criterion.notBefore, asOf);
  const isReached = (code: string): boolean => inTime && isMetAfter(byCode.get(code) ?? { have: 0n, base: 0n });
  if (status !== 'reached') return { isReached, rooms: [undefined] };
  const undoing = worstOrders(criterion, turns).map((order) => firstUndoing(order, isMetAfter));
  const harmless = turns.filter(({ opposes }) => !opposes).length;
  const room = { members: Math.min(harmless, ...undoing), weight: spare(evaluation) };
  return { isReached, rooms: [room] };
}

/** The turns of all members in the scope of a criterion; recused ones come back to oppose. */
function turnsUnder(criterion: CountCriterion, members: Snapshot['members'], decimals: number): Turn[] {
  const scoped = scopedMemberUnder(criterion, decimals);
  return members.flatMap((standing): Turn[] => {
    const after = scoped({ ...standing, stance: 'oppose', assumed: true });
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
