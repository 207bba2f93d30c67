import type { Leverage, MemberSets } from '../../model/path.ts';
import { compareText } from '../../text/compare.ts';

/**
 * The leverage of the members on a shortest path: how many of the smallest sets hold each of them.
 *
 * @returns undefined where all of them are equal, and if counting was given up
 */
export function leverage({ count, holding }: Pick<MemberSets, 'count' | 'holding'>): Leverage | undefined {
  if (count === undefined || holding === undefined || new Set(holding.values()).size < 2) return undefined;
  return { of: count, sets: new Map([...holding].sort(([a], [b]) => compareText(a, b))) };
}
