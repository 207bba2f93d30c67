import type { Snapshot, Standing } from '../model/snapshot.ts';
import { traitsOf } from '../model/stance.ts';
import type { GroupTally, Tally } from '../model/tally.ts';

import { decimalText, finest, unitsOf } from '../text/decimal.ts';

/**
 * The tally of each group of the roster, in the roster's order. Recused members, and those that are not in the roster on
 * the date, do not count.
 */
export function groupTallies({ groups, members }: Snapshot, { holdouts }: Tally): GroupTally[] {
  const byName = Object.entries(groups);
  if (byName.length === 0) return [];
  const holdingOut = new Set(holdouts.map(({ code }) => code));
  const counted = members.filter(({ stance }) => traitsOf[stance].takesPart);
  const byCode = new Map(counted.map((standing) => [standing.code, standing]));
  const weights = new Set(members.flatMap((member) => Object.keys(member.weights)));
  const totals = [...weights].map((name) => ({ name, total: sumOf(name, counted) }));
  return byName.map(([name, codes]) => {
    const own = [...new Set(codes)].flatMap((code) => byCode.get(code) ?? []);
    return {
      name,
      members: own.length,
      support: own.filter(({ stance }) => stance === 'support').length,
      holdingOut: own.filter(({ code }) => holdingOut.has(code)).length,
      shares: totals.map(({ name: weight, total }) => ({ name: weight, value: sumOf(weight, own), total })),
    };
  });
}

/** The sum of a weight over some members: an exact decimal in text. */
function sumOf(weight: string, members: readonly Standing[]): string {
  const values = members.flatMap(({ weights }) => (Object.hasOwn(weights, weight) ? [weights[weight] as string] : []));
  const decimals = finest(values);
  return decimalText(
    values.reduce((sum, value) => sum + unitsOf(value, decimals), 0n),
    decimals,
  );
}
