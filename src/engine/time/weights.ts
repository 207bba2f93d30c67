import type { DatedWeight, Member } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { momentOf } from '../../model/time.ts';
import { firstIndex } from '../../text/sorted.ts';

/** The value of a weight at a moment: the last one from then or earlier, else the first. */
export function weightOn(values: readonly DatedWeight[], moment: string): DatedWeight {
  const later = firstIndex(1, values.length, (index) => momentOf(values[index]?.from) > moment);
  return values[later - 1] as DatedWeight;
}

/** The weights of a member at a moment, such as the end of a day (`endOf`). */
export function weightsOn({ weights }: Pick<Member, 'weights'>, moment: string): Standing['weights'] {
  if (isEmpty(weights)) return none;
  return Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, weightOn(values, moment).value]));
}

const none: Standing['weights'] = {};

/** Whether a member has no weights, as most have none, without a list of their names. */
export function isEmpty(weights: Member['weights']): boolean {
  for (const _ in weights) return false;
  return true;
}

/** The weights of a member in all their values, whenever they hold. */
export function everyWeight({ weights }: Pick<Member, 'weights'>): readonly Pick<Standing, 'weights'>[] {
  if (isEmpty(weights)) return noWeights;
  return Object.entries(weights).flatMap(([name, values]) =>
    values.map(({ value }) => ({ weights: { [name]: value } })),
  );
}

const noWeights: readonly Pick<Standing, 'weights'>[] = [];
