/** A number for each class of members: how many of them, or what each gains. */
export type Numbers = readonly number[];

/** The number at an index that is known to be there. */
export const at = (numbers: Numbers, index: number): number => numbers[index] as number;

/** What numbers add up to. */
export const total = (numbers: Numbers): number => numbers.reduce((sum, number) => sum + number, 0);

/** What so many of each class gain together. */
export function gained(gains: Numbers, numbers: Numbers): number {
  let sum = 0;
  for (let index = 0; index < gains.length; index += 1) sum += (gains[index] as number) * (numbers[index] as number);
  return sum;
}

/** The indexes of numbers, those of the largest first. */
export function descending(numbers: Numbers): number[] {
  return [...numbers.keys()].sort((a, b) => (numbers[b] as number) - (numbers[a] as number) || a - b);
}
