import type { MemberSets, Turning } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import { compareAmounts, compareText } from '../../text/compare.ts';
import { requirementOf } from '../solver/program/requirement.ts';
import { cheapestSets, effortFor } from './cheapest-sets.ts';
import type { Missing } from './moves-to-support.ts';

/** The most pairs of settled members that are tried. */
const mostPairs = 20;

/**
 * The settled members that would have to turn on a shortest path: those in every smallest set, or two of which every
 * smallest set has one.
 *
 * @param missing what the path is a path to
 * @returns undefined where nobody would, where it takes more than two, and where that is not known
 */
export function turning(
  { rule, able }: Missing,
  { size, necessary, count, holding, exact }: MemberSets,
  effort = effortFor(able.length),
): Turning | undefined {
  const settled = new Set(able.flatMap(({ code, stance }) => (isPending(stance) ? [] : [code])));
  const always = necessary.filter((code) => settled.has(code));
  if (always.length > 0) return { of: 'all', members: always };
  if (size === undefined || !exact || count === undefined || holding === undefined) return undefined;
  const often = [...holding]
    .filter(([code]) => settled.has(code))
    .sort(([a, sets], [b, others]) => compareAmounts(sets, others) || compareText(a, b))
    // Each of the others is in no pair that is tried: those of the first with all before it come earlier.
    .slice(0, mostPairs + 1);
  const pairs = often
    .flatMap(([one, sets], index) =>
      often.slice(index + 1).map(([other, more]) => ({ pair: [one, other], sum: sets + more })),
    )
    .filter(({ sum }) => sum >= count)
    .sort((a, b) => compareAmounts(a.sum, b.sum));
  const found = pairs.slice(0, mostPairs).find(({ pair }) => {
    const rest = able.filter(({ code }) => !pair.includes(code));
    const movers = rest.map(({ code, stance }) => ({ code, settled: !isPending(stance) }));
    const without = cheapestSets(requirementOf(rule.covering, movers), 'members', {
      search: effort.search / 10,
      count: 0,
    });
    return without.exact && without.size !== size;
  });
  return found && { of: 'one', members: found.pair };
}
