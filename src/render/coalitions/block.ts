import type { Coalitions } from '../../model/path.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { mostNames, mostUndecided, type Naming, namesOf } from './naming.ts';
import { undecidedText } from './sets.ts';

/**
 * Who could still stop it: `Could still block alone: Bulgaria, Greece`. Nothing where any undecided member could, nor once
 * it is blocked.
 */
export function toBlockLines(
  { toBlock }: Pick<Coalitions, 'toBlock'>,
  members: readonly Standing[],
  naming: Naming,
): Shown[] {
  if (toBlock?.size === undefined) return [];
  const undecided = members.filter(({ stance }) => isPending(stance)).length;
  const isAnybody = toBlock.size === 1 && toBlock.possible.length === undecided;
  if (isAnybody && !naming.all) return [];
  if (isAnybody && undecided > mostUndecided)
    return [shown`Could still block alone: any of the ${undecided} undecided`];
  if (toBlock.size === 1) {
    const names = namesOf(toBlock.possible, naming);
    return [shown`Could still block alone: ${enumeration(names, 'and', naming.all ? undefined : mostNames)}`];
  }
  return [shown`Could still block together: ${undecidedText(toBlock, toBlock.size, undecided, naming)}`];
}
