import { isMet, type Need } from '../program/need.ts';
import { meetsRow, type Program } from '../program/program.ts';
import { at, descending, dot, itemAt, total, type Vector } from '../program/vectors.ts';

/**
 * An upper bound for a need without signed rows: a selection that meets it and is minimal, though not always cheapest.
 * Starts from everybody and leaves out members that the need can do without: the dearest first, of those the ones that
 * gain least.
 *
 * @param costs by class
 */
export function minimalSelection(program: Program, need: Need, costs: Vector): Vector {
  const { rows, sizes } = program;
  const worth = new Float64Array(sizes.length);
  for (const { gains, required } of rows)
    for (let index = 0; index < worth.length; index += 1) worth[index] = at(worth, index) + at(gains, index) / required;
  const most = total(worth) + 1;
  const selection = sizes.slice();
  const sums = Float64Array.from(rows, ({ gains }) => dot(gains, selection));
  for (const index of descending(worth.map((each, which) => each - most * at(costs, which))).reverse()) {
    while (at(selection, index) > 0) {
      selection[index] = at(selection, index) - 1;
      const meets = (which: number): boolean => {
        const { gains, required, rounded } = itemAt(rows, which);
        return at(sums, which) - at(gains, index) >= required && (!rounded || meetsRow(program, which, selection));
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
