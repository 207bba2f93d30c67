import type { Term } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { numberUpTo } from '../../text/sorted.ts';

/** How many members are in the roster at a moment. */
export type Presence = (moment: string) => number;

/** The presence of members, given by the terms of each, which may overlap where they are wrong. */
export function presenceOf(members: readonly (readonly Term[])[]): Presence {
  const [joined, left]: [string[], string[]] = [[], []];
  for (const terms of members) {
    let until: string | undefined;
    for (const term of [...terms].sort((a, b) => compareText(momentOf(a.joined), momentOf(b.joined)))) {
      const [from, to] = [momentOf(term.joined), term.left === undefined ? never : momentOf(term.left)];
      if (to <= from || (until !== undefined && to <= until)) continue;
      if (until === undefined || from > until) joined.push(from);
      else left.pop();
      left.push(to);
      until = to;
    }
  }
  joined.sort();
  left.sort();
  return (moment) => numberUpTo(joined, moment) - numberUpTo(left, moment);
}

/** Later than any moment. */
const never = '\uffff';
