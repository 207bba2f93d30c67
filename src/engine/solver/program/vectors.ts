/**
 * One number for each class of members, by the index of the class: how many are chosen, or what one of them gains.
 * Arrays of doubles alone keep `at`, and with it the search, fast.
 */
export type Vector = Readonly<Float64Array>;

/** The number at an index that is in range. */
export const at = (numbers: Vector, index: number): number => numbers[index] as number;

/** The same for a list of numbers, such as indexes. */
export const numberAt = (numbers: readonly number[], index: number): number => numbers[index] as number;

/** The same for a list of anything else. */
export const itemAt = <T>(items: readonly T[], index: number): T => items[index] as T;

/** The sum of the numbers; zero for none. */
export const total = (numbers: Vector): number => numbers.reduce((sum, number) => sum + number, 0);

/** The dot product: what a selection gains, where `gains` is what one member of each class gains. */
export function dot(gains: Vector, selection: Vector): number {
  let sum = 0;
  for (let index = 0; index < gains.length; index += 1) sum += at(gains, index) * at(selection, index);
  return sum;
}

/** The indexes of the numbers, largest number first; equal numbers by index. */
export function descending(numbers: Vector): number[] {
  return [...numbers.keys()].sort((a, b) => at(numbers, b) - at(numbers, a) || a - b);
}
