import type { Beginning } from './first-sets.ts';
import { at, type Numbers } from './numbers.ts';
import type { Limits } from './weighing.ts';

/**
 * Sets of one size, completed by a search.
 *
 * @param find finds numbers within limits
 * @param classOf the class of each member, in the order in which members are taken
 * @param known numbers within the limits
 */
export function completedBySearch(
  find: (limits: Limits) => Numbers | undefined,
  { size, least: lowest, most: highest }: Limits,
  classOf: readonly number[],
  known: Numbers,
): Beginning {
  const taken = lowest.map(() => 0);
  const left = [...taken];
  for (const index of classOf) left[index] = at(left, index) + 1;
  /** Within the limits, has all that were taken and none that were left out. */
  let witness = known;
  const shift = (numbers: number[], index: number, by: number): void => {
    numbers[index] = at(numbers, index) + by;
  };
  /** Takes the step; takes it back when nothing is left within the limits. */
  const go = (numbers: number[], index: number, by: number): boolean => {
    shift(numbers, index, by);
    const [least, most] = [
      Math.max(at(taken, index), at(lowest, index)),
      Math.min(at(left, index), at(highest, index)),
    ];
    if (at(witness, index) >= least && at(witness, index) <= most) return true;
    const other =
      least <= most
        ? find({
            size,
            least: taken.map((number, which) => Math.max(number, at(lowest, which))),
            most: left.map((number, which) => Math.min(number, at(highest, which))),
          })
        : undefined;
    if (other === undefined) shift(numbers, index, -by);
    else witness = other;
    return other !== undefined;
  };
  return {
    take: (index) => go(taken, at(classOf, index), 1),
    leave: (index) => go(left, at(classOf, index), -1),
    back: (index, was) => (was ? shift(taken, at(classOf, index), -1) : shift(left, at(classOf, index), 1)),
  };
}
