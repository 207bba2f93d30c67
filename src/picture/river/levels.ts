/** Steps between levels: one, two or five, and zeros. */
const steps = [1, 2, 5];

/** Levels on the axis of members, from zero on, a round number apart and no more than five. */
export function levelsOf(most: number): readonly number[] {
  for (let power = 1; ; power *= 10)
    for (const step of steps)
      if (most / (step * power) <= 4.5)
        return Array.from({ length: Math.floor(most / (step * power)) + 1 }, (_, index) => index * step * power);
}
