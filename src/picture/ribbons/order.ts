import type { Way } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { spectrum } from '../palette.ts';

/** Ways by where they end, from consent to refusal, and those that end alike by who came there first; former members last. */
export function inOrder(ways: readonly Way[]): Way[] {
  return [...ways].sort((a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    return first.rank - second.rank || compareText(first.from, second.from) || compareText(a.name, b.name);
  });
}

function keyOf({ runs }: Way): { readonly rank: number; readonly from: string } {
  const last = runs.at(-1);
  if (last === undefined) return { rank: 2 * spectrum.length, from: '' };
  const left = last.to === undefined ? 0 : spectrum.length;
  return { rank: left + spectrum.indexOf(last.stance), from: last.from ?? '' };
}
