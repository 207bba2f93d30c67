import type { Agreement, AgreementRange, Partner } from '../../model/decisions/agreement.ts';
import { mostAndLeast } from './most-and-least.ts';

/** With whom each member agreed most and least, by its code; members that could not be compared are left out. */
export function partnersOf({
  members,
  pairs,
}: Pick<Agreement, 'members' | 'pairs'>): ReadonlyMap<string, AgreementRange<Partner>> {
  const partners = new Map(members.map(({ code }) => [code, [] as Partner[]]));
  for (const { members: both, agreed, of } of pairs) {
    const [first, second] = both;
    partners.get(first)?.push({ code: second, agreed, of });
    partners.get(second)?.push({ code: first, agreed, of });
  }
  return new Map(
    [...partners].flatMap(([code, others]) => {
      const range = mostAndLeast(others);
      return range === undefined ? [] : [[code, range] as const];
    }),
  );
}
