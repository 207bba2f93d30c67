import type { DatedWeight, Member } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { momentOf } from '../../model/time.ts';

/** The weights of a member at a moment, such as the end of a day (`endOf`): the last values from then or earlier, else the first. */
export function weightsOn({ weights }: Pick<Member, 'weights'>, moment: string): Standing['weights'] {
  const valueIn = (values: readonly DatedWeight[]): DatedWeight =>
    (values.findLast(({ from }) => momentOf(from) <= moment) ?? values[0]) as DatedWeight;
  return Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, valueIn(values).value]));
}

/** The weights of a member in all their values, whenever they hold. */
export function everyWeight({ weights }: Pick<Member, 'weights'>): Pick<Standing, 'weights'>[] {
  return Object.entries(weights).flatMap(([name, values]) =>
    values.map(({ value }) => ({ weights: { [name]: value } })),
  );
}
