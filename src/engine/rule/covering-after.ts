import type { CountCriterion, Criterion } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { hasCome } from '../time/dates.ts';
import { changesOf, type Move } from './changes.ts';
import { type Covering, coveringOf, measure } from './constraints.ts';
import type { Evaluated } from './evaluate.ts';

/**
 * The covering of a rule over members that may move. What has closed stays as it is, whoever moves.
 *
 * @param rule as evaluated on the snapshot
 * @param members the members before the moves
 * @param moves from their standings in `members`
 * @param counts whether a criterion can be met at all; one whose time has not come cannot
 */
export function coveringAfter(
  { evaluation, covering, of }: Evaluated,
  members: readonly Standing[],
  moves: readonly Move[],
  counts: (criterion: CountCriterion) => boolean,
): Covering {
  if (evaluation.kind !== 'count')
    return { kind: evaluation.kind, of: of.map((part) => coveringAfter(part, members, moves, counts)) };
  if (evaluation.closed) return covering;
  return counts(evaluation.criterion) ? coveringOfMoves(evaluation.criterion, members, moves) : { kind: 'any', of: [] };
}

/**
 * The covering of a rule over members that may move, whatever the time.
 *
 * @param members the members before the moves
 * @param moves from their standings in `members`
 */
export function coveringOfMoves(criterion: Criterion, members: readonly Standing[], moves: readonly Move[]): Covering {
  if (criterion.kind !== 'count')
    return { kind: criterion.kind, of: criterion.of.map((part) => coveringOfMoves(part, members, moves)) };
  const figures = measure(criterion, members);
  return coveringOf(criterion, figures, changesOf(criterion, moves, figures.decimals));
}

/** Whether the time of a criterion has come, so that it can be reached. */
export const isInTime = ({ notBefore }: CountCriterion, asOf: Time): boolean =>
  notBefore === undefined || hasCome(notBefore, asOf);
