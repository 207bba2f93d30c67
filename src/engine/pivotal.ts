import type { Pivotal, Room } from '../model/path.ts';
import { type CountCriterion, isCeiling } from '../model/rule.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CountEvaluation } from '../model/tally.ts';
import { compareAmounts } from '../text/compare.ts';
import { decimalText, finest, unitsOf } from '../text/decimal.ts';
import { isMetBy, measure } from './rule/constraints.ts';

import { evaluate, type Judged } from './rule/evaluate.ts';

/** What becomes of a part of a rule when a supporter turns against it. */
interface Stability {
  /** Whether it is reached when this member has come to oppose; as things are when none is named. */
  readonly isReached: (code?: string) => boolean;
  /** For each criterion in it that counts. */
  readonly rooms: readonly (Room | undefined)[];
}

/**
 * Who could undo an outcome that is reached by turning from support to oppose, and how much room there is. Whoever turns
 * gives a reason where one is asked for.
 *
 * @see docs/rules.md#pivotal-members-and-room
 */
export function pivotal(snapshot: Snapshot): Pivotal {
  const { isReached, rooms } = stabilityOf(evaluate(snapshot.rule.criterion, snapshot), snapshot);
  if (!isReached()) return { members: [], rooms: rooms.map(() => undefined) };
  const supporters = snapshot.members.filter(({ stance }) => stance === 'support').map(({ code }) => code);
  return { members: supporters.filter((code) => !isReached(code)), rooms };
}

function stabilityOf({ evaluation, of }: Judged, snapshot: Snapshot): Stability {
  if (evaluation.kind === 'count') return stabilityOfCount(evaluation, snapshot);
  const parts = of.map((part) => stabilityOf(part, snapshot));
  const isReached = (code?: string): boolean =>
    evaluation.kind === 'all'
      ? parts.every((part) => part.isReached(code))
      : parts.some((part) => part.isReached(code));
  return { isReached, rooms: parts.flatMap(({ rooms }) => rooms) };
}

function stabilityOfCount(evaluation: CountEvaluation, { members }: Snapshot): Stability {
  const { criterion, status } = evaluation;
  const { decimals, have, base, parts } = measure(criterion, members);
  const supporters = new Map(
    parts
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

/** How much of a supporter's weight leaves what is counted, and the base, when it comes to oppose; less than none: it joins. */
function shareOfTurned(criterion: CountCriterion): readonly [ofHave: bigint, ofBase: bigint] {
  const { count, of, bound } = criterion;
  const against = count.includes('oppose');
  const ofHave = isCeiling(criterion) ? (against ? -1n : 0n) : against ? 0n : 1n;
  const staysInBase = of === 'members' || bound.quantity.kind === 'absolute' || of.includes('oppose');
  return [ofHave, staysInBase ? 0n : 1n];
}

/** What a criterion that is met has beyond its need, or less than it allows. */
function spare({ criterion, have, need }: CountEvaluation): string {
  const [more, less] = isCeiling(criterion) ? [need, have] : [have, need];
  const decimals = finest([more, less]);
  return decimalText(unitsOf(more, decimals) - unitsOf(less, decimals), decimals);
}
