import { type CountCriterion, isCeiling } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Change, type ScopedMember, scopedMemberUnder } from './constraints.ts';
import { itemsInScope } from './scope.ts';

/**
 * The changes if members that a criterion looks at came to support: a floor counts them then, a ceiling does not. Those
 * that would change nothing are left out.
 */
export function supportChanges(criterion: CountCriterion, members: readonly ScopedMember[]): Change[] {
  const ceiling = isCeiling(criterion);
  const changes: Change[] = [];
  for (const { standing, weight, counts, inBase } of members) {
    if (counts !== ceiling && inBase) continue;
    const have = counts === ceiling ? (ceiling ? -weight : weight) : 0n;
    changes.push({ code: standing.code, have, base: inBase ? 0n : weight });
  }
  return changes;
}

/** A move of a member from one standing to another. */
export interface Move {
  /** By what its gain is known: the member's code, unless it may make several moves. */
  readonly code: string;
  readonly from: Standing;
  readonly to: Standing;
}

/** The changes by any moves. A member that comes back from being recused is in the scope of the criterion again. */
export function changesOf(criterion: CountCriterion, moves: readonly Move[], decimals: number): Change[] {
  const scoped = scopedMemberUnder(criterion, decimals);
  const counted = (counts: boolean | undefined, member: ScopedMember | undefined): bigint =>
    counts === true && member !== undefined ? member.weight : 0n;
  return itemsInScope(criterion, moves, ({ from }) => from.code).map(({ code, from, to }) => {
    const [before, after] = [scoped(from), scoped(to)];
    return {
      code,
      have: counted(after?.counts, after) - counted(before?.counts, before),
      base: counted(after?.inBase, after) - counted(before?.inBase, before),
    };
  });
}
