import type { GroupTally } from '../../model/tally.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { percentText } from '../../text/numerals.ts';
import type { SectionEntry } from '../layout/section.ts';

/** A line for each group with members: `Baltic states  0 of 3 in support`. */
export function groupLines(groups: readonly GroupTally[]): SectionEntry[] {
  return groups
    .filter(({ members }) => members > 0)
    .map(({ name, members, support, shares }) => {
      const weights = shares.flatMap(({ name: weight, value, total }) => {
        const share = percentText(value, total);
        return share === undefined ? [] : [`, ${share} of the ${weight}`];
      });
      return [visible(name), shown`${support} of ${members} in support${weights.join('')}`];
    });
}
