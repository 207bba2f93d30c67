import { compareText } from '../../text/compare.ts';

/** Orders candidates: the proposed one first, then by name. */
export function compareCandidates(
  a: { readonly proposed: boolean; readonly name: string },
  b: { readonly proposed: boolean; readonly name: string },
): number {
  return Number(b.proposed) - Number(a.proposed) || compareText(a.name, b.name);
}
