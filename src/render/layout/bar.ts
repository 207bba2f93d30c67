/**
 * Shares out the cells of a bar among parts: each gets at least one, however small it is, and together they fill the bar.
 *
 * @param amounts of the parts, each above zero; no more parts than cells
 */
export function shareCells(amounts: readonly bigint[], cells: number): number[] {
  if (amounts.length === 0) return [];
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const shared = amounts.map((amount) => Math.max(1, Number((amount * BigInt(cells)) / total)));
  /** How far a part is below what is due to it. */
  const due = (index: number): bigint => (amounts[index] ?? 0n) * BigInt(cells) - BigInt(shared[index] ?? 0) * total;
  const give = (number: 1 | -1, sooner: (a: number, b: number) => boolean): void => {
    const chosen = [...shared.keys()].reduce((best, index) => (sooner(index, best) ? index : best));
    shared[chosen] = (shared[chosen] ?? 0) + number;
  };
  for (let left = cells - sumOf(shared); left > 0; left -= 1) give(1, (a, b) => due(a) > due(b));
  for (let left = cells - sumOf(shared); left < 0; left += 1) give(-1, (a, b) => (shared[a] ?? 0) > (shared[b] ?? 0));
  return shared;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** How what is counted is to be seen beside the mark: short of it, reaching it, no more than it, or more. */
export type BesideMark = 'short' | 'reaching' | 'within' | 'over';

/**
 * How many cells are filled by what is counted, and where the mark of what is asked for stands, both to the nearest cell
 * and, however near they are, each on the side of the other where it belongs.
 *
 * @param between the fewest cells that what is counted may have, and the most
 */
export function fillAndMark(
  { counted, asked, total }: { readonly counted: bigint; readonly asked: bigint; readonly total: bigint },
  cells: number,
  beside: BesideMark,
  [least, most]: readonly [number, number],
): { readonly filled: number; readonly mark: number } {
  const near = (amount: bigint): number => Number((2n * amount * BigInt(cells) + total) / (2n * total));
  const filled = Math.max(least, Math.min(most, near(counted)));
  const mark = Math.max(0, Math.min(cells, near(asked)));
  const up = Math.min(most, Math.max(filled, beside === 'over' ? mark + 1 : mark));
  const down = Math.max(least, Math.min(filled, beside === 'short' ? mark - 1 : mark));
  switch (beside) {
    case 'short':
      return { filled: down, mark: Math.max(mark, down + 1) };
    case 'reaching':
      return { filled: up, mark: Math.min(mark, up) };
    case 'within':
      return { filled: down, mark: Math.max(mark, down) };
    case 'over':
      return { filled: up, mark: Math.min(mark, up - 1) };
  }
}

/** A run of cells of one part, or the mark. */
export type BarRun = 'mark' | { readonly part: number; readonly cells: number };

/** The runs of a bar from left to right, its mark among them. */
export function barRuns(shared: readonly number[], mark: number): BarRun[] {
  const runs: BarRun[] = [];
  let used = 0;
  for (const [part, cells] of shared.entries()) {
    const before = mark - used;
    if (before >= 0 && before < cells) {
      if (before > 0) runs.push({ part, cells: before });
      runs.push('mark', { part, cells: cells - before });
    } else runs.push({ part, cells });
    used += cells;
  }
  return mark >= used ? [...runs, 'mark'] : runs;
}
