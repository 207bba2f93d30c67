import type { Pivotal, Room } from '../model/path.ts';
import { type CountCriterion, isCeiling } from '../model/rule.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CountEvaluation } from '../model/tally.ts';
import { compareAmounts } from '../text/compare.ts';
import { decimalText, finest, unitsOf } from '../text/decimal.ts';
import { isMetBy, measure } from './rule/constraints.ts';
import { type Evaluated, evaluate } from './rule/evaluate.ts';

/** How a part of a rule withstands supporters that turn to oppose. */
interface Stability {
  /** Whether it is still reached when this supporter opposes; without a code, whether it is reached now. */
  readonly isReached: (code?: string) => boolean;
  /** One for each criterion that counts, from left to right; undefined if it is not reached. */
  readonly rooms: readonly (Room | undefined)[];
}

/**
 * The supporters that could each undo a reached outcome by turning to oppose, and the room of each criterion; nobody
 * and no room if the outcome is not reached. A member that turns to oppose is assumed to give a reason.
 *
 * @see docs/rules.md#pivotal-members-and-room
 */
export function pivotal(snapshot: Snapshot): Pivotal {
  const { isReached, rooms } = stabilityOf(evaluate(snapshot.rule.criterion, snapshot), snapshot);
  if (!isReached()) return { members: [], rooms: rooms.map(() => undefined) };
  const supporters = snapshot.members.filter(({ stance }) => stance === 'support').map(({ code }) => code);
  return { members: supporters.filter((code) => !isReached(code)), rooms };
}

function stabilityOf({ evaluation, of }: Evaluated, snapshot: Snapshot): Stability {
  if (evaluation.kind === 'count') return stabilityOfCount(evaluation, snapshot);
  const parts = of.map((part) => stabilityOf(part, snapshot));
  const isReached = (code?: string): boolean =>
    evaluation.kind === 'all'
      ? parts.every((part) => part.isReached(code))
      : parts.some((part) => part.isReached(code));
  return { isReached, rooms: parts.flatMap(({ rooms }) => rooms) };
}

function stabilityOfCount(evaluation: CountEvaluation, snapshot: Snapshot): Stability {
  const { criterion, status } = evaluation;
  const { decimals, have, base, members } = measure(criterion, snapshot.members);
  const supporters = new Map(
    members
      .filter(({ standing }) => standing.stance === 'support')
      .map(({ standing, weight }) => [standing.code, weight]),
  );
  const [ofHave, ofBase] = shareOfTurned(criterion);
  const isMetWithout = (turned: bigint): boolean =>
    isMetBy(criterion, have - ofHave * turned, base - ofBase * turned, decimals);
  const isReached = (code?: string): boolean =>
    status === 'reached' && isMetWithout(code === undefined ? 0n : (supporters.get(code) ?? 0n));
  if (status !== 'reached') return { isReached, rooms: [undefined] };
  const heaviest = [...supporters.values()].sort(compareAmounts);
  let turned = 0n;
  const undoing = heaviest.findIndex((weight) => {
    turned += weight;
    return !isMetWithout(turned);
  });
  const room = { members: undoing < 0 ? heaviest.length : undoing, weight: spare(evaluation) };
  return { isReached, rooms: [room] };
}

/** The share of a supporter's weight that leaves what is counted, and the base, when it opposes; -1 if it enters. */
function shareOfTurned(criterion: CountCriterion): readonly [ofHave: bigint, ofBase: bigint] {
  const { count, of, bound } = criterion;
  const against = count.includes('oppose');
  const ofHave = isCeiling(criterion) ? (against ? -1n : 0n) : against ? 0n : 1n;
  const staysInBase = of === 'members' || bound.quantity.kind === 'absolute' || of.includes('oppose');
  return [ofHave, staysInBase ? 0n : 1n];
}

/** What a floor has beyond its need, or what a ceiling still allows: an exact decimal. */
function spare({ criterion, have, need }: CountEvaluation): string {
  const [more, less] = isCeiling(criterion) ? [need, have] : [have, need];
  const decimals = finest([more, less]);
  return decimalText(unitsOf(more, decimals) - unitsOf(less, decimals), decimals);
}
