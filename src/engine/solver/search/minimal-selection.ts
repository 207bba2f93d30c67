import { isMet, type Need } from '../program/need.ts';
import type { Row } from '../program/symmetry.ts';
import { at, descending, dot, itemAt, total, type Vector } from '../program/vectors.ts';

/**
 * An upper bound for a need without signed rows: a selection that meets it and is minimal, though not always cheapest.
 * Starts from everybody and leaves out members that the need can do without: the dearest first, of those the ones that
 * gain least.
 *
 * @param rows rounded so that no selection meets one that does not meet it exactly
 * @param costs by class
 * @returns undefined when not even everybody meets the need so rounded
 */
export function minimalSelection(rows: readonly Row[], sizes: Vector, need: Need, costs: Vector): Vector | undefined {
  const worth = new Float64Array(sizes.length);
  for (const { gains, required } of rows)
    for (let index = 0; index < worth.length; index += 1) worth[index] = at(worth, index) + at(gains, index) / required;
  const most = total(worth) + 1;
  const selection = sizes.slice();
  const sums = Float64Array.from(rows, ({ gains }) => dot(gains, selection));
  if (!isMet(need, (which) => at(sums, which) >= itemAt(rows, which).required)) return undefined;
  for (const index of descending(worth.map((each, which) => each - most * at(costs, which))).reverse()) {
    while (at(selection, index) > 0) {
      selection[index] = at(selection, index) - 1;
      const meets = (which: number): boolean => {
        const { gains, required } = itemAt(rows, which);
        return at(sums, which) - at(gains, index) >= required;
      };
      if (!isMet(need, meets)) {
        selection[index] = at(selection, index) + 1;
        break;
      }
      for (const [which, { gains }] of rows.entries()) sums[which] = at(sums, which) - at(gains, index);
    }
  }
  return selection;
}
